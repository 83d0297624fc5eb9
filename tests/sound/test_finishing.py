"""Finished speech: trimmed, at the right rate, as loud as wanted, faded, padded, its marks moved along."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.errors import EngineFailed
from hakawati.model import Mark, Silence, Speech
from hakawati.profiles import Profile
from hakawati.sound.encoding import SILENT_END, encode
from hakawati.sound.finishing import Aim, finish, level
from hakawati.sound.levelling import repeated_loudness
from hakawati.sound.linking import link
from hakawati.sound.loudness import integrated
from hakawati.sound.measuring import Measured, measure
from hakawati.sound.waveform import Waveform, amplitude, silent, waveform
from hakawati.units import Hertz, Lufs, Samples
from real_programs import loudness as ffmpeg_loudness
from real_programs import needs
from sound.signals import ALL_PROFILES, COMPACT, PODCAST, noise, performed, sine, speech, talk

by_profile = pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)


def episode(spoken: list[Speech], profile: Profile, *, after: float, voice: float) -> io.BytesIO:
    file = io.BytesIO()
    link((encode(performed(one, profile, after=after, level=voice), profile) for one in spoken), file, profile)
    file.seek(0)
    return file


def measured(spoken: list[Speech], profile: Profile, *, after: float, voice: float) -> Measured:
    return measure(episode(spoken, profile, after=after, voice=voice))


def sentences(lengths: list[float], peak: float) -> list[Speech]:
    return [speech(talk(seconds, peak=peak, seed=number)) for number, seconds in enumerate(lengths)]


EPISODES = {
    "long": (sentences([4.0, 6.5, 3.2, 5.0], 0.3), 0.5),
    "short": (sentences([1.0, 1.4, 0.8, 2.0, 1.7, 0.9, 1.2, 2.5], 0.3), 0.3),
    "mixed, quiet": (sentences([0.5, 4.0, 1.0, 6.0, 2.2], 0.02), 0.4),
    "long pauses": (sentences([3.5, 1.5, 4.0], 0.9), 2.0),
    "no pauses": (sentences([1.5, 3.0, 2.0, 4.0], 0.5), 0.0),
}


@by_profile
@pytest.mark.parametrize("name", EPISODES)
def test_an_episode_decodes_as_loud_as_its_profile_wants(name: str, profile: Profile) -> None:
    spoken, after = EPISODES[name]
    found = measured(spoken, profile, after=after, voice=level(spoken[1]))
    assert found.loudness == pytest.approx(profile.loudness, abs=0.5)
    assert found.true_peak <= profile.true_peak


@needs("ffmpeg")
@by_profile
def test_ffmpeg_measures_the_same(profile: Profile, tmp_path: Path) -> None:
    spoken, after = EPISODES["mixed, quiet"]
    mp3 = tmp_path / "episode.mp3"
    mp3.write_bytes(episode(spoken, profile, after=after, voice=level(spoken[1])).getvalue())
    lufs, peak = ffmpeg_loudness(mp3)
    assert lufs == pytest.approx(profile.loudness, abs=0.5)
    assert peak <= profile.true_peak


def clicking() -> Waveform:
    wave = talk(3.5, peak=0.1)
    wave[5_000::9_000] = 1.0
    return wave


NASTY = {
    "clicks": clicking(),
    "clipped": np.clip(talk(3.5, peak=8.0), -1, 1),
    "square": np.sign(sine(140, 3.5, 22_050)).astype(np.float32),
    "bursts of noise": noise(80_000, 1.0) * (sine(2, 80_000 / 22_050, 22_050) > 0.97),
}


@by_profile
@pytest.mark.parametrize("name", NASTY)
def test_the_decoded_peak_stays_below_the_profiles(name: str, profile: Profile) -> None:
    assert measured([speech(NASTY[name])], profile, after=0.3, voice=-20.0).true_peak <= profile.true_peak


@by_profile
def test_even_turned_up_far_the_decoded_peak_stays_below(profile: Profile) -> None:
    file = io.BytesIO()
    link([encode(performed(speech(talk(2.0)), profile, volume=15.0), profile)], file, profile)
    file.seek(0)
    assert measure(file).true_peak <= profile.true_peak


@pytest.mark.parametrize(("seconds", "pause"), [(0.5, 0.0), (0.45, 0.15), (1.1, 0.25), (4.0, 0.6)])
def test_a_take_is_measured_as_an_episode_of_its_like_would_be(seconds: float, pause: float) -> None:
    rate = Hertz(22_050)
    wave = talk(seconds)
    silence = Samples(round(pause * rate))
    over_and_over = np.tile(np.concatenate([wave, silent(silence)]), 30)
    assert repeated_loudness(wave, rate, (Samples(0), silence)) == pytest.approx(
        integrated(over_and_over, rate), abs=0.15
    )


def test_what_the_limiter_takes_away_is_made_up_for() -> None:
    wave = talk(4.0, peak=0.1)
    wave[11_000::1_500] *= 9
    finished = performed(speech(wave), PODCAST)
    assert integrated(finished) == pytest.approx(PODCAST.loudness + 0.45, abs=0.2)


def test_volume_is_in_decibels() -> None:
    plain = integrated(performed(speech(talk(4.0)), PODCAST))
    softer = integrated(performed(speech(talk(4.0)), PODCAST, volume=-6.0))
    assert plain is not None
    assert softer == pytest.approx(plain - 6.0, abs=0.05)


@pytest.mark.parametrize(
    ("seconds", "leans_on_voice"), [(0.3, 1.0), (1.7, 0.5), (3.5, 0.0)], ids=["short", "between", "long"]
)
def test_a_short_take_leans_on_its_voice_and_a_long_one_on_itself(seconds: float, leans_on_voice: float) -> None:
    spoken = speech(talk(seconds))
    quiet, loud = (waveform(performed(spoken, PODCAST, level=voice)) for voice in (-23.0, -20.0))
    apart = 20 * np.log10(np.std(quiet) / np.std(loud))
    assert apart == pytest.approx(3.0 * leans_on_voice, abs=0.15)


def test_a_voices_level_does_not_depend_on_the_silence_around_its_sentence() -> None:
    sentence = talk(4.0)
    padded = np.concatenate([silent(9_000), sentence, silent(30_000)])
    assert level(speech(padded)) == pytest.approx(level(speech(sentence)), abs=0.2)


def test_a_voices_level_follows_its_strength() -> None:
    assert level(speech(talk(4.0, peak=0.1))) == pytest.approx(level(speech(talk(4.0, peak=0.4))) - 12.04, abs=0.05)


@pytest.mark.parametrize(
    ("sound", "told"),
    [
        (silent(0), "no sound at all"),
        (silent(22_050), "only silence .1.0 s of it."),
        (noise(22_050, 0.0005), "only silence"),
    ],
    ids=["nothing", "zeros", "hiss"],
)
def test_silence_is_no_speech(sound: Waveform, told: str) -> None:
    with pytest.raises(EngineFailed, match=told):
        performed(speech(sound), PODCAST)
    with pytest.raises(EngineFailed, match=told):
        level(speech(sound))


def test_a_sample_sentence_of_one_click_has_no_level() -> None:
    with pytest.raises(EngineFailed, match="too quiet to be measured"):
        level(speech(np.pad(np.array([0.002], np.float32), 5_000)))


@by_profile
@settings(deadline=None, max_examples=25, derandomize=True)
@given(
    seconds=st.floats(0.02, 0.8),
    before=st.floats(0.0, 0.3),
    after=st.floats(0.0, 0.5),
    rate=st.sampled_from([8_000, 16_000, 22_050, 24_000, 44_100, 48_000]),
    marks=st.lists(st.integers(0, 60_000), max_size=6),
)
def test_a_take_is_whole_frames_and_its_marks_stay_in_order_and_inside(
    profile: Profile, seconds: float, before: float, after: float, rate: int, marks: list[int]
) -> None:
    sound = np.concatenate([silent(rate // 5), talk(seconds, rate), silent(rate // 10)])
    placed = tuple(Mark(number, number + 1, Samples(at)) for number, at in enumerate(sorted(marks)))
    spoken = Speech(speech(sound, rate).pcm, Hertz(rate), placed)
    finished = performed(spoken, profile, before=before, after=after)
    assert finished.rate == profile.rate
    assert finished.samples % profile.frame == 0
    assert not any(finished.pcm[-2 * max(SILENT_END, round(after * profile.rate)) :])
    assert not any(finished.pcm[: 2 * round(before * profile.rate)])
    samples = [mark.sample for mark in finished.marks]
    assert samples == sorted(samples)
    assert [(mark.start, mark.end) for mark in finished.marks] == [(mark.start, mark.end) for mark in placed]
    assert all(round(before * profile.rate) <= sample < finished.samples - SILENT_END for sample in samples)


@by_profile
def test_a_mark_points_at_the_same_sound_as_before(profile: Profile) -> None:
    rate = 22_050
    sound = talk(2.0, rate, peak=0.05)
    sound[30_000:30_400] += sine(2_000, 400 / rate, rate, 0.9)
    spoken = Speech(
        speech(np.concatenate([silent(7_000), sound]), rate).pcm, Hertz(rate), (Mark(0, 1, Samples(37_000)),)
    )
    finished = performed(spoken, profile, before=0.25)
    beep = int(np.flatnonzero(np.abs(waveform(finished)) > 0.5 * np.abs(waveform(finished)).max())[0])
    assert abs(finished.marks[0].sample - beep) / profile.rate < 0.002


def test_the_silence_around_speech_is_cut_but_not_its_soft_beginning() -> None:
    rate = 22_050
    soft = noise(rate // 10, amplitude(-40))
    spoken = speech(np.concatenate([silent(rate), soft, talk(1.0, rate), silent(rate)]), rate)
    finished = waveform(performed(spoken, PODCAST, after=0.0))
    heard = np.flatnonzero(finished)
    assert heard[0] < 0.021 * 44_100
    assert len(finished) / 44_100 == pytest.approx(1.1 + 2 * 0.02 + SILENT_END / 44_100, abs=0.03)
    assert np.std(finished[1_500:4_000]) > 0


def test_speech_without_any_silence_is_kept_whole() -> None:
    spoken = speech(sine(300, 1.0, 24_000, 0.3), 24_000)
    finished = waveform(performed(spoken, COMPACT, after=0.0))
    assert np.flatnonzero(finished)[-1] >= 24_000 - 10


def test_one_click_of_a_few_samples_can_be_finished() -> None:
    finished = performed(speech(np.full(7, 0.5, np.float32)), PODCAST)
    assert finished.samples >= SILENT_END
    assert any(finished.pcm)


def test_a_take_does_not_depend_on_what_was_finished_before() -> None:
    alone = performed(speech(talk(1.0)), PODCAST)
    performed(speech(talk(5.0, seed=9)), COMPACT)
    assert finish(speech(talk(1.0)), Silence(0.0, 0.3), Aim(Lufs(-20.0)), PODCAST) == alone
