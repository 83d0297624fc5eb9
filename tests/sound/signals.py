"""Signals the sound tests are made of. Nothing is random: every seed is given."""

from collections.abc import Sequence

import numpy as np

from hakawati.model import Silence, Speech, Take
from hakawati.profiles import PROFILES, Profile
from hakawati.sound.aim import Aim
from hakawati.sound.encoding import SILENT_END, encode
from hakawati.sound.finishing import finish
from hakawati.sound.waveform import Waveform, pcm
from hakawati.units import Hertz, Lufs

ALL_PROFILES = [*PROFILES.values()]
PODCAST, ACX, COMPACT = (PROFILES[name] for name in ("podcast", "acx", "compact"))


def sine(frequency: float, seconds: float, rate: int, peak: float = 1.0) -> Waveform:
    return (peak * np.sin(2 * np.pi * frequency * np.arange(round(seconds * rate)) / rate)).astype(np.float32)


def noise(samples: int, peak: float = 0.5, seed: int = 1) -> Waveform:
    return np.random.default_rng(seed).uniform(-peak, peak, samples).astype(np.float32)


def talk(
    seconds: float, rate: int = 22_050, pitch: float = 120.0, peak: float = 0.4, breath: float = 0.2, seed: int = 1
) -> Waveform:
    """Shaped like speech: harmonics of a wandering pitch and some breath, in syllables of uneven strength."""
    rng = np.random.default_rng(seed)
    samples = round(seconds * rate)
    time = np.arange(samples) / rate
    phase = 2 * np.pi * np.cumsum(pitch * (1 + 0.1 * np.sin(2 * np.pi * 0.7 * time))) / rate
    voiced = sum(np.sin(number * phase + number**2) / number for number in range(1, 25))
    strength = np.interp(time * 8, np.arange(round(seconds * 8) + 2), rng.uniform(0.2, 1.0, round(seconds * 8) + 2))
    syllables = strength * np.abs(np.sin(2 * np.pi * 2 * time + 0.8)) ** 0.7
    sound = (voiced + breath * rng.normal(size=samples)) * syllables
    return np.asarray(peak * sound / np.abs(sound).max(), np.float32)


def speech(wave: Waveform, rate: int = 22_050) -> Speech:
    return Speech(pcm(wave), Hertz(rate))


def ready(wave: Waveform, profile: Profile) -> Speech:
    """`wave`, already at the profile's rate, with just the silence it needs to be encoded."""
    silence = SILENT_END + -(len(wave) + SILENT_END) % profile.frame
    return Speech(pcm(np.pad(wave, (0, silence))), profile.rate)


def takes(profile: Profile, waves: Sequence[Waveform]) -> list[Take]:
    return [encode(ready(wave, profile), profile) for wave in waves]


def performed(
    spoken: Speech,
    profile: Profile,
    *,
    before: float = 0.0,
    after: float = 0.3,
    level: float = -20.0,
    volume: float = 0.0,
) -> Speech:
    return finish(spoken, Silence(before, after), Aim(Lufs(level), volume), profile)
