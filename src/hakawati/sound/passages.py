"""A passage of music as it sounds in one take: fitted to its words, brought to its level, ducked and faded by pydub.

pydub counts in milliseconds. What is given to it begins, ends and turns on a grid: the shortest step that is a whole
number of them and of samples.
"""

import math
from dataclasses import dataclass

from hakawati.profiles import Profile
from hakawati.sound.excerpt import excerpt
from hakawati.sound.levelling import ceiling, target
from hakawati.sound.limiting import Limiter
from hakawati.sound.resampling import resampled
from hakawati.sound.score import Passage
from hakawati.sound.segments import AudioSegment, mixable
from hakawati.sound.waveform import Waveform
from hakawati.units import Decibels, Hertz, Milliseconds, Samples, samples

RAMP = Milliseconds(400)
"""How long music takes to make room for words, before they begin, and to come back, after they end."""

EDGE = Milliseconds(10)
"""The shortest fade: so music that is cut does not click. One step of the grid at 44.1 kHz."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """`sound`, to be mixed, is `beside` samples before or after the words and `under` samples under them.

    `gap` is the silence between it and the words; where it sounds under them there is none.
    """

    sound: AudioSegment
    beside: Samples
    under: Samples
    gap: Samples

    @property
    def room(self) -> Samples:
        """What it needs before or after the words."""
        return Samples(self.beside + self.gap)


@dataclass(frozen=True, slots=True)
class _Extent:
    """How long a passage sounds in a take; on the grid."""

    beside: Milliseconds
    under: Milliseconds

    @property
    def ramp(self) -> Milliseconds:
        return min(RAMP, self.beside)


def lead_in(passage: Passage, words: Samples, profile: Profile) -> Fitted:
    """The passage before so many samples of speech. Raises InputError where the music is not to be had."""
    sound, extent = _sound(passage, words, profile)
    if extent.under:
        sound = _turned(sound, 0.0, passage.duck, extent.beside - extent.ramp, extent.beside)
    sound = _faded(sound, passage, extent.beside or extent.under, extent.under or extent.beside)
    return _fitted(sound, passage, extent)


def lead_out(passage: Passage, words: Samples, profile: Profile) -> Fitted:
    """As `lead_in`, after the speech."""
    sound, extent = _sound(passage, words, profile)
    if extent.under:
        sound = _turned(sound, passage.duck, 0.0, extent.under, extent.under + extent.ramp)
    sound = _faded(sound, passage, extent.under or extent.beside, extent.beside or extent.under)
    return _fitted(sound, passage, extent)


def _sound(passage: Passage, words: Samples, profile: Profile) -> tuple[AudioSegment, _Extent]:
    """What is heard of the music, at its level, and for how long."""
    wave = _levelled(passage, profile)
    extent = _extent(passage, Samples(len(wave)), words, profile.rate)
    heard = wave[: (extent.beside + extent.under) * profile.rate // 1000]
    return mixable(heard, profile.rate), extent


def _levelled(passage: Passage, profile: Profile) -> Waveform:
    """At the profile's rate, as far from the speech's loudness as wanted."""
    music = excerpt(passage.piece, passage.seconds)
    limiter = Limiter(resampled(music.wave, music.rate, profile.rate), profile.rate, ceiling(profile))
    return limiter.amplified(Decibels(target(profile, passage.volume) - music.loudness))


def _extent(passage: Passage, there: Samples, words: Samples, rate: Hertz) -> _Extent:
    """A piece that is too short is missed under the words first; speech that is too short has the less under it."""
    whole = _on_grid(there, rate)
    beside = min(_on_grid(samples(passage.beside, rate), rate), whole)
    under = min(_on_grid(samples(passage.under, rate), rate), _on_grid(words, rate), whole - beside)
    return _Extent(beside, Milliseconds(under))


def _on_grid(length: Samples, rate: Hertz) -> Milliseconds:
    steps = math.gcd(rate, 1000)
    return Milliseconds(length * steps // rate * (1000 // steps))


def _turned(sound: AudioSegment, before: float, after: float, start: int, end: int) -> AudioSegment:
    """`before` and `after` are the gains on either side of the ramp, which may be of no length at either end."""
    if start < end:
        return sound.fade(from_gain=before, to_gain=after, start=start, end=end)
    return sound.apply_gain(min(before, after))


def _faded(sound: AudioSegment, passage: Passage, first: Milliseconds, last: Milliseconds) -> AudioSegment:
    """No fade is longer than the part of the sound it lies in: the `first`, the `last`."""
    if not len(sound):
        return sound
    fade_in, fade_out = (
        max(EDGE, _on_grid(samples(fade, sound.frame_rate), sound.frame_rate))
        for fade in (passage.fade_in, passage.fade_out)
    )
    return sound.fade_in(min(fade_in, first)).fade_out(min(fade_out, last))


def _fitted(sound: AudioSegment, passage: Passage, extent: _Extent) -> Fitted:
    rate = sound.frame_rate
    beside, under = (Samples(length * rate // 1000) for length in (extent.beside, extent.under))
    assert sound.frame_count() == beside + under, "pydub lost samples"
    return Fitted(sound, beside, under, Samples(0) if under else samples(passage.gap, rate))
