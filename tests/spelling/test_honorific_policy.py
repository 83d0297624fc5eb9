"""The setting `honorifics`: supply, say or leave."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Role
from hakawati.spelling.arabic.honorific_policy import Policy, honorific_rules, policy_for
from hakawati.spelling.arabic.honorifics import LIGATURES, MARKS, NO_HONORIFICS
from hakawati.spelling.edits import Traced

TEXT = "قال النبي ﷺ وعمر (رض) ثم جاء أبو بكر  مسرعا"
SIGNS = frozenset(LIGATURES) | frozenset(MARKS)
TEXTS = st.text(st.sampled_from([*sorted(SIGNS), *"ابن محمد(ص)عرض. "]), max_size=20)


def spelled(text: str, policy: Policy) -> Traced:
    spoken = Traced.of(text)
    for rule in honorific_rules(policy):
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return spoken


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        (
            "supply",
            "قال النبي صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ وعمر رَضِيَ اللَّهُ عَنْهُ ثم جاء أبو بكر رَضِيَ اللَّهُ عَنْهُ مسرعا",
        ),
        ("say", "قال النبي صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ وعمر رَضِيَ اللَّهُ عَنْهُ ثم جاء أبو بكر  مسرعا"),
        ("leave", "قال النبي  وعمر  ثم جاء أبو بكر  مسرعا"),
    ],
)
def test_what_is_said(policy: Policy, expected: str) -> None:
    assert spelled(TEXT, policy).text == expected


def test_what_is_left_unsaid_is_noted() -> None:
    assert [(note.source, note.spoken) for note in spelled(TEXT, "leave").notes] == [("(رض)", ""), ("ﷺ", "")]


def test_a_formula_in_words_and_the_basmala_are_text() -> None:
    assert spelled("قال صلى الله عليه وسلم", "leave").notes == ()
    assert spelled("﷽", "leave").text == LIGATURES["﷽"]


@pytest.mark.parametrize("role", [Role.VERSE, Role.POETRY])
def test_nothing_is_supplied_in_a_verse_or_poem(role: Role) -> None:
    assert policy_for(role, "supply") == "say"
    assert policy_for(role, "leave") == "leave"
    assert policy_for(Role.NARRATION, "supply") == "supply"


@settings(deadline=None, max_examples=200, derandomize=True)
@given(TEXTS, st.sampled_from(["supply", "say", "leave"]))
def test_no_sign_reaches_the_engine(text: str, policy: Policy) -> None:
    assert SIGNS.isdisjoint(spelled(text, policy).text)


@settings(deadline=None, max_examples=200, derandomize=True)
@given(TEXTS, st.sampled_from(["supply", "say", "leave"]))
def test_spelling_again_changes_nothing(text: str, policy: Policy) -> None:
    once = " ".join(spelled(text, policy).text.split())
    assert " ".join(spelled(once, policy).text.split()) == once


def test_what_honours_nobody_is_said_in_any_case() -> None:
    assert all(spelled(sign, "leave").text == LIGATURES[sign] for sign in NO_HONORIFICS)
