"""The whole way from an author's text to sounds, held against readings by hand: what is heard must be what a reader says."""

import re

from golden import Case, cases
from hakawati.engines.espeak import library
from hakawati.engines.espeaking import arabic
from hakawati.engines.espeaking.reading import harmless
from hakawati.model import Segment
from hakawati.spelling.context import Context
from hakawati.spelling.spell import spell

CASES = cases("espeak_arabic_sentences")
RIGHT = 0.99
"""The least share of words that sound right. The rest is what the vowelling model has wrong in bare sentences."""

_LAST_CONSONANT = re.compile(r"([\u0621-\u064a])(?=[،.]|$)")


def test_there_are_enough_sentences() -> None:
    assert len(CASES) >= 200


def test_words_sound_as_a_reader_says_them() -> None:
    compared = [(case, heard(case), read(case)) for case in CASES]
    words = sum(len(reading) for _, _, reading in compared)
    wrong = [(case.given, ours, reading) for case, ours, reading in compared if ours != reading]
    assert sum(differing(ours, reading) for _, ours, reading in wrong) <= (1 - RIGHT) * words, wrong


def test_what_the_author_vowelled_sounds_right_without_exception() -> None:
    for case in CASES:
        if ", vowelled " in case.title:
            assert heard(case) == read(case), case.given


def heard(case: Case) -> list[str]:
    spoken = spell(Segment(text=case.given), Context(language="ar")).text
    return sounds(arabic.respelled(harmless(spoken)).text)


def read(case: Case) -> list[str]:
    """A reading's last consonants get a sukun: without one the engine guesses a vowel."""
    return sounds(_LAST_CONSONANT.sub(lambda last: last[1] + ("" if last[1] in "اويىه" else "\u0652"), case.expected))


def sounds(text: str) -> list[str]:
    """The words in phonemes, but for stress and for two ways of writing one sound: a doubled letter, an initial stop."""
    phonemes = re.sub("[ˈˌ.]", "", library.phonemes(text.removesuffix(".") + ".", "ar"))
    return [word.lstrip("ʔ") for word in re.sub(r"([^ː\s]\u032a?ˤ?)\1", r"\1ː", phonemes).split()]


def differing(ours: list[str], reading: list[str]) -> int:
    return sum(one != other for one, other in zip(ours, reading, strict=False)) + abs(len(ours) - len(reading))
