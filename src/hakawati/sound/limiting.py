"""A true-peak limiter: turns the sound down around what is too high, and leaves the rest untouched.

It looks ahead: the gain begins to fall `REACH` before the peak and is back `REACH` after it, along a smooth curve. A
pitch period of a low voice is not longer than that, so that the gain does not follow the wave itself.
"""

from functools import cached_property

import numpy as np
import numpy.typing as npt

from hakawati.sound.true_peak import peaks
from hakawati.sound.waveform import Waveform, amplitude
from hakawati.units import Decibels, Hertz

REACH = 0.010
"""Seconds."""

BETWEEN = 2.0
"""How far the true peak can lie above the highest sample. No bound exists for arbitrary samples; speech stays far
below 6 dB, and where even that would not be too high, nothing is oversampled."""

Gain = npt.NDArray[np.float64]


class Limiter:
    """Makes one waveform as loud as wanted, again and again: what is costly is done once."""

    def __init__(self, wave: Waveform, rate: Hertz, ceiling: Decibels) -> None:
        """`ceiling` in dBTP."""
        self._wave = wave
        self._rate = rate
        self._ceiling = amplitude(ceiling)
        self._highest_sample = float(np.abs(wave).max(initial=0.0))

    def amplified(self, gain: Decibels) -> Waveform:
        """The waveform with `gain` applied and its true peak at or below the ceiling."""
        factor = amplitude(gain)
        if not self.limits(gain):
            return self._wave * np.float32(factor)
        needed = self._ceiling / np.maximum(self._points * np.float32(factor), self._ceiling).astype(np.float64)
        return (self._wave * (factor * _smoothed(needed, round(REACH * self._rate)))).astype(np.float32)

    def limits(self, gain: Decibels) -> bool:
        """Whether anything becomes too high by `gain`."""
        room = self._ceiling / amplitude(gain)
        return self._highest_sample * BETWEEN > room and float(self._points.max()) > room

    @cached_property
    def _points(self) -> Waveform:
        return peaks(self._wave, self._rate)


def _smoothed(needed: Gain, reach: int) -> Gain:
    """The lowest gain within reach, then averaged within reach: never above what a peak needs."""
    held = _lowest_within(reach, np.pad(needed, 2 * reach, constant_values=1.0))
    return _mean_of(reach + 1, _mean_of(reach + 1, held))


def _lowest_within(reach: int, gain: Gain) -> Gain:
    """The least of each 2 * reach + 1 neighbours, by doubling: as many values fewer, one pass per power of two."""
    width, window = 1, 2 * reach + 1
    while 2 * width <= window:
        gain = np.minimum(gain[:-width], gain[width:])
        width *= 2
    rest = window - width
    return np.minimum(gain[: len(gain) - rest], gain[rest:])


def _mean_of(width: int, gain: Gain) -> Gain:
    """The running mean of `width` neighbours: `width` - 1 values fewer."""
    sums = np.concatenate([[0.0], np.cumsum(gain)])
    means: Gain = (sums[width:] - sums[:-width]) / width
    return means
