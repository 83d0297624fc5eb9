"""The highest point of the sound itself, between its samples too: ITU-R BS.1770-4, annex 2, four times oversampled."""

import functools
import math

import numpy as np
import soxr

from hakawati.sound.waveform import Waveform
from hakawati.units import Decibels, Hertz

OVERSAMPLING = 4
QUALITY = "HQ"


class PeakMeter:
    """True peak as the sound comes, in constant memory."""

    def __init__(self, rate: Hertz) -> None:
        self._finer = soxr.ResampleStream(rate, OVERSAMPLING * rate, 1, "float32", QUALITY)
        self._peak = 0.0

    def feed(self, wave: Waveform, *, last: bool = False) -> None:
        """The next piece; `last` draws out what the oversampler still holds."""
        finer = self._finer.resample_chunk(wave, last=last)
        self._peak = max(self._peak, _highest(wave), _highest(finer))

    def true_peak(self) -> Decibels:
        """In dBTP; minus infinity for silence."""
        return Decibels(20 * math.log10(self._peak) if self._peak else -math.inf)


def true_peak(wave: Waveform, rate: Hertz) -> Decibels:
    """In dBTP; minus infinity for silence."""
    meter = PeakMeter(rate)
    meter.feed(wave, last=True)
    return meter.true_peak()


def peaks(wave: Waveform, rate: Hertz) -> Waveform:
    """For each sample the highest point from it to just before the next: same length, absolute values."""
    finer = np.abs(soxr.resample(wave, rate, OVERSAMPLING * rate, QUALITY))
    assert len(finer) == OVERSAMPLING * len(wave), f"{len(wave)} samples became {len(finer)}"
    # one pass per phase: far quicker than the greatest of every four
    return functools.reduce(np.maximum, (finer[phase::OVERSAMPLING] for phase in range(OVERSAMPLING)), np.abs(wave))


def _highest(wave: Waveform) -> float:
    return float(np.abs(wave).max(initial=0.0))
