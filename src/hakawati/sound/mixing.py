"""The music of a take laid over its speech by pydub, and the sum held down by the limiter."""

from dataclasses import dataclass

import numpy as np

from hakawati.profiles import Profile
from hakawati.sound.levelling import ceiling
from hakawati.sound.limiting import Limiter
from hakawati.sound.passages import Fitted, lead_in, lead_out
from hakawati.sound.score import Score
from hakawati.sound.segments import AudioSegment, mixable, mixture
from hakawati.sound.waveform import FULL_SCALE, pcm
from hakawati.units import Decibels, Hertz, Samples


@dataclass(frozen=True, slots=True)
class FittedScore:
    """The music of one take, ready to be laid."""

    before: Fitted | None = None
    after: Fitted | None = None

    @property
    def room(self) -> tuple[Samples, Samples]:
        """What the music needs before the words and after them."""
        return self.before.room if self.before else Samples(0), self.after.room if self.after else Samples(0)


NO_MUSIC = FittedScore()


def fitted(score: Score, words: Samples, profile: Profile) -> FittedScore:
    """The music for so many samples of speech. Raises InputError where it is not to be had."""
    return FittedScore(
        lead_in(score.before, words, profile) if score.before else None,
        lead_out(score.after, words, profile) if score.after else None,
    )


def mixed(take: bytes, words: slice, music: FittedScore, profile: Profile) -> bytes:
    """`take` (16-bit PCM, with room for the music around the speech at `words`) with the music. Its length stays."""
    if music == NO_MUSIC:
        return take
    canvas = _canvas(take, profile.rate)
    if music.before:
        canvas = _laid(canvas, music.before.sound, words.start - music.before.room)
    if music.after:
        canvas = _laid(canvas, music.after.sound, words.stop + music.after.gap - music.after.under)
    wave = mixture(canvas)[: len(take) // 2]
    return pcm(Limiter(wave, profile.rate, ceiling(profile)).amplified(Decibels(0.0)))


def _canvas(take: bytes, rate: Hertz) -> AudioSegment:
    """The take with silence up to the next full second: pydub would cut off what is no full millisecond."""
    wave = np.frombuffer(take, "<i2") / np.float32(FULL_SCALE)
    return mixable(np.pad(wave, (0, -len(wave) % rate)), rate)


def _laid(canvas: AudioSegment, sound: AudioSegment, at: int) -> AudioSegment:
    """`sound` laid over `canvas` from the sample `at`."""
    # half a sample more, since pydub rounds down
    laid = canvas.overlay(sound, position=1000 * (at + 0.5) / canvas.frame_rate)
    assert laid.frame_count() == canvas.frame_count(), "pydub lost samples"
    return laid
