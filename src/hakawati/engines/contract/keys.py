"""The key: what was said once is found again by it, on any machine, and never taken for what sounds different."""

import base64
import json
import os
import pickle
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from hakawati.engines.contract.stage import Stage, same
from hakawati.engines.protocol import Engine
from hakawati.model import Speech, Voice

ANOTHER_PROCESS = """
import base64, json, pickle, sys
kind, options, voices = pickle.loads(base64.b64decode(sys.stdin.read()))
engine = kind(options)
print(json.dumps([engine.shaped_by(voice) for voice in voices]))
engine.close()
"""

SHORTEST_SECRET = 8
"""Characters: what is shorter may stand anywhere by chance."""


class KeysContract(Stage):
    def test_is_made_of_plain_values(self, performer: Engine) -> None:
        for voice in self._voices(performer):
            key = performer.shaped_by(voice)
            assert isinstance(key, tuple)
            assert isinstance(hash(key), int)
            assert list(_parts(key))
            assert all(isinstance(part, str | int | float | bool | None) for part in _parts(key)), key

    def test_names_its_engine(self, performer: Engine) -> None:
        assert performer.name in list(_parts(performer.shaped_by(self.voice(performer))))

    def test_holds_no_folder_of_this_machine(self, performer: Engine) -> None:
        folders = [str(folder) for folder in (Path.home(), Path.cwd(), tempfile.gettempdir(), sys.prefix)]
        for part in _parts(performer.shaped_by(self.voice(performer))):
            assert not (isinstance(part, str) and Path(part).is_absolute()), part
            assert [folder for folder in folders if len(folder) > 1 and folder in str(part)] == []

    def test_holds_no_secret_of_the_environment(self, performer: Engine) -> None:
        assert [secret for secret in secrets() if secret in str(performer.shaped_by(self.voice(performer)))] == []

    def test_is_the_same_for_another_of_its_kind(self, performer: Engine, options: object) -> None:
        another = type(performer)(options)
        voices = self._voices(performer)
        assert [another.shaped_by(voice) for voice in voices] == [performer.shaped_by(voice) for voice in voices]
        another.close()

    def test_is_the_same_in_another_process(self, performer: Engine, options: object) -> None:
        voices = self._voices(performer)
        told = subprocess.run(  # noqa: S603 - the program is ours
            [sys.executable, "-c", ANOTHER_PROCESS],
            input=base64.b64encode(pickle.dumps((type(performer), options, voices))).decode(),
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "7"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stderr
        ours = [performer.shaped_by(voice) for voice in voices]
        assert json.loads(told.stdout) == json.loads(json.dumps(ours))

    def test_differs_wherever_the_sound_does(self, performer: Engine) -> None:
        heard: dict[tuple[object, ...], Speech] = {}
        for voice in self._voices(performer):
            speech = self.said(performer, self.text, voice)
            assert same(heard.setdefault(performer.shaped_by(voice), speech), speech), voice

    def _voices(self, performer: Engine) -> list[Voice]:
        """The cast's, and the narrator's in other paces and pitches."""
        usual = self.voice(performer)
        paces = [replace(usual, rate=usual.rate * factor) for factor in (0.8, 1.25)]
        pitches = [replace(usual, pitch=usual.pitch + semitones) for semitones in (-2.0, 2.0)]
        return [*performer.cast(self.language).values(), *paces, *pitches]


def secrets() -> list[str]:
    """What the environment holds under names such as OPENAI_API_KEY."""
    telling = re.compile("KEY|TOKEN|SECRET|PASSWORD", re.IGNORECASE)
    return [value for name, value in os.environ.items() if telling.search(name) and len(value) >= SHORTEST_SECRET]


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for part in value:
            yield from _parts(part)
    else:
        yield value
