"""Any program that reads a text on its standard input and writes a WAV, named in the settings."""

import difflib
import tempfile
import threading
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from hakawati.engines.command.options import CommandOptions
from hakawati.engines.command.running import Files, Limits, run
from hakawati.engines.command.template import RATES, Template, template, values
from hakawati.engines.sharing import shared
from hakawati.engines.speakable import require_speech
from hakawati.errors import EngineFailed, EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice
from hakawati.units import Hertz

REVISION = 1
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

ONLY_VOICE = "default"
"""The name of the voice of a program that has but one."""


class Command:
    name = "command"
    summary = "Any program of yours that reads a text and writes a WAV, set under [engines.command]."
    remote = False
    slow = True
    wants_vowels = True
    characters_per_second = 200.0
    Options: ClassVar[type] = CommandOptions

    def __init__(self, options: CommandOptions) -> None:
        self._options = options
        self.wants_vowels = options.wants_vowels
        self._stopped = threading.Event()

    def available(self) -> str | None:
        try:
            self._template()
        except EngineUnavailable as error:
            return str(error)
        return None

    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - what the program speaks, the user knows
        return tuple(dict.fromkeys(self._options.voices)) or (ONLY_VOICE,)

    def cast(self, language: str) -> Mapping[Role, Voice]:
        return shared(self.name, self.voices(language))

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        """Of the arguments no path of a file, but what the file holds. A rate that `run` does not name is not heard."""
        command = self._template()
        name = voice.name if "voice" in command.placeholders else None
        rate = voice.rate if RATES & command.placeholders else None
        return self.name, REVISION, self._options.version, command.digests(), name, rate, voice.pitch

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        """No marks. Where `run` names no {pitch}, the sound is played faster or slower instead, and the pace is kept
        where `run` names a rate.
        """
        require_speech(text, self.name)
        command = self._template()
        self._require_known(voice.name)
        faster = 1.0 if "pitch" in command.placeholders else 2 ** (voice.pitch / 12)
        told = replace(voice, rate=voice.rate / faster)
        try:
            with tempfile.TemporaryDirectory(prefix="hakawati-", ignore_cleanup_errors=True) as folder:
                speech = self._spoken(text, told, language, Files(Path(folder)))
        except OSError as error:
            raise EngineFailed(f"command: the text and the sound need room for their files: {error}.") from error
        return Speech(speech.pcm, Hertz(round(speech.rate * faster)))

    def close(self) -> None:
        self._stopped.set()

    def _spoken(self, text: str, voice: Voice, language: str, files: Files) -> Speech:
        """As the program itself says it."""
        command = self._template()
        files.text.write_bytes(_line(text))
        arguments = command.filled(values(voice, language, files.out))
        run(arguments, files, Limits(self._options.timeout, self._stopped))
        return _speech(command, files)

    def _template(self) -> Template:
        return template(self._options.run, self._options.voices)

    def _require_known(self, name: str) -> None:
        known = self.voices("")
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            meant = f" Did you mean {near[0]!r}?" if near else ""
            raise VoiceUnknown(
                f"command: there is no voice {name!r}.{meant} Those it may have are listed as `voices` in "
                f"[engines.command]: {', '.join(known)}."
            )


def _line(text: str) -> bytes:
    """One line, as many programs take each line for a text of its own, and without control characters, by which some
    are commanded; half a surrogate is no character.
    """
    commanding = ("Cc", "Cs", "Zl", "Zp")
    plain = (" " if unicodedata.category(character) in commanding else character for character in text)
    return f"{''.join(plain)}\n".encode()


def _speech(command: Template, files: Files) -> Speech:
    """What the program wrote. Raises EngineFailed."""
    # soundfile and numpy are loaded only where something is performed
    from hakawati.engines.command.wav import Broken, whole  # noqa: PLC0415
    from hakawati.sound.decoding import Undecodable, decoded  # noqa: PLC0415

    into_file = "out" in command.placeholders
    file, where = (files.out, "into {out}") if into_file else (files.output, "to its standard output")
    name = Path(command.program).name
    if not file.is_file() or not file.stat().st_size:
        other = "" if into_file else " If it writes into a file, name it in `run` with {out}."
        raise EngineFailed(f"command: {name} wrote nothing {where}.{other}")
    try:
        return decoded(whole(file.read_bytes()))
    except (Broken, Undecodable) as error:
        raise EngineFailed(f"command: what {name} wrote {where} is of no use: {str(error).rstrip('.')}.") from error
