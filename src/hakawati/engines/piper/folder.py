"""The folder that voices lie in: which there are, which speak a language, and how to get one."""

import difflib
import shlex
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from hakawati.engines.piper.config import VoiceFile, facts
from hakawati.errors import EngineUnavailable, VoiceUnknown

SUFFIX = ".onnx"
KNOWN_VOICES = {"ar": "ar_JO-kareem-medium", "en": "en_US-lessac-medium"}
"""A published voice to begin with."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a voice's name stands for: a file, and for a model of several speakers which of them."""

    file: VoiceFile
    speaker: int | None


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path

    def names(self) -> tuple[str, ...]:
        """Of all voices, in order: their files' names."""
        return tuple(sorted(model.name.removesuffix(SUFFIX) for model in self.path.glob(f"*{SUFFIX}")))

    def speaking(self, language: str) -> tuple[str, ...]:
        """The names of the voices of a language. A voice with a broken config is of none."""
        return tuple(name for name in self.names() if self.speaks(name, language))

    def speaks(self, name: str, language: str) -> bool:
        try:
            return facts(self.named(name).file).speaks(language)
        except (EngineUnavailable, VoiceUnknown):
            return False

    def broken(self) -> str:
        """A sentence on the first of the voices that cannot be used; "" where all can."""
        for name in self.names():
            try:
                facts(self.named(name).file)
            except EngineUnavailable as error:
                return str(error).removeprefix("piper: ")
        return ""

    def with_speakers(self, name: str) -> Iterator[str]:
        """The voice, and each of its speakers where it has several and none is chosen."""
        named = self.named(name)
        yield name
        if named.speaker is None:
            yield from (f"{name}#{speaker}" for speaker in facts(named.file).speakers())

    def named(self, name: str) -> Named:
        """`ar_JO-kareem-medium`, or the path of a model (a relative one counts from the folder); behind it `#salma` or
        `#1` for one of its speakers. Raises VoiceUnknown, and EngineUnavailable for a config that cannot be read.
        """
        whole = self._file(name)
        if _is_there(whole):
            return Named(whole, None)
        of, hash_sign, speaker = name.rpartition("#")
        file = self._file(of)
        if not hash_sign or not _is_there(file):
            raise self._unknown(name)
        return Named(file, facts(file).speaker(name, speaker))

    def how_to_get(self, language: str) -> str:
        """Two sentences for the user who has no voice for a language (or, for "", none at all)."""
        ask = "python -m piper.download_voices"
        known = KNOWN_VOICES.get(language or "ar", "NAME")
        return f"Get one: {ask} {known} --data-dir {shlex.quote(str(self.path))} ({ask} alone lists what there is.)"

    def _file(self, name: str) -> VoiceFile:
        model = Path(name if name.endswith(SUFFIX) else f"{name}{SUFFIX}")
        with suppress(RuntimeError):  # the home of somebody unknown
            model = model.expanduser()
        return VoiceFile(self.path / model)

    def _unknown(self, name: str) -> VoiceUnknown:
        near = difflib.get_close_matches(name.partition("#")[0], self.names(), n=3, cutoff=0.5)
        way_on = f"Near it: {', '.join(near)}." if near else self.how_to_get("")
        return VoiceUnknown(f"piper: there is no voice {name!r} in {self.path}. {way_on}")


def _is_there(file: VoiceFile) -> bool:
    try:
        return file.model.is_file()
    except OSError:  # a name too long for any file
        return False
