"""Languages without rules of their own: tests/fixtures/spelling_others.golden, and what holds for any text."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.spelling.edits import Traced
from hakawati.spelling.others.grammar import GRAMMARS
from hakawati.spelling.others.numerals import cardinal, year
from hakawati.spelling.others.rules import rules_of

CASES = cases("spelling_others")
UNTOUCHED = ("sw", "ja", "ko", "zh", "az", "lv", "am", "cy", "ur")


def said(text: str, language: str) -> Traced:
    spoken = Traced.of(text)
    for rule in rules_of(language):
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return spoken


@pytest.mark.parametrize("case", CASES, ids=str)
def test_golden(case: Case) -> None:
    assert said(case.given, case.title[:2]).text == case.expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_words_supplied_are_noted(case: Case) -> None:
    assert bool(said(case.given, case.title[:2]).notes) == ("nothing to do" not in case.title)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_spoken_text_stays_as_it_is(case: Case) -> None:
    assert said(case.expected, case.title[:2]).text == case.expected


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_every_trusted_cardinal_is_made_of_letters(language: str) -> None:
    for number in (*range(130), 200, 345, 999, 1000, 1001, 1984, 2345, 21000, 999_999, 10**6, 10**9):
        words = cardinal(number, language)
        if number < GRAMMARS[language].limit:
            assert not any(map(str.isdigit, words)), (number, words)
            assert words == words.strip()
        else:
            assert words == str(number)


@pytest.mark.parametrize("language", sorted(GRAMMARS))
def test_no_two_numbers_are_called_alike(language: str) -> None:
    numbers = range(min(GRAMMARS[language].limit, 3000))
    assert len({cardinal(number, language) for number in numbers}) == len(numbers)


@pytest.mark.parametrize(
    ("number", "language", "words"),
    [
        (1984, "de", "neunzehnhundertvierundachtzig"),
        (1900, "sv", "nittonhundra"),
        (1066, "nl", "duizendzesenzestig"),
        (1984, "fr", "mille neuf cent quatre-vingt-quatre"),
    ],
)
def test_years(number: int, language: str, words: str) -> None:
    assert year(number, language) == words


@settings(deadline=None, derandomize=True, max_examples=150)
@given(
    st.sampled_from([*sorted(GRAMMARS), *UNTOUCHED]),
    st.text(st.sampled_from("0123459 .,€$%-–−°ºª:;/aerMaiя\u00a0"), max_size=15),
)
def test_letters_of_the_author_stay_and_again_changes_nothing(language: str, text: str) -> None:
    once = said(text, language)
    kept = "".join(
        char
        for char, (start, end) in zip(once.text, once.origins, strict=True)
        if end - start == 1 and text[start] == char
    )
    outside = "".join(
        text[at] for at in range(len(text)) if not any(note.start <= at < note.end for note in once.notes)
    )
    assert [char for char in outside if char.isalpha()] == [char for char in kept if char.isalpha()]
    assert said(once.text, language).text == once.text


@pytest.mark.parametrize("language", UNTOUCHED)
def test_a_language_that_is_not_trusted_keeps_its_numbers(language: str) -> None:
    assert said("1. 25 (1984) 5% 3,14", language).text == "1. 25 (1984) 5% 3,14"


def test_num2words_is_loaded_only_for_a_number() -> None:
    program = (
        "import sys; from hakawati.spelling.english.rules import RULES; from hakawati.spelling.others.rules import rules_of;"
        "[list(rule.edits('Mr. Hall: ja.')) for rule in (*RULES, *rules_of('de'))];"
        "sys.exit('num2words' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
