"""What somebody has recorded, in place of speech: a voice of this engine is named by the path of a sound file.

No user chooses it by name: `[recordings]` in the settings leads to it.
"""

import importlib.util
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from hakawati.digests import digest
from hakawati.engines.protocol import NoOptions
from hakawati.engines.versions import installed
from hakawati.errors import EngineFailed, VoiceUnknown
from hakawati.model import Role, Speech, Voice

REVISION = 1
"""Raise it whenever the same file would sound different: it is part of every take's key."""


class Recording:
    name = "recording"
    summary = "A sound file in place of speech: any format that soundfile reads."
    remote = False
    slow = False
    wants_vowels = False
    characters_per_second = 100_000.0
    Options: ClassVar[type] = NoOptions

    def __init__(self, options: NoOptions) -> None:
        """There is nothing to set."""

    def available(self) -> str | None:
        if importlib.util.find_spec("soundfile") is None:
            return "recording: the package soundfile is missing. Install it: pip install soundfile"
        return None

    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - a file has no language
        return ()

    def cast(self, language: str) -> Mapping[Role, Voice]:  # noqa: ARG002 - a file has no language
        raise VoiceUnknown(
            "recording: it has no voices of its own. Name a sound file for a verse under [recordings], "
            'such as "17:80" = "file.mp3".'
        )

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        """The sound of the file, wherever it lies. Raises EngineFailed for one that cannot be read."""
        return self.name, REVISION, installed("soundfile"), _hash_of_file(Path(voice.name))

    def perform(self, text: str, voice: Voice, language: str) -> Speech:  # noqa: ARG002 - it is said already
        """The file whole, its channels mixed into one, without marks: neither text, nor rate, nor pitch changes it."""
        from hakawati.sound.decoding import Undecodable, decoded  # noqa: PLC0415 - numpy: only where there is sound

        path = Path(voice.name)
        try:
            speech = decoded(_read(path))
        except Undecodable as error:
            raise EngineFailed(
                f"recording: {path} cannot be decoded: {str(error).rstrip('.')}. "
                "Any sound file that soundfile reads will do: WAV, FLAC, MP3, Ogg."
            ) from error
        _require_sound(speech, path)
        return speech

    def close(self) -> None:
        """It holds nothing."""


def _require_sound(speech: Speech, path: Path) -> None:
    from hakawati.sound.trimming import sounding  # noqa: PLC0415 - as above
    from hakawati.sound.waveform import waveform  # noqa: PLC0415 - as above

    try:
        sounding(waveform(speech), speech.rate)
    except EngineFailed as error:
        raise EngineFailed(
            f"recording: nothing is heard in {path}. Give another file under [recordings], or take it out."
        ) from error


def _hash_of_file(path: Path) -> str:
    try:
        return digest(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> EngineFailed:
    return EngineFailed(
        f"recording: {path} cannot be read: {error.strerror}. Mend the path under [recordings], or take it out."
    )
