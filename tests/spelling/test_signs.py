"""What holds for every rule about signs, letters' shapes and abbreviations, whatever the text."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import cases
from hakawati.spelling.arabic.rules import RULES
from hakawati.spelling.edits import Traced
from hakawati.spelling.letters import is_letter, is_mark

NAMES = (
    "presentation",
    "mushaf_signs",
    "invisible",
    "lookalikes",
    "short_honorific",
    "honorifics_lost",
    "honorific",
    "abbreviations",
    "whitespace",
    "signs",
    "tatweel",
    "pauses",
)
RULE = {rule.name: rule for rule in RULES}
OF_SIGNS = tuple(rule for rule in RULES if rule.name in NAMES)
NAMED_CASES = ("short_honorific", "abbreviations", "honorifics_lost", "mushaf_signs", "lookalikes", "signs")
PARTS = [case.given for name in NAMED_CASES for case in cases(f"spelling_{name}")]
WORDS = sorted({word for part in PARTS for word in part.split()})
CHARACTERS = "ابمص د.ثناعرضهـ()[]‐–/+=&×*★…؟!،«»\"'\u06dd\u06d6\u06e5\u0657\u06cc\u06a9\u06d5ﷺ\u200f\u3164\n  ًَُّْ5٥"
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(st.sampled_from(CHARACTERS), max_size=4), max_size=12).map(" ".join)

WRITTEN = st.lists(st.sampled_from(PARTS), max_size=4).map(". ".join)
"""Texts as people write them. (In a heap of signs, one that is dropped may bring an abbreviation and a word together.)"""


def letters(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", "".join(char for char in text if char != "ﷺ"))
    return [char for char in plain if is_letter(char) or is_mark(char)]


@pytest.mark.parametrize("name", NAMES)
@settings(deadline=None, max_examples=100, derandomize=True)
@given(text=TEXTS)
def test_a_letter_or_mark_changes_only_under_a_note(name: str, text: str) -> None:
    edits = list(RULE[name].edits(text))
    silent = [edit for edit in edits if not edit.noted]
    assert all(letters(text[edit.start : edit.end]) == letters(edit.spoken) for edit in silent)
    Traced.of(text).apply(name, edits)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(WRITTEN)
def test_all_of_them_again_change_nothing(text: str) -> None:
    once = spelled(text)
    assert spelled(once) == once


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS)
def test_no_sign_is_left(text: str) -> None:
    spoken = spelled(text)
    assert not set(spoken) & set('()[]–/+=&×*★…«»"\u06dd\u06d6\u06e5\u200f\u3164\nﷺ')
    assert "  " not in spoken


def spelled(text: str) -> str:
    spoken = Traced.of(text)
    for rule in OF_SIGNS:
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return spoken.text
