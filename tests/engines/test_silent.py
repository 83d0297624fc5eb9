import math
from array import array
from itertools import pairwise

import pytest

from hakawati.engines.protocol import NoOptions
from hakawati.engines.silent import GAP_SECONDS, LETTER_SECONDS, RATE, Silent
from hakawati.model import Speech, Voice


def said(text: str, voice: Voice | None = None) -> Speech:
    return Silent(NoOptions()).perform(text, voice or Voice("silent", "middle"), "ar")


def loudness(pcm: bytes) -> float:
    """RMS in dB of full scale."""
    samples = array("h", pcm)
    return 20 * math.log10(math.sqrt(sum(sample**2 for sample in samples) / len(samples)) / 32768)


def test_lasts_sixty_milliseconds_a_letter_and_as_much_between_words() -> None:
    assert said("كَتَبَ قَلَمٌ").samples / RATE == pytest.approx(6 * LETTER_SECONDS + 2 * GAP_SECONDS, abs=0.01)


def test_is_quiet_and_not_silent() -> None:
    assert loudness(said("كلمة" * 50).pcm) == pytest.approx(-20, abs=0.5)


def test_marks_every_word_and_no_punctuation_alone() -> None:
    speech = said("قال — نعم، 12!")
    assert [(mark.start, mark.end) for mark in speech.marks] == [(0, 3), (6, 10), (11, 14)]


def test_rate_is_relative_speed() -> None:
    assert said("كتب" * 9, Voice("silent", "middle", rate=0.5)).samples == pytest.approx(
        2 * said("كتب" * 9).samples, 0.01
    )


@pytest.mark.parametrize("changed", [Voice("silent", "low"), Voice("silent", "middle", pitch=1)])
def test_voices_and_pitches_differ(changed: Voice) -> None:
    assert said("كتب", changed).pcm != said("كتب").pcm


def test_an_octave_up_has_twice_the_waves() -> None:
    def waves(speech: Speech) -> int:
        samples = array("h", speech.pcm)
        return sum(1 for one, other in pairwise(samples) if one <= 0 < other)

    assert waves(said("كتب", Voice("silent", "middle", pitch=12))) == pytest.approx(2 * waves(said("كتب")), rel=0.1)
