"""Sentence ends in the languages of Europe and their neighbours: every `fixtures/sentences_*.golden`."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import FIXTURES, Case, cases
from hakawati.script.segments import segments
from script.marked import again, narrated

WORDS = [
    "Mr.",
    "No.",
    "5",
    "U.S.",
    "He",
    "z.",
    "B.",
    "a.m.",
    "am 3.",
    "Mai",
    "etc.",
    "„So.“",
    "…",
    "iPhone",
    "(p.",
    "4)",
    "J.",
]


def of_every_language() -> Iterator[Case]:
    for file in sorted(FIXTURES.glob("sentences_*.golden")):
        yield from cases(file.stem)


@pytest.mark.parametrize("case", list(of_every_language()), ids=str)
def test_sentence_ends(case: Case) -> None:
    assert "\n".join(one.text for one in segments(narrated(case.given), 300)) == case.expected


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.integers(10, 60))
def test_cutting_again_gives_the_same_sentences(given_words: list[str], limit: int) -> None:
    found = segments(narrated("  ".join(given_words)), limit)
    assert again(found, limit) == list(found)


def test_german_and_polish_quotations_are_enclosures() -> None:
    text = "Er rief „Komm. Bleib.“ und ging. Dann „Nie. Nie.” und schwieg."
    assert [one.text for one in segments(narrated(text), 300)] == [text[:32], text[33:]]
