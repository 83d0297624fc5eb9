"""Numbers in a text: laws of agreement, whatever the number; the golden cases are run by test_rules."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.spelling.arabic.cardinals import LIMIT, cardinal
from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers import counted_words
from hakawati.spelling.arabic.numbers.agreement import gender_of
from hakawati.spelling.arabic.numbers.definite import definite
from hakawati.spelling.arabic.numbers.measures import CURRENCIES, UNITS
from hakawati.spelling.arabic.numbers.nouns import Noun, counted
from hakawati.spelling.arabic.numbers.place import place
from hakawati.spelling.arabic.numbers.rules import RULES
from hakawati.spelling.arabic.word_vowels import is_vowelled
from hakawati.spelling.edits import Traced
from hakawati.spelling.letters import marked_letters, skeleton, words

ANY_NUMBER = st.integers(0, 10_000) | st.integers(0, LIMIT - 1)
NOUNS = {
    Gender.MASCULINE: {"few": "رجال", "many": "رجلا", "round": "رجل"},
    Gender.FEMININE: {"few": "نساء", "many": "امرأة", "round": "امرأة"},
}
PLACES = {Case.NOMINATIVE: "", Case.GENITIVE: "من ", Case.ACCUSATIVE: "قتلوا "}
TEXTS = st.text(st.sampled_from("ابوصجحملنتيرةه ًِّـ 0123456789٣۵½²Ⅳ.,،:/-–()[]%$°£٪٫٬XIVkmA\n"), max_size=30)


def spoken(text: str) -> str:
    traced = Traced.of(text)
    for rule in RULES:
        traced = traced.apply(rule.name, rule.edits(traced.text))
    return traced.text


def bare_noun(text: str) -> str:
    """`text` without the ending of its last word."""
    *front, last = text.split(" ")
    return " ".join([*front, re.sub("[\u064b-\u0652]", "", last)])


def noun_behind(number: int, gender: Gender) -> str:
    rest = number % 100
    return NOUNS[gender]["few" if 3 <= rest <= 10 else "many" if rest > 10 else "round"]


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ANY_NUMBER, st.sampled_from(Gender), st.sampled_from(Case))
def test_a_number_agrees_with_its_noun_and_its_place(number: int, gender: Gender, case: Case) -> None:
    noun = noun_behind(number, gender)
    said = cardinal(number, gender, case, construct=not number % 100 > 10)
    assert bare_noun(spoken(f"{PLACES[case]}{number} {noun}")) == f"{PLACES[case]}{said} {noun}"


@pytest.mark.parametrize("number", range(3, 11))
@pytest.mark.parametrize("case", Case)
def test_three_to_ten_take_the_opposite_gender(number: int, case: Case) -> None:
    """A ta marbuta counts masculine things, its absence feminine things."""
    for gender in Gender:
        word = spoken(f"{PLACES[case]}{number} {noun_behind(number, gender)}").split()[-2]
        assert ("ة" in word) == (gender is Gender.MASCULINE)


@pytest.mark.parametrize("number", range(13, 20))
def test_of_thirteen_to_nineteen_one_half_takes_the_opposite_gender_the_other_the_same(number: int) -> None:
    for gender in Gender:
        unit, ten = spoken(f"{number} {noun_behind(number, gender)}").split()[:2]
        assert ("ة" in unit) == (gender is Gender.MASCULINE)
        assert ("ة" in ten) == (gender is Gender.FEMININE)


@pytest.mark.parametrize("number", [200, 1200, 2000, 200_000, 2_000_000])
@pytest.mark.parametrize("case", Case)
def test_the_dual_loses_its_nun_before_its_noun(number: int, case: Case) -> None:
    alone, counting = spoken(f"{PLACES[case]}{number}"), spoken(f"{PLACES[case]}{number} رجل")
    if number % 1000 in (0, 200) and number != 200_000:
        assert alone.endswith("نِ")
    assert not counting.removesuffix(" رجلٍ").endswith("نِ")


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ANY_NUMBER, st.sampled_from(Gender), st.sampled_from(Case))
def test_a_definite_number_is_vowelled_and_has_no_tanwin_on_its_first_word(
    number: int, gender: Gender, case: Case
) -> None:
    said = definite(cardinal(number, gender, case))
    assert said.startswith("ال")
    assert not re.search("[\u064b-\u064d]ا?$", said.split()[0])
    assert all(is_vowelled(marked_letters(word.group())) for word in words(said)), said


@settings(deadline=None, max_examples=300, derandomize=True)
@given(ANY_NUMBER, st.sampled_from([*UNITS.values(), *CURRENCIES.values()]), st.sampled_from(Case))
def test_what_is_measured_is_vowelled_throughout(number: int, noun: Noun, case: Case) -> None:
    said = counted(number, noun, case)
    assert not re.search(r"\d|  ", said)
    assert all(is_vowelled(marked_letters(word.group())) for word in words(said)), said


@settings(deadline=None, max_examples=400, derandomize=True)
@given(TEXTS)
def test_no_number_is_left_and_a_spoken_text_stays(text: str) -> None:
    said = spoken(text)
    assert not any(unicodedata.category(char).startswith("N") for char in said)
    assert spoken(said) == said


@settings(deadline=None, max_examples=200, derandomize=True)
@given(st.text(st.sampled_from("ابوصجحملنتيرةه ًِّـ.,،:/-()%"), max_size=30))
def test_a_text_without_numbers_stays(text: str) -> None:
    assert spoken(text) == text


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS)
def test_every_number_said_is_noted_with_a_confidence(text: str) -> None:
    traced = Traced.of(text)
    for rule in RULES:
        edits = list(rule.edits(traced.text))
        replacing = [edit for edit in edits if edit.start < edit.end]
        assert all(edit.noted and 0.5 <= edit.confidence <= 1 for edit in replacing), rule.name
        traced = traced.apply(rule.name, edits)


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("في 11 رجلا", 1.0), ("قتل 3 رجال", 0.7), ("في 3 زبرجدات", 0.7), ("في 3 خنافس", 0.6), ("3-1-2", 0.6)],
)
def test_what_the_text_leaves_open_is_less_sure(text: str, confidence: float) -> None:
    edits = [edit for rule in RULES for edit in rule.edits(text) if edit.noted]
    assert [edit.confidence for edit in edits] == [confidence]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("في ", Case.GENITIVE),
        ("وفي ", Case.GENITIVE),
        ("بنسبة ", Case.GENITIVE),
        ("لمدة ", Case.GENITIVE),
        ("في (", Case.GENITIVE),
        ("قال: ", Case.NOMINATIVE),
        ("في البيت. ", Case.NOMINATIVE),
        ("كان ", Case.NOMINATIVE),
        ("كانوا ", Case.ACCUSATIVE),
        ("وكان عددهم ", Case.ACCUSATIVE),
        ("وعددهم ", Case.NOMINATIVE),
        ("إلا ", Case.ACCUSATIVE),
        ("دفع ", Case.ACCUSATIVE),
        ("أسلم بعده ", Case.NOMINATIVE),
        ("فتح مكة ومعه ", Case.NOMINATIVE),
        ("فتح مكة وأعطاه ", Case.ACCUSATIVE),
    ],
)
def test_case_by_what_stands_before(text: str, case: Case) -> None:
    assert place(text, len(text)).case is case


def test_a_measure_of_time_behind_a_verb_of_lasting_is_an_adverb() -> None:
    assert place("مكث في الغار ", 13, measure=True).case is Case.ACCUSATIVE
    assert place("مكث في الغار ", 13).case is Case.NOMINATIVE
    assert place("مضت ", 4, measure=True).case is Case.NOMINATIVE


@pytest.mark.parametrize("place_in_line", [slice(1), slice(1, None)], ids=["singulars", "plurals"])
def test_no_form_of_the_nouns_stands_in_the_lists_of_both_genders(place_in_line: slice) -> None:
    masculine, feminine = (
        {
            skeleton(form)
            for line in "|".join(tables).replace("\n", "|").split("|")
            for form in line.split()[place_in_line]
            if not form.endswith("_")
        }
        for tables in (
            (counted_words.MASCULINE, counted_words.MASCULINE_TIMES, counted_words.MASCULINE_DISTANCES),
            (counted_words.FEMININE, counted_words.FEMININE_TIMES, counted_words.FEMININE_DISTANCES),
        )
    )
    assert masculine & feminine == set()
    assert len(masculine | feminine) > 500


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("3 رجال", "رجالٍ"),
        ("3 سنوات", "سنواتٍ"),
        ("3 مساجد", "مساجدَ"),
        ("3 دنانير", "دنانيرَ"),
        ("3 علماء", "علماءَ"),
        ("3 أنبياء", "أنبياءَ"),
        ("3 أمراء", "أمراءَ"),
        ("3 أبناء", "أبناءٍ"),
        ("3 نساء", "نساءٍ"),
        ("3 أشخاص", "أشخاصٍ"),
        ("3 ليال", "ليالٍ"),
        ("3 فرسان", "فرسانٍ"),
        ("3 ليالي", "ليالي"),
        ("3 قرى", "قرى"),
        ("3 خطايا", "خطايا"),
        ("3 يتامى", "يتامى"),
        ("11 رجلا", "رجلًا"),
        ("25 سنة", "سنةً"),
        ("25 رجل", "رجل"),
        ("100 رجل", "رجلٍ"),
        ("100 سنة", "سنةٍ"),
        ("1000 مقاتل", "مقاتلٍ"),
        ("3 آلاف", "آلاف"),
        ("1 رجل", "رجل"),
        ("3 رجالِ", "رجالِ"),
        ("3.5 أمتار", "أمتار"),
    ],
)
def test_the_noun_takes_the_ending_its_number_asks_for(text: str, noun: str) -> None:
    assert spoken(text).split()[-1] == noun


def test_a_noun_in_construct_keeps_its_ending_open() -> None:
    assert spoken("3 أبناء النبي").endswith("أبناء النبي")


def test_the_gender_of_a_noun_is_that_of_its_singular() -> None:
    assert gender_of("الليالي", plural=True) is Gender.FEMININE
    assert gender_of("ايام", plural=True) is Gender.MASCULINE
    assert gender_of("ايام", plural=False) is None
