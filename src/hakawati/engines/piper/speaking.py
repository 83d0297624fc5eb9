"""A loaded voice: from text to sound."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from piper import PiperVoice
from piper.config import SynthesisConfig

from hakawati.engines.piper.config import VoiceFile
from hakawati.engines.piper.loading import Model, piper_config, require_inputs
from hakawati.engines.piper.phonemes import phonemes
from hakawati.errors import EngineFailed
from hakawati.model import Speech
from hakawati.sound.waveform import Waveform, pcm, silent
from hakawati.units import Hertz, samples


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a text is to be said: `rate` is relative speed, `pitch` in semitones, `pause` in seconds at rate 1."""

    speaker: int | None
    rate: float
    pitch: float
    pause: float


class LoadedVoice:
    """One model in one process, with the amounts of chance that it always performs with."""

    def __init__(self, file: VoiceFile, noise: float, noise_w: float) -> None:
        """Raises EngineUnavailable."""
        self._file = file
        self._noise, self._noise_w = noise, noise_w
        self._config = piper_config(file)
        self._model = self._loaded()

    def say(self, text: str, how: Delivery) -> Speech:
        """Raises Unspeakable, EngineUnavailable and EngineFailed.

        A pitch is made by playing the sound faster or slower, spoken so much slower or faster that the pace stays.
        """
        piper = self._piper()
        faster = 2 ** (how.pitch / 12)
        rate = Hertz(round(self._config.sample_rate * faster))
        pause = silent(samples(how.pause / how.rate, rate))
        scales = self._scales(how.speaker, faster / how.rate)
        parts: list[Waveform] = []
        for sentence in phonemes(text, piper, self._file.model.stem):
            parts += [self._heard(piper.phoneme_ids_to_audio(piper.phonemes_to_ids(sentence), scales)), pause]
        return Speech(pcm(_unclipped(np.concatenate(parts[:-1]))), rate)

    def stop(self) -> None:
        """From any thread: what is being performed ends with an error."""
        self._model.stop()

    def _loaded(self) -> Model:
        model = Model(self._file, noisy=self._noisy())
        require_inputs(self._file, model, self._config.num_speakers)
        return model

    def _noisy(self) -> bool:
        return self._noise > 0 or self._noise_w > 0

    def _piper(self) -> PiperVoice:
        """Chance starts from the seed only when a model is loaded: with it each text has a model of its own."""
        if self._noisy():
            self._model = self._loaded()
        return PiperVoice(session=self._model, config=self._config, use_tashkeel=False)

    def _scales(self, speaker: int | None, stretch: float) -> SynthesisConfig:
        return SynthesisConfig(
            speaker_id=speaker,
            length_scale=self._config.length_scale * stretch,
            noise_scale=self._noise,
            noise_w_scale=self._noise_w,
        )

    def _heard(self, answer: Any) -> Waveform:  # noqa: ANN401 - what a model makes of it
        """The sound of a sentence as the model gives it: bringing each to full scale, as piper does by default, would
        make a whisper as loud as a shout. Loudness is the finishing's.
        """
        wave = np.asarray(answer, np.float32).reshape(-1)
        if not wave.size or not np.isfinite(wave).all():
            raise EngineFailed(f"piper: the model {self._file.model} answered with no sound. Choose another voice.")
        return wave


def _unclipped(wave: Waveform) -> Waveform:
    """Turned down as a whole where it goes beyond full scale."""
    peak = np.abs(wave).max()
    return wave if peak < 1 else wave * np.float32(0.999 / peak)
