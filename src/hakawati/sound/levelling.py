"""A take is brought to the loudness it is to have, its peaks under the ceiling.

How loud a take is, is measured as an episode would measure it: laid end to end with its like, pauses and all. So the
blocks at its edges, half speech and half pause, count as they will count there, and a whole episode measures what its
takes do, with nothing to be added for its pauses.
"""

import numpy as np

from hakawati.profiles import Profile
from hakawati.sound.aim import Aim
from hakawati.sound.encoding import encoder_gain
from hakawati.sound.limiting import Limiter
from hakawati.sound.loudness import HOPS_PER_BLOCK, HOPS_PER_SECOND, integrated
from hakawati.sound.waveform import Waveform, decibels, silent
from hakawati.units import Decibels, Hertz, Lufs, Samples, samples

NEVER_OWN, WHOLLY_OWN = 0.4, 3.0
"""Seconds of speech: BS.1770 cannot measure less than the first, and is steady from about the second."""

# dB by which coding at up to that many kbit/s raises the peaks of speech: measured on 400 takes of four voices, of
# which one in a hundred went higher. Those, and what is no speech at all, are turned down when they are encoded.
CODING_HEADROOM = {64: 1.5, 160: 0.5, 320: 0.3}

CLOSE_ENOUGH = 0.05
"""LU: less loudness lost to the limiter is not made up for."""

ROUNDS = 3
"""How often at most the gain is raised for what the limiter took away."""

Pause = tuple[Samples, Samples]
"""The silence before and after."""


def repeated_loudness(wave: Waveform, rate: Hertz, pause: Pause) -> Lufs | None:
    """The loudness of `wave` and its pause, over and over."""
    once = np.concatenate([silent(pause[0]), wave, silent(pause[1])])
    # the last blocks reach into the repetition, which begins as the first one did
    again = samples((HOPS_PER_BLOCK - 1) / HOPS_PER_SECOND, rate)
    return integrated(np.concatenate([once, np.resize(once, again)]), rate)


def target(profile: Profile, volume: float) -> Lufs:
    """The loudness that coding turns into `volume` dB above the profile's."""
    return Lufs(profile.loudness + volume - decibels(encoder_gain(profile)))


def ceiling(profile: Profile) -> Decibels:
    """The highest true peak that coding is expected to leave below the profile's."""
    headroom = next(headroom for kbps, headroom in CODING_HEADROOM.items() if profile.kbps <= kbps)
    return Decibels(profile.true_peak - decibels(encoder_gain(profile)) - headroom)


def levelled(wave: Waveform, pause: Pause, aim: Aim, profile: Profile) -> Waveform:
    """`wave` at the profile's rate, as loud as `profile` and `aim` want it when it comes out of the decoder."""
    own = repeated_loudness(wave, profile.rate, pause)
    leaning = _leaning(own, aim.voice_level, len(wave) / profile.rate)
    gain = Decibels(target(profile, aim.volume) - leaning)
    limiter = Limiter(wave, profile.rate, ceiling(profile))
    if own is None or not limiter.limits(gain):
        return limiter.amplified(gain)
    return _made_up(limiter, gain, Lufs(own + gain), pause, profile)


def _made_up(limiter: Limiter, gain: Decibels, wanted: Lufs, pause: Pause, profile: Profile) -> Waveform:
    """The limited sound, its gain raised by what limiting takes from the loudness `wanted`."""
    held = limiter.amplified(gain)
    for _ in range(ROUNDS):
        lost = wanted - (repeated_loudness(held, profile.rate, pause) or wanted)
        if lost < CLOSE_ENOUGH:
            break
        gain = Decibels(gain + lost)
        held = limiter.amplified(gain)
    return held


def _leaning(own: Lufs | None, voice: Lufs, seconds: float) -> float:
    """The loudness to reckon with: the take's own when it is long, its voice's when it is short, between in between."""
    if own is None:
        return voice
    long = min(1.0, max(0.0, (seconds - NEVER_OWN) / (WHOLLY_OWN - NEVER_OWN)))
    smooth = long * long * (3 - 2 * long)
    return voice + smooth * (own - voice)
