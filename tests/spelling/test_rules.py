"""Each rule of spelling by itself, on the cases of tests/fixtures/spelling_<rule>.golden."""

import re

import pytest

from golden import cases
from hakawati.spelling.arabic.rules import RULES
from hakawati.spelling.edits import Traced
from hakawati.spelling.general import RULES as GENERAL_RULES

NAMED = {rule.name: rule for rule in RULES}


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text)


@pytest.mark.parametrize(
    ("rule", "given", "expected"),
    [
        pytest.param(name, unescaped(case.given), unescaped(case.expected), id=f"{name}: {case}")
        for name in NAMED
        for case in cases(f"spelling_{name}")
    ],
)
def test_golden(rule: str, given: str, expected: str) -> None:
    assert Traced.of(given).apply(rule, NAMED[rule].edits(given)).text == expected


@pytest.mark.parametrize("rule", NAMED)
def test_a_rule_that_has_nothing_to_do_answers_without_edits(rule: str) -> None:
    untouched = [unescaped(case.given) for case in cases(f"spelling_{rule}") if case.title.startswith("nothing to do")]
    assert untouched
    assert [text for text in untouched if list(NAMED[rule].edits(text))] == []


@pytest.mark.parametrize("rule", ["honorific", "digits"])
def test_words_supplied_are_noted(rule: str) -> None:
    for case in cases(f"spelling_{rule}"):
        given = unescaped(case.given)
        notes = Traced.of(given).apply(rule, NAMED[rule].edits(given)).notes
        assert bool(notes) != case.title.startswith("nothing to do"), case


@pytest.mark.parametrize(
    ("given", "left_unsaid"),
    [("أ + ب", ["+"]), ("5 € & 3 $", ["€ &", "$"]), ("قال (نعم) - «لا»", []), ("* نعم | ~ لا", [])],
)
def test_a_sign_that_a_reader_would_say_is_not_left_out_without_a_note(given: str, left_unsaid: list[str]) -> None:
    notes = Traced.of(given).apply("signs", NAMED["signs"].edits(given)).notes
    assert [note.source.strip() for note in notes] == left_unsaid


def test_a_language_without_rules_of_its_own_keeps_its_signs_and_joiners() -> None:
    spoken = Traced.of("می\u200cخواهم  (5%)\u200b \ufeff")
    for rule in GENERAL_RULES:
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    assert spoken.text == "می\u200cخواهم (5%)"
    assert spoken.notes == ()
