"""Where the speech in an engine's sound begins and ends: engines put silence of any length around it."""

import numpy as np

from hakawati.errors import EngineFailed
from hakawati.sound.waveform import Waveform, amplitude
from hakawati.units import Hertz, samples

WINDOW = 0.005
"""Seconds over which the level is taken."""

GUARD = 0.020
"""Seconds kept on either side: a soft first or last sound begins below the threshold, and the fades lie here."""

BELOW_LOUDEST = -50.0
"""dB: what is this far below the loudest window is no speech."""

SILENT_PEAK = -60.0
"""dBFS: what never rises above it is no speech at all."""


def sounding(wave: Waveform, rate: Hertz) -> slice:
    """The samples from the first sound to the last. Raises EngineFailed where there is none."""
    if np.abs(wave).max(initial=0.0) < amplitude(SILENT_PEAK):
        raise EngineFailed(_nothing_heard(len(wave) / rate))
    window, guard = samples(WINDOW, rate), samples(GUARD, rate)
    levels = _levels(wave, window)
    loud = np.flatnonzero(levels > levels.max() * amplitude(BELOW_LOUDEST))
    start, end = int(loud[0]) * window, int(loud[-1] + 1) * window
    return slice(max(0, start - guard), min(len(wave), end + guard))


def _levels(wave: Waveform, window: int) -> Waveform:
    """Root mean square of each window, the last filled up with zeros."""
    windows = np.pad(wave, (0, -len(wave) % window)).reshape(-1, window)
    levels: Waveform = np.sqrt(np.square(windows).mean(axis=1))
    return levels


def _nothing_heard(seconds: float) -> str:
    returned = f"only silence ({seconds:.1f} s of it)" if seconds else "no sound at all"
    return f"the engine returned {returned}: try again, or choose another voice for this text"
