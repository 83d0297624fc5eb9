"""Cardinals and ordinals in words, as the grammar has them."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case as Golden
from golden import cases
from hakawati.spelling.arabic.cardinals import LIMIT, cardinal
from hakawati.spelling.arabic.grammar import Case, Gender, with_article
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.arabic.word_vowels import is_vowelled
from hakawati.spelling.letters import marked_letters, words

GENDERS = {"m": Gender.MASCULINE, "f": Gender.FEMININE}
CASES = {"nom": Case.NOMINATIVE, "acc": Case.ACCUSATIVE, "gen": Case.GENITIVE}


@pytest.mark.parametrize("case", cases("spelling_cardinals"), ids=str)
def test_cardinals(case: Golden) -> None:
    number, gender, ending, *construct = case.given.split()
    assert cardinal(int(number), GENDERS[gender], CASES[ending], construct=bool(construct)) == case.expected


@pytest.mark.parametrize("case", cases("spelling_ordinal_words"), ids=str)
def test_ordinals(case: Golden) -> None:
    number, gender, ending = case.given.split()
    assert ordinal(int(number), GENDERS[gender], CASES[ending]) == case.expected


@pytest.mark.parametrize("number", [-1, LIMIT])
def test_a_cardinal_beyond_its_range_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="not between"):
        cardinal(number)


def test_there_is_no_zeroth() -> None:
    with pytest.raises(ValueError, match="0-th"):
        ordinal(0)


def test_the_article_doubles_a_sun_letter_and_no_other() -> None:
    assert with_article("شَمْسٌ") == "الشَّمْسٌ"
    assert with_article("قَمَرٌ") == "الْقَمَرٌ"


ANY_NUMBER = st.integers(0, 10_000) | st.integers(0, LIMIT - 1)
ANY_GENDER = st.sampled_from(Gender)
ANY_CASE = st.sampled_from(Case)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.data(), ANY_NUMBER, ANY_GENDER, ANY_CASE)
def test_every_cardinal_is_vowelled_throughout_and_in_order(
    data: st.DataObject, number: int, gender: Gender, case: Case
) -> None:
    said = cardinal(number, gender, case, construct=data.draw(st.booleans()))
    for word in words(said):
        assert is_vowelled(marked_letters(word.group())), word.group()
    assert not re.search("[\u064b-\u0650\u0652][\u064b-\u0652]", said), (
        "shadda comes before its vowel, and one vowel is enough"
    )


@settings(deadline=None, max_examples=200, derandomize=True)
@given(ANY_NUMBER, ANY_NUMBER, ANY_GENDER, ANY_CASE)
def test_no_two_numbers_sound_alike(one: int, other: int, gender: Gender, case: Case) -> None:
    assert (cardinal(one, gender, case) == cardinal(other, gender, case)) == (one == other)


@settings(deadline=None, max_examples=100, derandomize=True)
@given(st.integers(1, 1100), ANY_GENDER, ANY_CASE)
def test_every_ordinal_is_vowelled_and_has_no_digit(number: int, gender: Gender, case: Case) -> None:
    said = ordinal(number, gender, case)
    assert not any(unicodedata.category(char).startswith("N") for char in said)
    assert all(is_vowelled(marked_letters(word.group())) for word in words(said)), said
