"""The names that come with the package: well vowelled, and each in one way."""

from itertools import pairwise

import pytest

from hakawati.script.letters import bare
from hakawati.spelling.arabic.names import persons, places
from hakawati.spelling.letters import SHADDA, SHORT_VOWELS, SUKUN, TANWIN, marked_letters

OPEN = (
    persons.TRIPTOTES
    | persons.DIPTOTES
    | persons.DEFINITE
    | persons.LIKE_WORDS
    | places.TRIPTOTES
    | places.DIPTOTES
    | places.DEFINITE
    | places.LIKE_WORDS
    | places.BATTLES
)
LONG = set("اويىآ")


def test_there_are_several_hundred() -> None:
    assert len({bare(name) for name in OPEN | persons.FIXED | places.FIXED}) > 400


@pytest.mark.parametrize("name", sorted(OPEN))
def test_a_name_leaves_its_case_open_and_nothing_else(name: str) -> None:
    *front, last = marked_letters(name)
    assert set(last.marks) <= {SHADDA}
    assert not any(TANWIN & set(letter.marks) for letter in front)
    for letter, following in pairwise([*front, last]):
        settled = (SHORT_VOWELS | {SUKUN}) & set(letter.marks) or letter.letter in LONG
        assert settled or (letter.letter == "ل" and SHADDA in following.marks), letter


def test_no_letters_are_two_names() -> None:
    vowelled: dict[str, set[str]] = {}
    for name in OPEN | persons.FIXED | places.FIXED:
        vowelled.setdefault(bare(name), set()).add(name)
    assert {letters: names for letters, names in vowelled.items() if len(names) > 1} == {}
