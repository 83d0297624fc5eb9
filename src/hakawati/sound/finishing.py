"""Speech as an engine returned it becomes finished speech: trimmed, at the profile's rate and loudness, with its pause
and its music.

    trim ─▶ resample ─▶ level and limit ─▶ 16 bit ─▶ fade and pad ─▶ mix

The word marks move along. Speech comes out just as loud with music as without.
"""

from dataclasses import replace

from hakawati.errors import EngineFailed
from hakawati.model import Mark, Silence, Sounding, Speech
from hakawati.profiles import Profile
from hakawati.sound.aim import Aim
from hakawati.sound.encoding import SILENT_END
from hakawati.sound.levelling import Pause, levelled, repeated_loudness
from hakawati.sound.mixing import NO_MUSIC, fitted, mixed
from hakawati.sound.padding import padded
from hakawati.sound.resampling import resampled
from hakawati.sound.score import Score
from hakawati.sound.trimming import sounding
from hakawati.sound.waveform import pcm, waveform
from hakawati.units import Hertz, Lufs, Samples, samples

__all__ = ["Aim", "finish", "level"]

SAMPLE_PAUSE = 0.4
"""Seconds after a voice's sample sentence: one block of the loudness meter, as after any sentence."""


def finish(speech: Speech, silence: Silence, aim: Aim, profile: Profile, score: Score | None = None) -> Speech:
    """A whole number of the profile's frames, ready to be encoded.

    `silence` stands before the music and after it. Raises EngineFailed where there is no speech, InputError where the
    music is not to be had.
    """
    sound = waveform(speech)
    kept = sounding(sound, speech.rate)
    wave = resampled(sound[kept], speech.rate, profile.rate)
    words = pcm(levelled(wave, _pause(len(wave), silence, profile, NO_MUSIC.room), aim, profile))
    music = fitted(score, Samples(len(wave)), profile) if score else NO_MUSIC
    pause = _pause(len(wave), silence, profile, music.room)
    data = mixed(padded(words, profile.rate, *pause), slice(pause[0], pause[0] + len(wave)), music, profile)
    assert len(data) // 2 % profile.frame == 0, "a take is a whole number of frames"
    moved = tuple(_moved(mark, kept, speech.rate, profile.rate, pause[0], len(wave)) for mark in speech.marks)
    return Speech(data, profile.rate, moved, Sounding(pause[0], Samples(pause[0] + len(wave))))


def level(speech: Speech) -> Lufs:
    """How loud a voice is, by a sentence it has spoken. Raises EngineFailed where it cannot be told."""
    sound = waveform(speech)
    pause = Samples(0), samples(SAMPLE_PAUSE, speech.rate)
    loudness = repeated_loudness(sound[sounding(sound, speech.rate)], speech.rate, pause)
    if loudness is None:
        raise EngineFailed("the voice's sample sentence is too quiet to be measured: choose another voice")
    return loudness


def _pause(sounding_samples: int, silence: Silence, profile: Profile, room: Pause) -> Pause:
    """With `room` for the music. The end's is never under what takes need to join, and grows until the whole is a
    number of frames.
    """
    before = samples(silence.before, profile.rate) + room[0]
    least = max(samples(silence.after, profile.rate), SILENT_END) + room[1]
    rest = -(before + sounding_samples + least) % profile.frame
    return Samples(before), Samples(least + rest)


def _moved(mark: Mark, kept: slice, rate: Hertz, wanted: Hertz, before: Samples, length: int) -> Mark:
    """The mark in the finished speech: on the sound, even where it stood in the silence that was cut off."""
    inside = min(max(mark.sample, kept.start), kept.stop) - kept.start
    return replace(mark, sample=Samples(before + min(inside * wanted // rate, length - 1)))
