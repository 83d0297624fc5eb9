"""How loud sound is: integrated loudness by ITU-R BS.1770-4, mono.

The mean square of the K-weighted sound over blocks of 400 ms, one every 100 ms; blocks under -70 LUFS are left out
(the absolute gate), then those more than 10 LU below the mean of the rest (the relative gate).
"""

import math
from array import array

import numpy as np
import numpy.typing as npt

from hakawati.model import Speech
from hakawati.sound.k_weighting import KWeighting
from hakawati.sound.waveform import Waveform, waveform
from hakawati.units import Hertz, Lufs

HOPS_PER_SECOND = 10
HOPS_PER_BLOCK = 4
OFFSET = -0.691
"""So that 997 Hz, the weighting's gain taken away, reads as its plain level."""

ABSOLUTE_GATE = -70.0
RELATIVE_GATE = -10.0


class Meter:
    """Loudness as the sound comes. Memory: ten numbers for each second heard, whatever the pieces' size."""

    def __init__(self, rate: Hertz) -> None:
        self._hop = round(rate / HOPS_PER_SECOND)
        self._weighting = KWeighting(rate)
        self._rest = np.zeros(0)
        self._hops = array("d")

    def feed(self, wave: Waveform) -> None:
        weighted = np.concatenate([self._rest, self._weighting.filter(wave)])
        whole = len(weighted) // self._hop * self._hop
        hops = weighted[:whole].reshape(-1, self._hop)
        self._hops.extend(np.einsum("ij,ij->i", hops, hops) / self._hop)
        self._rest = weighted[whole:]

    def integrated(self) -> Lufs | None:
        """None for what is shorter than one block, or wholly below the absolute gate."""
        blocks = _blocks(np.array(self._hops))
        blocks = _louder_than(ABSOLUTE_GATE, blocks)
        if not len(blocks):
            return None
        blocks = _louder_than(_lufs(blocks) + RELATIVE_GATE, blocks)
        return Lufs(_lufs(blocks))


def integrated(sound: Speech | Waveform, rate: Hertz | None = None) -> Lufs | None:
    """The loudness of speech, or of a waveform of `rate`. None when shorter than 0.4 s or below -70 LUFS."""
    if isinstance(sound, Speech):
        return integrated(waveform(sound), sound.rate)
    if rate is None:
        raise TypeError("a waveform does not know its rate")
    meter = Meter(rate)
    meter.feed(sound)
    return meter.integrated()


def _blocks(hops: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Mean squares of all blocks, which overlap by three hops of four."""
    if len(hops) < HOPS_PER_BLOCK:
        return np.zeros(0)
    blocks: npt.NDArray[np.float64] = np.lib.stride_tricks.sliding_window_view(hops, HOPS_PER_BLOCK).mean(axis=1)
    return blocks


def _louder_than(gate: float, blocks: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return blocks[blocks > 10 ** ((gate - OFFSET) / 10)]


def _lufs(blocks: npt.NDArray[np.float64]) -> float:
    return OFFSET + 10 * math.log10(blocks.mean())
