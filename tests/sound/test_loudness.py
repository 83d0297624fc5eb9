"""Loudness by BS.1770-4, held against its own known values and EBU Tech 3341's test signals."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.sound.k_weighting import KWeighting
from hakawati.sound.loudness import Meter, integrated
from hakawati.sound.waveform import Waveform, amplitude, silent
from hakawati.units import Hertz
from sound.signals import noise, sine, speech, talk

ALL_RATES = pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])


def tone(level: float, seconds: float, rate: int = 48_000) -> Waveform:
    """997 Hz whose peaks reach `level` dBFS: 3.01 LU more than it measures in a single channel."""
    return sine(997, seconds, rate, amplitude(level))


@ALL_RATES
def test_a_full_scale_sine_in_one_channel_measures_minus_3_01(rate: int) -> None:
    """Lower rates bend the shelf a little, as they do in libebur128."""
    tolerance = 0.01 if rate > 40_000 else 0.05
    assert integrated(sine(997, 5, rate), Hertz(rate)) == pytest.approx(-3.01, abs=tolerance)


@pytest.mark.parametrize("level", [-23.0, -33.0, -60.0])
def test_loudness_follows_the_level(level: float) -> None:
    assert integrated(tone(level, 20), Hertz(48_000)) == pytest.approx(level - 3.01, abs=0.01)


@pytest.mark.parametrize(
    ("levels", "measured"),
    [
        pytest.param([(-36, 10), (-23, 60), (-36, 10)], -23, id="relative gate"),
        pytest.param([(-72, 10), (-36, 10), (-23, 60), (-36, 10), (-72, 10)], -23, id="both gates"),
        pytest.param([(-26, 20), (-20, 20.1), (-26, 20)], -23, id="no gate"),
    ],
)
def test_tech_3341_cases_3_to_5(levels: list[tuple[float, float]], measured: float) -> None:
    """In one channel of the two the cases are given for, so 3.01 LU less."""
    signal = np.concatenate([tone(level, seconds) for level, seconds in levels])
    assert integrated(signal, Hertz(48_000)) == pytest.approx(measured - 3.01, abs=0.1)


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (silent(0), "empty"),
        (sine(997, 0.399, 48_000), "shorter than a block"),
        (silent(480_000), "silent"),
        (tone(-75, 5), "below the absolute gate"),
    ],
    ids=str,
)
def test_what_cannot_be_measured_is_none(sound: Waveform, why: str) -> None:
    assert integrated(sound, Hertz(48_000)) is None, why


def test_one_block_is_enough() -> None:
    assert integrated(sine(997, 0.4, 48_000), Hertz(48_000)) == pytest.approx(-3.01, abs=0.1)


def test_speech_knows_its_own_rate() -> None:
    wave = talk(2.0)
    assert integrated(speech(wave)) == pytest.approx(integrated(wave, Hertz(22_050)), abs=0.001)


def test_a_waveform_without_a_rate_is_refused() -> None:
    with pytest.raises(TypeError, match="rate"):
        integrated(silent(10))


@settings(deadline=None, max_examples=25, derandomize=True)
@given(cuts=st.lists(st.integers(0, 60_000), max_size=8))
def test_the_meter_does_not_mind_how_the_sound_comes(cuts: list[int]) -> None:
    wave = talk(3.0, 24_000)
    meter = Meter(Hertz(24_000))
    for piece in np.split(wave, sorted(cuts)):
        meter.feed(piece)
    assert meter.integrated() == pytest.approx(integrated(wave, Hertz(24_000)), abs=1e-9)


def test_the_weighting_is_the_recursive_filter_of_the_recommendation() -> None:
    """The coefficients of BS.1770-4, tables 1 and 2, at 48 kHz, run sample by sample."""
    wave = noise(48_000)
    shelf = _recursive(
        wave, (1.53512485958697, -2.69169618940638, 1.19839281085285), (-1.69065929318241, 0.73248077421585)
    )
    weighted = _recursive(shelf, (1.0, -2.0, 1.0), (-1.99004745483398, 0.99007225036621))
    assert np.abs(KWeighting(Hertz(48_000)).filter(wave) - weighted).max() < 1e-6


def _recursive(
    wave: "np.ndarray[tuple[int], np.dtype[np.float64]] | Waveform", above: tuple[float, ...], below: tuple[float, ...]
) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    filtered = np.zeros(len(wave))
    x1 = x2 = y1 = y2 = 0.0
    for index, x in enumerate(map(float, wave)):
        y = above[0] * x + above[1] * x1 + above[2] * x2 - below[0] * y1 - below[1] * y2
        x2, x1, y2, y1 = x1, x, y1, y
        filtered[index] = y
    return filtered


@ALL_RATES
def test_the_weighting_is_the_same_at_every_rate(rate: int) -> None:
    """38 Hz is far down, 100 Hz hardly, 4 kHz is up by nearly 4 dB."""
    for frequency, gain in ((38.0, -5.4), (100.0, -1.2), (4_000.0, 3.3 + 0.69)):
        weighted = KWeighting(Hertz(rate)).filter(sine(frequency, 2, rate))[rate:]
        assert 20 * math.log10(np.sqrt(2) * np.std(weighted)) == pytest.approx(gain, abs=0.8)
