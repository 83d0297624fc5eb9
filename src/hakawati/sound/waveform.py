"""Sound as numbers: mono, one 32-bit float per sample, full scale at -1 and 1."""

import math

import numpy as np
import numpy.typing as npt

from hakawati.model import Speech

Waveform = npt.NDArray[np.float32]

FULL_SCALE = 32_768


def waveform(speech: Speech) -> Waveform:
    return np.frombuffer(speech.pcm, "<i2").astype(np.float32) / np.float32(FULL_SCALE)


def pcm(wave: Waveform) -> bytes:
    """16-bit little-endian, rounded to the nearest step, the same every time: no dither. Clips at full scale."""
    steps = np.rint(wave * np.float32(FULL_SCALE))
    return bytes(np.clip(steps, -FULL_SCALE, FULL_SCALE - 1).astype("<i2").tobytes())


def silent(samples: int) -> Waveform:
    return np.zeros(samples, np.float32)


def amplitude(decibels: float) -> float:
    """The factor that a level or a gain in dB stands for."""
    return float(10 ** (decibels / 20))


def decibels(amplitude: float) -> float:
    """The level or the gain of a factor above zero."""
    return 20 * math.log10(amplitude)
