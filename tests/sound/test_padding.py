"""Fades and silence, exact to the sample."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.sound.padding import FADE_MILLISECONDS, padded
from hakawati.units import Hertz, Samples

RATES = [8_000, 11_025, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000]


def steady(samples: int) -> bytes:
    return np.full(samples, 10_000, "<i2").tobytes()


def numbers(pcm: bytes) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    return np.frombuffer(pcm, "<i2")


@settings(deadline=None, max_examples=150, derandomize=True)
@given(
    samples=st.integers(0, 5_000),
    before=st.integers(0, 70_000),
    after=st.integers(0, 70_000),
    rate=st.sampled_from(RATES),
)
def test_no_sample_is_lost_or_added(samples: int, before: int, after: int, rate: int) -> None:
    sound = numbers(padded(steady(samples), Hertz(rate), Samples(before), Samples(after)))
    assert len(sound) == before + samples + after
    assert not sound[:before].any()
    assert not sound[before + samples :].any()


@pytest.mark.parametrize("rate", RATES)
def test_only_the_ends_are_faded(rate: int) -> None:
    sound = numbers(padded(steady(rate), Hertz(rate), Samples(0), Samples(0)))
    fade = FADE_MILLISECONDS * rate // 1000
    assert (sound[fade:-fade] == 10_000).all()
    assert (np.diff(sound[:fade]) >= 0).all()
    assert (np.diff(sound[-fade:]) <= 0).all()
    assert sound[0] < 100
    assert sound[-1] < 10_000 * 1.5 / fade + 100


def test_what_is_shorter_than_two_fades_gets_shorter_ones() -> None:
    sound = numbers(padded(steady(24 * 6), Hertz(24_000), Samples(0), Samples(0)))
    assert sound[0] < 100
    assert sound[72] == 10_000
    assert sound[-1] < 500
