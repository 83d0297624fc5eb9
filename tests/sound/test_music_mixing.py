"""Music and speech in one take: each at its level, each in its place, and no click between them."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Mark, Silence, Speech
from hakawati.profiles import Profile
from hakawati.sound.encoding import SILENT_END
from hakawati.sound.finishing import Aim, finish
from hakawati.sound.mixing import _laid
from hakawati.sound.score import Passage, Piece, Score
from hakawati.sound.segments import mixable, mixture
from hakawati.sound.true_peak import true_peak
from hakawati.sound.waveform import Waveform, silent, waveform
from hakawati.units import Hertz, Lufs, Samples
from sound.signals import ALL_PROFILES, PODCAST, noise, sine, speech, talk
from sound.tunes import INTRO, OUTRO, WORDS, piece, strength, tune, written

by_profile = pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)

BEFORE, AFTER = 0.5, 1.0
"""Seconds of silence around words and music."""
LENGTH = 8.0
"""Seconds of speech; 40 ms more are kept where a voice is cut out of silence, none here."""


@pytest.fixture(scope="module")
def intro(tmp_path_factory: pytest.TempPathFactory) -> Passage:
    file = tune(tmp_path_factory.mktemp("music") / "intro.wav", INTRO)
    return Passage(
        piece=piece(file), beside=3.0, under=2.0, gap=0.4, volume=-3.0, duck=-12.0, fade_in=0.5, fade_out=1.0
    )


@pytest.fixture(scope="module")
def outro(intro: Passage, tmp_path_factory: pytest.TempPathFactory) -> Passage:
    file = tune(tmp_path_factory.mktemp("music") / "outro.flac", OUTRO, rate=44_100)
    return replace(intro, piece=piece(file), beside=4.0, fade_out=2.0)


@pytest.fixture(scope="module")
def tones(tmp_path_factory: pytest.TempPathFactory) -> Callable[[float], Piece]:
    folder = tmp_path_factory.mktemp("tones")
    return cache(lambda seconds: piece(tune(folder / f"{seconds}.wav", INTRO, seconds)))


def spoken(seconds: float = LENGTH, peak: float = 0.3) -> Speech:
    return speech(sine(WORDS, seconds, 22_050, peak))


def finished(said: Speech, profile: Profile, score: Score | None = None) -> Waveform:
    return waveform(finish(said, Silence(BEFORE, AFTER), Aim(Lufs(-20.0)), profile, score))


def heard(wave: Waveform, profile: Profile, start: float, end: float, frequency: float) -> float:
    """The level of a tone between two times."""
    return strength(wave[round(start * profile.rate) : round(end * profile.rate)], frequency, profile.rate)


@by_profile
def test_music_is_as_loud_as_asked_alone_and_under_words(profile: Profile, intro: Passage, outro: Passage) -> None:
    """At 440 and 640 Hz the weighting of BS.1770 is within 0.8 dB of what it is at 1 kHz, where a level reads as it is."""
    wave = finished(spoken(), profile, Score(before=intro, after=outro))
    words = BEFORE + intro.beside
    alone = heard(wave, profile, BEFORE + 0.6, words - 0.5, INTRO)
    under = heard(wave, profile, words + 0.05, words + 0.95, INTRO)
    assert alone - profile.loudness == pytest.approx(-3.0 + 0.45, abs=1.0)
    assert under - alone == pytest.approx(-12.0, abs=0.05)
    end = words + LENGTH
    under = heard(wave, profile, end - 1.4, end - 0.05, OUTRO)
    alone = heard(wave, profile, end + 0.5, end + 1.9, OUTRO)
    assert alone - profile.loudness == pytest.approx(-3.0 + 0.45, abs=1.0)
    assert under - alone == pytest.approx(-12.0, abs=0.05)


@by_profile
def test_where_there_is_no_music_speech_and_marks_are_moved_and_otherwise_the_same_to_the_bit(
    profile: Profile, intro: Passage, outro: Passage
) -> None:
    said = replace(speech(talk(LENGTH)), marks=(Mark(0, 2, Samples(0)), Mark(3, 5, Samples(90_000))))
    plain, take = (
        finish(said, Silence(BEFORE, AFTER), Aim(Lufs(-20.0)), profile, score)
        for score in (None, Score(before=intro, after=outro))
    )
    lead = round(intro.beside * profile.rate)
    begin, end = (round((BEFORE + moment) * profile.rate) for moment in (2.1, LENGTH - 2.1))
    assert np.array_equal(waveform(take)[begin + lead : end + lead], waveform(plain)[begin:end])
    assert [mark.sample - lead for mark in take.marks] == [mark.sample for mark in plain.marks]


@by_profile
def test_speech_is_as_loud_under_music_as_without(profile: Profile, intro: Passage, outro: Passage) -> None:
    said = spoken(peak=0.9)
    plain = finished(said, profile)
    wave = finished(said, profile, Score(before=intro, after=outro))
    for start, end in ((0.1, 1.9), (3.0, 5.0), (6.2, 7.8)):
        alone = heard(plain, profile, BEFORE + start, BEFORE + end, WORDS)
        lead = BEFORE + intro.beside
        assert heard(wave, profile, lead + start, lead + end, WORDS) == pytest.approx(alone, abs=0.02)


@by_profile
def test_pauses_stay_silent_and_as_long_as_asked(profile: Profile, intro: Passage, outro: Passage) -> None:
    wave = finished(spoken(), profile, Score(before=intro, after=outro))
    sounds = np.flatnonzero(wave)
    assert sounds[0] / profile.rate == pytest.approx(BEFORE, abs=0.005)
    assert 0 <= (len(wave) - 1 - sounds[-1]) / profile.rate - AFTER < 2 * profile.frame / profile.rate
    assert len(wave) % profile.frame == 0


@by_profile
def test_no_fade_and_no_ramp_clicks(profile: Profile, intro: Passage, outro: Passage) -> None:
    """A tone moves by at most 2 pi f / rate of its peak from sample to sample; a click by more. And a click is heard
    far above the tone: what lies there stays inaudible through all fades and ramps.
    """
    score = Score(before=intro, after=outro)
    quiet = finished(spoken(peak=0.3), profile, score) - _words_alone(profile, score)
    loudest = np.abs(quiet).max()
    assert np.abs(np.diff(quiet)).max() <= 1.02 * 2 * np.pi * OUTRO / profile.rate * loudest + 2 / 32_768
    assert _above(4_000, quiet, profile) < -80


def _words_alone(profile: Profile, score: Score) -> Waveform:
    """The same words in the same place, without the music."""
    assert score.before
    assert score.after
    silence = Silence(BEFORE + score.before.beside, AFTER + score.after.beside)
    return waveform(finish(spoken(peak=0.3), silence, Aim(Lufs(-20.0)), profile))


def _above(frequency: float, wave: Waveform, profile: Profile) -> float:
    """The loudest 20 ms above it, in dBFS."""
    length = profile.rate // 50
    pieces = wave[: len(wave) // length * length].reshape(-1, length) * np.blackman(length)
    spectra = np.abs(np.fft.rfft(pieces, axis=1)) ** 2
    high = spectra[:, np.fft.rfftfreq(length, 1 / profile.rate) > frequency].sum(axis=1)
    return float(10 * np.log10(2 * high.max() / length / np.sum(np.blackman(length) ** 2)))


def test_music_swells_and_fades_steadily(intro: Passage) -> None:
    wave = finished(spoken(), PODCAST, Score(before=intro))
    step = 0.05

    def levels(start: float, end: float) -> list[float]:
        return [heard(wave, PODCAST, at, at + step, INTRO) for at in np.arange(start, end - step, step)]

    swelling, sinking = levels(BEFORE, BEFORE + 0.5), levels(BEFORE + 2.6, BEFORE + 3.0)
    fading = levels(BEFORE + 4.0, BEFORE + 5.0)
    assert swelling == sorted(swelling)
    assert sinking == sorted(sinking, reverse=True)
    assert fading == sorted(fading, reverse=True)
    assert fading[-1] < fading[0] - 25


@by_profile
def test_a_chime_sounds_before_its_words_with_a_gap(profile: Profile, tmp_path: Path) -> None:
    chime = Passage(piece=piece(tune(tmp_path / "chime.wav", INTRO, 1.2)), beside=4.0, gap=0.4)
    wave = finished(spoken(3.0), profile, Score(before=chime))
    sounds = np.flatnonzero(np.abs(wave) > 1e-4) / profile.rate
    [silence] = np.flatnonzero(np.diff(sounds) > 0.1)
    assert sounds[0] == pytest.approx(BEFORE, abs=0.002)
    assert sounds[silence] == pytest.approx(BEFORE + 1.2, abs=0.002)
    assert sounds[silence + 1] == pytest.approx(BEFORE + 1.2 + 0.4, abs=0.002)


def test_music_that_is_shorter_ends_earlier_and_is_not_played_again(intro: Passage, tmp_path: Path) -> None:
    short = replace(intro, piece=piece(tune(tmp_path / "short.wav", INTRO, 2.0)))
    wave = finished(spoken(), PODCAST, Score(before=short, after=replace(short, gap=0.0)))
    words = BEFORE + 2.0 + 0.4
    assert heard(wave, PODCAST, words - 0.35, words - 0.05, INTRO) < -90
    assert heard(wave, PODCAST, words + 0.1, words + 3.0, INTRO) < -90
    assert heard(wave, PODCAST, words + 0.1, words + 3.0, WORDS) > -25
    assert heard(wave, PODCAST, words + LENGTH + 0.5, words + LENGTH + 1.0, INTRO) > -25
    assert np.abs(wave[round((words + LENGTH + 2.0) * 44_100) :]).max() < 1e-4


def test_music_under_words_ends_with_them(intro: Passage) -> None:
    wave = finished(spoken(0.9), PODCAST, Score(before=replace(intro, under=60.0, beside=1.0)))
    end = BEFORE + 1.0 + 0.9
    assert heard(wave, PODCAST, end - 0.9, end - 0.6, INTRO) > -40
    assert not wave[round((end + 0.001) * 44_100) :].any()


def test_music_only_under_the_words_is_ducked_throughout(intro: Passage, outro: Passage) -> None:
    ducked = Score(before=replace(intro, beside=0.0), after=replace(outro, beside=0.0))
    wave = finished(spoken(), PODCAST, ducked)
    assert len(wave) == len(finished(spoken(), PODCAST))
    assert heard(wave, PODCAST, BEFORE + 0.5, BEFORE + 1.0, INTRO) == pytest.approx(-19 - 15 + 0.45, abs=1.0)
    end = BEFORE + LENGTH
    assert heard(wave, PODCAST, end - 1.0, end - 0.8, OUTRO) < -33


def test_an_outro_that_waits_for_the_last_word_keeps_the_gap(outro: Passage) -> None:
    wave = finished(spoken(), PODCAST, Score(after=replace(outro, under=0.0, gap=0.7)))
    sounds = np.flatnonzero(wave) / 44_100
    [silence] = np.flatnonzero(np.diff(sounds) > 0.1)
    assert sounds[silence] == pytest.approx(BEFORE + LENGTH, abs=0.002)
    assert sounds[silence + 1] - sounds[silence] == pytest.approx(0.7, abs=0.002)


@pytest.mark.parametrize("rate", [24_000, 44_100])
@settings(deadline=None, derandomize=True)
@given(at=st.integers(0, 200_000))
def test_music_is_laid_at_any_sample(rate: int, at: int) -> None:
    step = mixable(np.full(rate // 100, 0.25, np.float32), Hertz(rate))
    laid = mixture(_laid(mixable(silent(10 * rate), Hertz(rate)), step, at))
    assert np.flatnonzero(laid).tolist() == list(range(at, at + rate // 100))


def test_speech_and_two_pieces_of_music_are_added_without_clipping() -> None:
    loud = mixable(np.full(441, 0.99, np.float32), Hertz(44_100))
    assert mixture(loud.overlay(loud).overlay(loud)) == pytest.approx(2.97, abs=1e-6)


@by_profile
def test_even_loud_music_stays_under_the_ceiling(profile: Profile, intro: Passage, tmp_path: Path) -> None:
    loud = replace(intro, piece=piece(written(tmp_path / "noise.wav", noise(400_000, 1.0))), volume=12.0, duck=0.0)
    wave = finished(speech(talk(4.0)), profile, Score(before=loud, after=loud))
    assert true_peak(wave, profile.rate) < profile.true_peak + 0.5
    assert np.abs(wave).max() < 1.0


passages = st.builds(
    Passage,
    piece=st.just(Piece("", "")),
    beside=st.floats(0.0, 1.0),
    under=st.floats(0.0, 1.0),
    gap=st.floats(0.0, 0.3),
    duck=st.just(-6.0),
    fade_in=st.floats(0.0, 2.0),
    fade_out=st.floats(0.0, 2.0),
)


@by_profile
@settings(deadline=None, max_examples=40, derandomize=True)
@given(
    seconds=st.floats(0.02, 1.0),
    music=passages,
    there=st.sampled_from([0.05, 0.5, 3.0]),
    marks=st.lists(st.integers(0, 25_000), max_size=4),
)
def test_whatever_the_lengths_a_take_is_whole_and_its_marks_move_along(
    tones: Callable[[float], Piece], profile: Profile, seconds: float, music: Passage, there: float, marks: list[int]
) -> None:
    music = replace(music, piece=tones(there))
    placed = tuple(Mark(number, number + 1, Samples(at)) for number, at in enumerate(sorted(marks)))
    said = replace(speech(talk(seconds)), marks=placed)
    silence, aim = Silence(0.1, 0.2), Aim(Lufs(-20.0))
    plain, take = (finish(said, silence, aim, profile, score) for score in (None, Score(before=music, after=music)))
    assert take.samples % profile.frame == 0
    assert not any(take.pcm[: 2 * round(0.1 * profile.rate)])
    assert not any(take.pcm[-2 * max(SILENT_END, round(0.2 * profile.rate)) :])
    lead = {moved.sample - mark.sample for moved, mark in zip(take.marks, plain.marks, strict=True)}
    assert len(lead) <= 1
    assert all(0 <= samples <= (music.beside + music.gap) * profile.rate + 1 for samples in lead)
