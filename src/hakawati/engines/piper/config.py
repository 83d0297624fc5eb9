"""What stands beside a model: its config, `NAME.onnx.json`."""

from dataclasses import dataclass
from pathlib import Path

import msgspec

from hakawati.engines.espeaking.languages import espeak_name
from hakawati.errors import EngineUnavailable, VoiceUnknown


@dataclass(frozen=True, slots=True)
class VoiceFile:
    model: Path

    @property
    def config(self) -> Path:
        return Path(f"{self.model}.json")


class Language(msgspec.Struct, frozen=True):
    family: str = ""
    """`ar` of `ar_JO`; older configs do not say it."""


class Espeak(msgspec.Struct, frozen=True):
    voice: str = ""
    """The name of espeak-ng's voice that spells the sounds, such as `ar` or `en-us`."""


class Facts(msgspec.Struct, frozen=True):
    """What is told of a voice before it is loaded."""

    espeak: Espeak = Espeak()
    language: Language = Language()
    num_speakers: int = 1
    speaker_id_map: dict[str, int] = {}

    def speaks(self, language: str) -> bool:
        return language == self.language.family or espeak_name(language) == self.espeak.voice.split("-")[0]

    def speakers(self) -> tuple[str, ...]:
        """Their names, or their numbers where they have none, in the order of their numbers; none of a single one."""
        if self.num_speakers < 2:
            return ()
        names = sorted(self.speaker_id_map, key=lambda name: (self.speaker_id_map[name], name))
        return tuple(names or map(str, range(self.num_speakers)))

    def speaker(self, voice: str, name: str) -> int:
        """The number of a speaker by name or, where nobody is called so, by number. Raises VoiceUnknown."""
        if self.num_speakers > 1:
            if name in self.speaker_id_map:
                return self.speaker_id_map[name]
            if name.isdecimal() and int(name) < self.num_speakers:
                return int(name)
        known = ", ".join(self.speakers()[:20]) or "only one"
        raise VoiceUnknown(f"piper: there is no voice {voice!r}, because it has no speaker {name!r}. It has: {known}.")


def facts(file: VoiceFile) -> Facts:
    """Raises EngineUnavailable."""
    try:
        return msgspec.json.decode(config_bytes(file), type=Facts)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise broken(file.config, str(error)) from error


def config_bytes(file: VoiceFile) -> bytes:
    """Raises EngineUnavailable."""
    try:
        return file.config.read_bytes()
    except OSError as error:
        raise broken(file.config, error.strerror or str(error)) from error


def broken(file: Path, cause: str) -> EngineUnavailable:
    return EngineUnavailable(
        f"piper: {file} is of no use: {cause.rstrip('.')}. Download the voice again: "
        "python -m piper.download_voices NAME --data-dir FOLDER --force-redownload"
    )
