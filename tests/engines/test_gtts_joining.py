"""The pieces of one text become one sound: how long it is silent where they meet, and that nothing clicks."""

import numpy as np
import pytest

from engines.google_answers import GOOGLE_RATE, mp3
from hakawati.engines.gtts.cutting import End, Piece
from hakawati.engines.gtts.joining import joined
from hakawati.errors import EngineFailed
from hakawati.settings import Pauses
from hakawati.sound.decoding import decoded
from hakawati.sound.trimming import sounding
from hakawati.sound.waveform import Waveform, waveform

LETTERS = 10
ANSWER = mp3(LETTERS)
HEARD = 0.003
"""The amplitude (-50 dB) below which nobody hears a sound."""


def of_two(end: End, pitch: float = 0.0) -> Waveform:
    return waveform(joined([Piece("one", end), Piece("two", End.SENTENCE)], [ANSWER, ANSWER], pitch))


def silence_inside(wave: Waveform) -> float:
    """Seconds of the longest silence between sounds."""
    loud = np.flatnonzero(np.abs(wave) > HEARD)
    return float(np.diff(loud).max()) / GOOGLE_RATE


def test_one_piece_stays_as_it_is() -> None:
    assert joined([Piece("one", End.WORD)], [ANSWER], 0.0) == decoded(ANSWER)


@pytest.mark.parametrize("end", [End.WORD, End.LETTER])
def test_no_gap_where_the_sentence_goes_on(end: End) -> None:
    assert silence_inside(of_two(end)) < 0.03


@pytest.mark.parametrize(("end", "pause"), [(End.CLAUSE, Pauses().clause), (End.SENTENCE, Pauses().sentence)])
def test_a_pause_behind_a_clause_and_a_sentence(end: End, pause: float) -> None:
    assert silence_inside(of_two(end)) == pytest.approx(pause, abs=0.02)


def test_a_pause_is_as_long_when_played_deeper() -> None:
    deep = joined([Piece("one", End.SENTENCE), Piece("two", End.SENTENCE)], [ANSWER] * 2, -12.0)
    assert deep.rate == GOOGLE_RATE // 2
    assert 2 * silence_inside(waveform(deep)) == pytest.approx(Pauses().sentence, abs=0.04)


@pytest.mark.parametrize("end", list(End))
def test_no_speech_is_lost(end: End) -> None:
    alone = waveform(decoded(ANSWER))
    tone = alone[sounding(alone, decoded(ANSWER).rate)]
    assert np.abs(of_two(end)).sum() == pytest.approx(2 * np.abs(tone).sum(), rel=0.01)


@pytest.mark.parametrize("end", list(End))
def test_nothing_clicks(end: End) -> None:
    steps = np.abs(np.diff(waveform(decoded(ANSWER)))).max()
    assert np.abs(np.diff(of_two(end))).max() <= steps * 1.01


def test_sound_without_silence_around_it_does_not_click_either() -> None:
    rate = decoded(ANSWER).rate
    wave = of_two(End.WORD)
    middle = wave[sounding(wave, rate)]
    assert np.abs(middle).max() <= np.abs(waveform(decoded(ANSWER))).max() * 1.01


def test_the_silence_around_the_whole_is_left_to_the_finishing() -> None:
    alone, two = waveform(decoded(ANSWER)), of_two(End.WORD)
    rate = decoded(ANSWER).rate
    assert sounding(two, rate).start == sounding(alone, rate).start
    assert len(two) - sounding(two, rate).stop == pytest.approx(
        len(alone) - sounding(alone, rate).stop, abs=rate * 0.005
    )


def test_an_answer_that_cannot_be_decoded() -> None:
    with pytest.raises(EngineFailed, match=r"^gtts: Google's MP3 for 'one' cannot be decoded"):
        joined([Piece("one", End.WORD)], [b"nonsense"], 0.0)
