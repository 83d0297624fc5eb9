"""English: tests/fixtures/spelling_english.golden case by case, then what holds for any text."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.spelling.edits import Traced
from hakawati.spelling.english import numerals
from hakawati.spelling.english.roman import roman_value
from hakawati.spelling.english.rules import RULES

CASES = cases("spelling_english")
SIGNS = frozenset("0123456789&@#$€£¥%°§*_[]{}<>|~^+=/\\½…№–—") - {"…"}

WRITTEN = st.sampled_from(
    [
        *("1,250,000", "3.14", "-5", "½", "3/4", "12%", "1st", "22nd", "1984", "1914–18", "1980s", "’90s", "007"),
        *("800 BC", "AD 622", "1445 AH", "256/870", "3 May 2024", "May 3", "2024-05-03", "3/5/2024", "10:30 a.m."),
        *("17:45", "$5.50", "£3m", "50¢", "5 km", "6'2\"", "20 °C", "pp. 45–47", "p. iv", "No. 5", "§ 4", "#1"),
        *("Mr. Hall", "Dr. Hall", "St. Paul", "Oak Dr.", "e.g.", "etc.", "U.S.", "J. R. R. Tolkien", "A. Hall", "&"),
        *("Henry VIII", "World War II", "Chapter IV", "vitamin C", "(pbuh)", "(ra)", "ﷺ", "Qur’an 2:255", "(2:255)"),
        *(
            "ā",
            "al-Bukhārī",
            "www.example.com",
            "me@example.com",
            "—",
            "...",
            "[sic]",
            "*",
            "٣",
            "Ⅳ",
            "①",
            "x²",
            "v2.0",
        ),
        *("the old man", "and then", "he said:", "“yes”,", "it was late."),
    ]
)
SENTENCE = st.lists(WRITTEN, max_size=6).map(" and ".join)
ANYTHING = SENTENCE | st.text(st.sampled_from("AIVXabemps123450.,:;-–—/'’()[] $£%&@#½²٣Ⅳ①ﷺā"), max_size=20)


def english(text: str) -> Traced:
    spoken = Traced.of(text)
    for rule in RULES:
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return spoken


def is_figure(char: str) -> bool:
    return char.isnumeric() and not char.isalpha()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_golden(case: Case) -> None:
    assert english(case.given).text == case.expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spoken_text_stays_as_it_is(case: Case) -> None:
    assert english(case.expected).text == case.expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_figure_or_sign_is_left(case: Case) -> None:
    assert not {char for char in case.expected if is_figure(char)} | SIGNS & set(case.expected)


@pytest.mark.parametrize("case", [case for case in CASES if case.title.startswith("nothing to do")], ids=str)
def test_nothing_is_noted_where_nothing_is_to_do(case: Case) -> None:
    spoken = english(case.given)
    assert (spoken.text, spoken.notes) == (case.given, ())


def test_every_change_of_words_is_noted() -> None:
    for case in CASES:
        spoken = english(case.given)
        letters = [[char for char in text if char.isalpha()] for text in (case.given, spoken.text)]
        assert spoken.notes or letters[0] == letters[1], case


@pytest.mark.parametrize(
    ("text", "rule", "at_most"),
    [
        ("On 3/5/2024.", "date", 0.5),
        ("Qasim (ra) came.", "honorific", 0.6),
        ("Under Zoser II.", "Roman numeral", 0.6),
        ("It was 1500 then.", "year", 0.6),
        ("A 😀 there.", "signs", 0.5),
    ],
)
def test_a_guess_is_noted_as_one(text: str, rule: str, at_most: float) -> None:
    assert [(note.rule, note.confidence <= at_most) for note in english(text).notes] == [(rule, True)]


@pytest.mark.parametrize(
    ("text", "rule"), [("On 25/12/2024.", "date"), ("Mr. Hall", "title"), ("Elizabeth II", "Roman numeral")]
)
def test_what_is_certain_is_noted_so(text: str, rule: str) -> None:
    assert [(note.rule, note.confidence >= 0.9) for note in english(text).notes] == [(rule, True)]


def test_words_lead_back_to_what_was_written() -> None:
    text = "In 1984 Dr. Hall"
    spoken = english(text)
    assert spoken.origins[spoken.text.index("eighty")] == (3, 7)
    assert spoken.origins[spoken.text.index("Doctor")] == (8, 11)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(SENTENCE)
def test_a_sentence_spoken_again_stays_as_it_is(text: str) -> None:
    once = english(text).text
    assert english(once).text == once


@settings(deadline=None, derandomize=True, max_examples=200)
@given(ANYTHING | st.text(max_size=15))
def test_no_figure_is_left_in_any_text(text: str) -> None:
    assert not [char for char in english(text).text if is_figure(char)]


@settings(deadline=None, derandomize=True, max_examples=150)
@given(ANYTHING)
def test_no_rule_changes_letters_without_a_note(text: str) -> None:
    spoken = Traced.of(text)
    for rule in RULES:
        before, spoken = spoken, spoken.apply(rule.name, rule.edits(spoken.text))
        if spoken.notes == before.notes and rule.name != "digit shapes":
            assert list(filter(str.isalpha, spoken.text)) == list(filter(str.isalpha, before.text)), rule.name


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("I", 1), ("IV", 4), ("xiv", 14), ("XLIX", 49), ("MCMLXXXIV", 1984), ("IIII", None), ("VX", None), ("", None)],
)
def test_roman_numerals(numeral: str, value: int | None) -> None:
    assert roman_value(numeral) == value


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.integers(0, 10**15))
def test_numbers_are_letters_and_hyphens(number: int) -> None:
    assert set(numerals.cardinal(number) + numerals.ordinal(number)) <= set(string.ascii_lowercase + " -")
