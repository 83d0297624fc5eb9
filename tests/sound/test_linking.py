"""Takes join without a seam: every sample is where it belongs, for every decoder, in constant memory."""

import io
import tracemalloc
from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Take
from hakawati.profiles import Profile
from hakawati.sound.encoding import encode, encoder_gain
from hakawati.sound.frames import read_frames
from hakawati.sound.linking import link
from hakawati.sound.waveform import Waveform, waveform
from real_programs import decoded_samples, needs, run
from sound.signals import ACX, ALL_PROFILES, COMPACT, PODCAST, noise, ready, speech, takes, talk

by_profile = pytest.mark.parametrize("profile", ALL_PROFILES, ids=lambda profile: profile.name)


def linked(made: list[Take], profile: Profile) -> io.BytesIO:
    file = io.BytesIO()
    link(made, file, profile)
    file.seek(0)
    return file


def spoken(profile: Profile, lengths: list[float]) -> list[Waveform]:
    """Waveforms that begin at once and break off at full strength: the hardest to join."""
    return [
        talk(length, profile.rate, 90 + 40 * number, breath=0.02, seed=number) for number, length in enumerate(lengths)
    ]


def snr(given: Waveform, decoded: Waveform, profile: Profile) -> float:
    """Signal to coding noise in dB, what LAME takes from the loudness allowed for."""
    wanted = given * encoder_gain(profile)
    return float(10 * np.log10(np.sum(wanted**2) / np.sum((decoded - wanted) ** 2)))


@by_profile
def test_joined_takes_sound_like_the_whole_encoded_in_one_piece(profile: Profile) -> None:
    waves = spoken(profile, [0.7, 1.3, 0.2, 1.0])
    whole = np.concatenate([waveform(ready(wave, profile)) for wave in waves])
    joined, _ = soundfile.read(linked(takes(profile, waves), profile), dtype="float32")
    at_once, _ = soundfile.read(linked([encode(speech(whole, profile.rate), profile)], profile), dtype="float32")
    assert len(joined) == len(at_once) == len(whole)
    assert snr(whole, joined, profile) > 20
    assert snr(whole, joined, profile) > snr(whole, at_once, profile) - 1.0


@by_profile
def test_there_is_no_click_at_a_seam(profile: Profile) -> None:
    waves = spoken(profile, [0.5, 0.5, 0.5])
    made = takes(profile, waves)
    joined, _ = soundfile.read(linked(made, profile), dtype="float32")
    seams = np.cumsum([take.samples for take in made])[:-1]
    for seam in seams:
        silence = joined[seam - 400 : seam - 200]
        assert np.abs(silence).max() < 0.01


@by_profile
@settings(deadline=None, max_examples=12, derandomize=True)
@given(lengths=st.lists(st.integers(0, 6_000), min_size=1, max_size=5))
def test_exactly_as_many_samples_come_out_as_went_in(profile: Profile, lengths: list[int]) -> None:
    made = takes(profile, [noise(length) for length in lengths])
    decoded, rate = soundfile.read(linked(made, profile))
    assert (len(decoded), rate) == (sum(take.samples for take in made), profile.rate)


@by_profile
def test_it_says_what_it_wrote_and_leaves_what_came_before_alone(profile: Profile) -> None:
    made = takes(profile, spoken(profile, [0.3, 0.4]))
    file = io.BytesIO(b"an ID3 tag")
    file.seek(0, io.SEEK_END)
    done = link(made, file, profile)
    assert file.tell() == len(file.getvalue())
    tag, stream = file.getvalue()[:10], file.getvalue()[10:]
    assert tag == b"an ID3 tag"
    assert done.samples == sum(take.samples for take in made)
    assert done.bytes == len(stream)
    assert done.frames == len(list(read_frames(stream))) - 1
    assert stream.endswith(made[0].body + made[1].body + made[1].tail)


def test_no_take_at_all_is_refused() -> None:
    with pytest.raises(ValueError, match="no take to link"):
        link([], io.BytesIO(), PODCAST)


def test_a_take_of_another_profile_is_refused() -> None:
    with pytest.raises(ValueError, match="192 kbit/s and 44100 Hz does not fit the profile podcast"):
        link(takes(ACX, [noise(2_000)]), io.BytesIO(), PODCAST)


def test_a_take_that_is_no_whole_number_of_frames_is_refused() -> None:
    [take] = takes(COMPACT, [noise(2_000)])
    with pytest.raises(ValueError, match="no whole number of frames"):
        link([Take(type(take.samples)(take.samples + 1), take.rate, take.body, take.tail)], io.BytesIO(), COMPACT)


def test_a_long_episode_is_linked_in_constant_memory(tmp_path: Path) -> None:
    [take] = takes(PODCAST, [noise(44_100)])

    def fresh() -> Iterator[Take]:
        for _ in repeat(None, 1_000):
            yield Take(take.samples, take.rate, bytes(bytearray(take.body)), take.tail)

    with (tmp_path / "long.mp3").open("wb") as file:
        tracemalloc.start()
        done = link(fresh(), file, PODCAST)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert done.bytes > 10_000_000
    assert peak < 10 * len(take.body)


@needs("mp3val")
@by_profile
def test_mp3val_finds_nothing_wrong(profile: Profile, tmp_path: Path) -> None:
    mp3 = tmp_path / "joined.mp3"
    mp3.write_bytes(linked(takes(profile, spoken(profile, [0.5, 0.1, 0.8])), profile).getvalue())
    told = run("mp3val", mp3)
    assert "MPEG frames" in told
    # the tags are another layer's
    assert [line for line in told.splitlines() if "WARNING" in line and "No supported tags" not in line] == []


@needs("ffmpeg")
@by_profile
def test_ffmpeg_decodes_exactly_as_many_samples(profile: Profile, tmp_path: Path) -> None:
    made = takes(profile, spoken(profile, [0.5, 0.1, 0.8]))
    mp3 = tmp_path / "joined.mp3"
    mp3.write_bytes(linked(made, profile).getvalue())
    assert decoded_samples(mp3) == sum(take.samples for take in made)
