"""An episode with intro, chime and outro, from its takes to the decoded MP3."""

import io
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import soundfile

from hakawati.model import Silence, Speech
from hakawati.profiles import Profile
from hakawati.settings import Music
from hakawati.sound.accompaniment import accompaniment
from hakawati.sound.encoding import encode, encoder_gain
from hakawati.sound.finishing import Aim, finish, level
from hakawati.sound.linking import link
from hakawati.sound.measuring import Measured, measure
from hakawati.sound.waveform import Waveform, decibels, waveform
from sound.signals import ACX, ALL_PROFILES, PODCAST, noise, sine, speech, talk
from sound.tunes import CHIME, INTRO, OUTRO, strength, tune, written

by_profile = pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Music:
    """With a chime that dies away as one does."""
    folder = tmp_path_factory.mktemp("music")
    bell = sine(CHIME, 1.5, 44_100, 0.8) * np.exp(-2 * np.arange(66_150) / 44_100)
    return Music(
        intro=tune(folder / "intro.mp3", INTRO, 15.0, 44_100),
        outro=tune(folder / "outro.ogg", OUTRO, 15.0),
        chime=written(folder / "chime.flac", np.asarray(bell, np.float32), 44_100),
    )


@dataclass(frozen=True)
class Made:
    """An episode of one take after another, a chapter beginning at each; `starts`, and the end, in seconds."""

    takes: list[Speech]
    mp3: bytes
    starts: list[float]

    def decoded(self) -> Waveform:
        return np.asarray(soundfile.read(io.BytesIO(self.mp3), dtype="float32")[0])

    def measured(self) -> Measured:
        return measure(io.BytesIO(self.mp3))


def episode(said: list[Speech], music: Music, profile: Profile) -> Made:
    voice, last = level(said[0]), len(said) - 1
    takes = [
        finish(
            one,
            Silence(0.6 if number == 0 else 0.2, 2.0 if number == last else 0.8),
            Aim(voice),
            profile,
            accompaniment(music, opens=number == 0, closes=number == last, begins_chapter=number > 0),
        )
        for number, one in enumerate(said)
    ]
    mp3 = io.BytesIO()
    link((encode(take, profile) for take in takes), mp3, profile)
    starts = np.cumsum([0, *(take.samples for take in takes)])
    return Made(takes, mp3.getvalue(), [start / profile.rate for start in starts])


@by_profile
def test_every_sample_of_three_linked_takes_is_where_it_belongs(profile: Profile, music: Music) -> None:
    made = episode(
        [speech(talk(seconds, seed=number)) for number, seconds in enumerate([5.0, 3.0, 6.0])], music, profile
    )
    whole = np.concatenate([waveform(take) for take in made.takes]) * np.float32(encoder_gain(profile))
    decoded = made.decoded()
    assert len(decoded) == len(whole)
    off = decoded - whole
    edges = [0, *(round(start * profile.rate) for start in made.starts[1:])]
    for begin, end in pairwise(edges):
        assert 10 * np.log10(np.sum(whole[begin:end] ** 2) / np.sum(off[begin:end] ** 2)) > 18
        # one sample off its place, it would not fit by far
        shifted = decoded[begin + 1 : end] - whole[begin : end - 1]
        assert np.sum(shifted**2) > 2 * np.sum(off[begin:end] ** 2)


@by_profile
def test_intro_chime_and_outro_are_heard_in_their_takes(profile: Profile, music: Music) -> None:
    made = episode([speech(talk(5.0, breath=0.0, seed=number)) for number in range(3)], music, profile)
    decoded = made.decoded()
    _, second, third, end = made.starts

    def heard(frequency: float, start: float, seconds: float) -> float:
        begin = round(start * profile.rate)
        return strength(decoded[begin : begin + round(seconds * profile.rate)], frequency, profile.rate)

    assert heard(INTRO, 1.3, 4.5) == pytest.approx(profile.loudness - 2.0 + 0.45, abs=1.0)
    for start in (second, third):
        assert np.abs(decoded[round((start - 0.1) * profile.rate) : round((start + 0.15) * profile.rate)]).max() < 0.001
        assert heard(CHIME, start + 0.2, 1.4) > profile.loudness - 15
        assert heard(CHIME, start + 0.2 + 1.55, 0.3) < -75
    assert heard(OUTRO, end - 11.0, 5.0) == pytest.approx(profile.loudness - 2.0 + 0.45, abs=1.0)
    assert np.abs(decoded[round((end - 1.9) * profile.rate) :]).max() < 0.001


def test_music_starts_a_player_at_silence_and_words_after_it(music: Music) -> None:
    made = episode([speech(talk(5.0))], music, PODCAST)
    decoded = made.decoded()
    loud = np.flatnonzero(np.abs(decoded) > 0.003) / 44_100
    assert loud[0] == pytest.approx(0.6, abs=0.05)
    assert len(decoded) / 44_100 == pytest.approx(0.6 + 6.0 + 5.0 + 10.0 + 2.0, abs=0.1)


def minute(profile: Profile, music: Music) -> Made:
    """An episode of one minute, music and all."""
    lengths = [4.0, 8.0, 8.0, 8.0, 5.0]
    return episode(
        [speech(talk(seconds, peak=0.3, seed=number)) for number, seconds in enumerate(lengths)], music, profile
    )


@by_profile
def test_a_minute_with_music_is_as_loud_as_its_profile_wants(profile: Profile, music: Music) -> None:
    made = minute(profile, replace(music, chime=None))
    found = made.measured()
    assert 45 < found.samples / profile.rate < 65
    assert found.loudness == pytest.approx(profile.loudness, abs=0.6)
    assert found.true_peak <= profile.true_peak


@by_profile
@pytest.mark.parametrize("volume", [-2.0, 12.0])
def test_the_decoded_peak_stays_below_the_profiles_whatever_the_music(
    profile: Profile, volume: float, tmp_path: Path
) -> None:
    clicks = noise(480_000, 0.05)
    clicks[3_000::12_000] = 1.0
    file = written(tmp_path / "clicks.wav", clicks)
    harsh = Music(intro=file, outro=file, volume=volume, duck=0.0, intro_seconds=2.0, outro_seconds=2.0)
    made = episode([speech(talk(2.5))], harsh, profile)
    assert made.measured().true_peak <= profile.true_peak


def test_acx_keeps_its_rules_with_music(music: Music) -> None:
    """-23 to -18 dB RMS, peaks of at most -3 dB, room tone of at most -60 dB: 0.5 to 1 s of it ahead, 1 to 5 s at the end."""
    made = minute(ACX, music)
    decoded = made.decoded()
    loud = np.flatnonzero(np.abs(decoded) > 10 ** (-60 / 20)) / ACX.rate
    assert -23 < decibels(float(np.sqrt(np.mean(decoded**2)))) < -18
    assert made.measured().true_peak <= -3.0
    assert 0.5 <= loud[0] <= 1.0
    assert 1.0 <= len(decoded) / ACX.rate - loud[-1] <= 5.0
