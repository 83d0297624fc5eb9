"""One rate becomes another, by soxr."""

import soxr

from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz


def resampled(wave: Waveform, rate: Hertz, wanted: Hertz) -> Waveform:
    return wave if rate == wanted else soxr.resample(wave, rate, wanted, "HQ")
