"""Each rule by golden cases: what is written, how it is respelled, and what espeak-ng then says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.engines.espeak import library
from hakawati.engines.espeaking.arabic import RULES, respelled
from hakawati.spelling.edits import Traced

CASES = cases("espeak_arabic")


def spelled(text: str) -> str:
    return respelled(Traced.of(text)).text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    respelling, phonemes = case.expected.split("\n", 1)
    assert spelled(case.given) == respelling
    assert library.phonemes(respelling, "ar") == phonemes


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_case_and_a_reason(rule: object) -> None:
    name = str(getattr(rule, "__name__", ""))
    assert getattr(rule, "__doc__", None)
    without = tuple(other for other in RULES if other.__name__ != name)
    assert any(_through(without, case.given) != spelled(case.given) for case in CASES)


def _through(rules: tuple[object, ...], text: str) -> str:
    traced = Traced.of(text)
    for rule in rules:
        assert callable(rule)
        traced = traced.apply("rule", rule(traced.text))
    return traced.text


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(st.sampled_from("البهقوتشنرمذكئإأىةٱ ًٌَُِّْٰـ،."), max_size=40))
def test_any_text_goes_through_and_every_character_knows_its_origin(text: str) -> None:
    traced = respelled(Traced.of(text))
    assert traced.original == text
    assert len(traced.origins) == len(traced.text)
    starts = [start for start, _ in traced.origins]
    assert all(0 <= start <= end <= len(text) for start, end in traced.origins)
    assert starts == sorted(starts)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(st.characters(codec="ascii"), max_size=40))
def test_other_scripts_are_left_alone(text: str) -> None:
    assert spelled(text) == text
