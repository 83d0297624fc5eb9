"""Neural voices on this machine, by piper-tts. Natural, without a network once a voice is there; slower than espeak."""

import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from hakawati.digests import digest
from hakawati.engines.espeaking import reading
from hakawati.engines.piper.config import VoiceFile, broken
from hakawati.engines.piper.folder import Folder
from hakawati.engines.piper.loading import missing_package
from hakawati.engines.piper.options import PiperOptions
from hakawati.engines.sharing import shared
from hakawati.engines.speakable import require_speech
from hakawati.engines.versions import installed
from hakawati.errors import EngineError, EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice

if TYPE_CHECKING:
    from hakawati.engines.piper.speaking import LoadedVoice

REVISION = 1
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""


class Piper:
    name = "piper"
    summary = "Neural voices on this machine (piper-tts): natural, free, no network once a voice is downloaded."
    remote = False
    slow = True
    wants_vowels = True
    characters_per_second = 120.0
    Options: ClassVar[type] = PiperOptions

    def __init__(self, options: PiperOptions) -> None:
        self._options = options
        self._folder = Folder(options.folder or _own_folder())
        self._loaded: dict[tuple[str, str], LoadedVoice] = {}
        self._loading = threading.Lock()

    def available(self) -> str | None:
        try:
            self._require_package()
            if self._options.voice:
                self._folder.named(self._options.voice)
            elif not self._folder.names():
                return f"piper: there is no voice in {self._folder.path}. {self._folder.how_to_get('')}"
        except EngineError as error:
            return str(error)
        return None

    def voices(self, language: str) -> tuple[str, ...]:
        """A language's voices, each followed by its speakers; for "" all voices without them."""
        if not language:
            return self._with_own(self._folder.names())
        fitting = (one for one in self._with_own(self._folder.names()) if self._folder.speaks(one, language))
        return tuple(dict.fromkeys(each for one in fitting for each in self._folder.with_speakers(one)))

    def cast(self, language: str) -> Mapping[Role, Voice]:
        own = self._options.voice
        if own and self._folder.speaks(own, language):
            return shared(self.name, [own])
        names = self._folder.speaking(language)
        if not names:
            way_on = self._folder.broken() or self._folder.how_to_get(language)
            raise VoiceUnknown(
                f"piper: there is no voice for the language {language!r} in {self._folder.path}. {way_on}"
            )
        return shared(self.name, names)

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        """The version of onnxruntime too: another may add up in another order, and a rebuilt book is the same to the
        last bit.
        """
        named = self._folder.named(voice.name)
        versions = installed("piper-tts"), installed("onnxruntime"), REVISION, reading.REVISION
        heard = self._options.noise, self._options.noise_w, self._options.sentence_silence
        return self.name, *versions, *_digests(named.file), named.speaker, voice.rate, voice.pitch, *heard

    def perform(self, text: str, voice: Voice, language: str) -> Speech:  # noqa: ARG002 - the voice has its own
        """No marks: models tell no times of words."""
        require_speech(text, self.name)
        self._require_package()
        from hakawati.engines.piper.speaking import Delivery  # noqa: PLC0415 - brings piper, onnxruntime and numpy

        named = self._folder.named(voice.name)
        how = Delivery(named.speaker, voice.rate, voice.pitch, self._options.sentence_silence)
        return self._ready(named.file).say(text, how)

    def close(self) -> None:
        with self._loading:
            for one in self._loaded.values():
                one.stop()
            self._loaded.clear()

    def _ready(self, file: VoiceFile) -> "LoadedVoice":
        """Loaded once per process, and again when its files have changed."""
        from hakawati.engines.piper.speaking import LoadedVoice  # noqa: PLC0415 - as in perform

        known = _digests(file)
        with self._loading:
            if known not in self._loaded:
                self._loaded[known] = LoadedVoice(file, self._options.noise, self._options.noise_w)
            return self._loaded[known]

    def _with_own(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self._options.voice, *names))) if self._options.voice else names

    def _require_package(self) -> None:
        if needs := missing_package():
            raise EngineUnavailable(needs)


def _digests(file: VoiceFile) -> tuple[str, str]:
    """Raises EngineUnavailable."""
    try:
        return digest(file.model), digest(file.config)
    except OSError as error:
        raise broken(Path(error.filename or file.model), error.strerror or str(error)) from error


def _own_folder() -> Path:
    import platformdirs  # noqa: PLC0415 - not needed where a folder is given

    return Path(platformdirs.user_data_dir("hakawati", appauthor=False)) / "piper"
