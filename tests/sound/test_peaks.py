"""True peaks lie between the samples, and the limiter holds them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.sound.limiting import REACH, Limiter
from hakawati.sound.true_peak import PeakMeter, true_peak
from hakawati.sound.waveform import Waveform, amplitude, silent
from hakawati.units import Decibels, Hertz
from sound.signals import noise, sine, talk

RATE = Hertz(44_100)


def between_samples() -> Waveform:
    """A quarter of the sample rate, 45 degrees off: every sample lies 3.01 dB below the wave's crest."""
    angle = np.pi / 2 * np.arange(20_000) + np.pi / 4
    return np.asarray(np.sin(angle) * np.hanning(20_000) ** 0.1, np.float32)


def square(frequency: float, seconds: float = 1.0) -> Waveform:
    return np.sign(sine(frequency, seconds, RATE)).astype(np.float32)


def clicks() -> Waveform:
    wave = noise(RATE, 0.01)
    wave[2_000::3_001] = 1.0
    wave[3_500::7_001] = -1.0
    return wave


NASTY = {
    "between samples": between_samples(),
    "clicks": clicks(),
    "square": square(220),
    "clipped speech": np.clip(talk(1.0, RATE, peak=6.0), -1, 1),
    "noise": noise(RATE, 1.0),
    "one click": np.eye(1, 9_000, 4_500, dtype=np.float32)[0],
    "at the edges": np.concatenate([[1.0], silent(500), [1.0]]).astype(np.float32),
}


def test_the_crest_between_two_samples_counts() -> None:
    wave = between_samples()
    assert 20 * np.log10(np.abs(wave).max()) == pytest.approx(-3.01, abs=0.05)
    assert true_peak(wave, RATE) == pytest.approx(0.0, abs=0.1)


def test_a_slow_sine_peaks_where_its_samples_do() -> None:
    assert true_peak(sine(100, 1, RATE, 0.5), RATE) == pytest.approx(-6.02, abs=0.02)


def test_silence_peaks_at_minus_infinity() -> None:
    assert true_peak(silent(100), RATE) == -np.inf
    assert true_peak(silent(0), RATE) == -np.inf


@settings(deadline=None, max_examples=20, derandomize=True)
@given(cuts=st.lists(st.integers(0, 20_000), max_size=6))
def test_the_peak_does_not_mind_how_the_sound_comes(cuts: list[int]) -> None:
    meter = PeakMeter(RATE)
    for piece in np.split(between_samples(), sorted(cuts)):
        meter.feed(piece)
    meter.feed(silent(0), last=True)
    assert meter.true_peak() == pytest.approx(true_peak(between_samples(), RATE), abs=1e-4)


@pytest.mark.parametrize("gain", [0.0, 6.0, 24.0])
@pytest.mark.parametrize("name", NASTY)
def test_the_limiter_holds_the_ceiling(name: str, gain: float) -> None:
    held = Limiter(NASTY[name], RATE, Decibels(-3.0)).amplified(Decibels(gain))
    assert len(held) == len(NASTY[name])
    assert true_peak(held, RATE) <= -3.0 + 0.1


def test_what_is_not_too_high_is_only_amplified() -> None:
    wave = talk(1.0, RATE, peak=0.2)
    limiter = Limiter(wave, RATE, Decibels(-3.0))
    assert not limiter.limits(Decibels(6.0))
    assert np.array_equal(limiter.amplified(Decibels(6.0)), wave * np.float32(amplitude(6.0)))


def test_the_limiter_works_only_around_the_peak() -> None:
    wave = talk(1.0, RATE, peak=0.2)
    wave[20_000] = 0.99
    held = Limiter(wave, RATE, Decibels(-6.0)).amplified(Decibels(0.0))
    far = np.abs(np.arange(len(wave)) - 20_000) > 2 * REACH * RATE + 8
    assert np.abs(held[far] - wave[far]).max() < 1e-7
    assert np.abs(held[20_000]) < 0.51


def test_the_gain_changes_smoothly() -> None:
    wave = np.full(RATE, 0.1, np.float32)
    wave[20_000] = 1.0
    gain = Limiter(wave, RATE, Decibels(-6.0)).amplified(Decibels(0.0)) / wave
    assert gain.min() == pytest.approx(0.5, abs=0.01)
    assert np.abs(np.diff(gain)).max() < 2 * 0.5 / (REACH * RATE)
