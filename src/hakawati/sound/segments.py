"""pydub's segments, of one channel: of 16 bits, and of 32 bits to be mixed."""

import warnings

import numpy as np

from hakawati.sound.waveform import FULL_SCALE, Waveform
from hakawati.units import Hertz

with warnings.catch_warnings():
    # it misses ffmpeg, which only its file formats need, and uses what Python 3.13 took out and a package brings back
    warnings.simplefilter("ignore")
    from pydub import AudioSegment

__all__ = ["AudioSegment", "mixable", "mixture", "segment"]

MIXING_SCALE = FULL_SCALE << 14
"""Full scale while sound is mixed: a quarter of what 32 bits hold, so that speech and two pieces of music do not clip
when they are added."""


def segment(pcm: bytes, rate: Hertz) -> AudioSegment:
    """Of 16-bit samples."""
    return AudioSegment(data=pcm, sample_width=2, frame_rate=rate, channels=1)


def mixable(wave: Waveform, rate: Hertz) -> AudioSegment:
    """Of 32-bit samples, 16 bits exactly as they were."""
    steps = np.rint(wave.astype(np.float64) * MIXING_SCALE).astype("<i4")
    return AudioSegment(data=steps.tobytes(), sample_width=4, frame_rate=rate, channels=1)


def mixture(mixed: AudioSegment) -> Waveform:
    """What `mixable` segments became."""
    return (np.frombuffer(mixed.raw_data, "<i4") / MIXING_SCALE).astype(np.float32)
