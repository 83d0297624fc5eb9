"""The K-weighting of ITU-R BS.1770-4, annex 1: a shelf for the head and a high pass, at any sample rate.

The recommendation gives coefficients for 48 kHz only. `CURVES` are the analogue curves behind them, as derived for
libebur128; the bilinear transform brings them to any rate.
The filter is applied with FFTs: numpy has no recursive filter, and its response has died away within `MEMORY`.
"""

import math
from functools import cache

import numpy as np
import numpy.typing as npt

from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz

MEMORY = 0.1
"""Seconds after which the response is below -180 dB: the high pass is critically damped at 38 Hz."""

BLOCK = 1 << 15
"""Samples per FFT, the memory included: 0.7 s at 44.1 kHz."""

SHELF_HERTZ, SHELF_Q, SHELF_DECIBELS = 1681.974450955533, 0.7071752369554196, 3.999843853973347
SHELF_SLOPE = 0.4996667741545416
HIGH_PASS_HERTZ, HIGH_PASS_Q = 38.13547087602444, 0.5003270373238773


class KWeighting:
    """The filter as it runs: what it answers does not depend on how the sound is cut into pieces."""

    def __init__(self, rate: Hertz) -> None:
        self._memory = math.ceil(MEMORY * rate)
        self._response = _response(rate)
        self._past = np.zeros(self._memory)

    def filter(self, wave: Waveform) -> npt.NDArray[np.float64]:
        """The next piece, weighted, of the same length."""
        step = BLOCK - self._memory
        pieces = [self._filter_block(wave[at : at + step]) for at in range(0, len(wave), step)]
        return np.concatenate(pieces) if pieces else np.zeros(0)

    def _filter_block(self, piece: Waveform) -> npt.NDArray[np.float64]:
        """Overlap-save: the first samples of a block come out wrong, so the block begins with what came before."""
        block = np.concatenate([self._past, piece])
        self._past = block[len(block) - self._memory :]
        weighted = np.fft.irfft(np.fft.rfft(block, BLOCK) * self._response, BLOCK)
        return weighted[self._memory : len(block)]


@cache
def _response(rate: Hertz) -> npt.NDArray[np.complex128]:
    """The response of both filters at the frequencies of an FFT of `BLOCK` samples."""
    delay = np.exp(-2j * np.pi * np.arange(BLOCK // 2 + 1) / BLOCK)
    powers = np.stack([np.ones_like(delay), delay, delay**2])
    response: npt.NDArray[np.complex128] = np.ones_like(delay)
    for above, below in (_shelf(rate), _high_pass(rate)):
        response *= (np.array(above) @ powers) / (np.array(below) @ powers)
    return response


Coefficients = tuple[tuple[float, float, float], tuple[float, float, float]]
"""A second-order filter: the numerator's and the denominator's, by rising powers of a delay of one sample."""


def _shelf(rate: Hertz) -> Coefficients:
    k = math.tan(math.pi * SHELF_HERTZ / rate)
    high = 10 ** (SHELF_DECIBELS / 20)
    band = high**SHELF_SLOPE * k / SHELF_Q
    above = high + band + k * k, 2 * (k * k - high), high - band + k * k
    return above, (1 + k / SHELF_Q + k * k, 2 * (k * k - 1), 1 - k / SHELF_Q + k * k)


def _high_pass(rate: Hertz) -> Coefficients:
    """The numerator stays as the recommendation gives it, not scaled to unity at high frequencies."""
    k = math.tan(math.pi * HIGH_PASS_HERTZ / rate)
    whole = 1 + k / HIGH_PASS_Q + k * k
    return (1.0, -2.0, 1.0), (1.0, 2 * (k * k - 1) / whole, (1 - k / HIGH_PASS_Q + k * k) / whole)
