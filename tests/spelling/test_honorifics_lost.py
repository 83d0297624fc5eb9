"""Lost honorifics: the seed's gaps by a careful reading, and what must hold for any text."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import cases
from hakawati.model import Note
from hakawati.spelling import whitespace
from hakawati.spelling.arabic.honorifics_lost import (
    NOWHERE,
    Habit,
    Surroundings,
    depends_on_surroundings,
    edits,
    habit_of,
)
from hakawati.spelling.arabic.honorifics_lost.formulas import FORMULAS
from hakawati.spelling.edits import Traced
from hakawati.spelling.letters import is_letter, is_mark, skeleton

SEED = (Path(__file__).parents[2] / "seeds" / "abu-bakr.txt").read_text("utf-8")
GAP = re.compile(r"(?<=\w|[\u064b-\u0652])(?: {2,}| (?=[.،؛:؟!)]))")
SHOWN = 30
"""Characters of context before and behind a gap in the fixture."""

NAMES = ["النبي", "للنبي", "رسول الله", "أبو بكر", "وعمر", "أم سلمة", "موسى", "الله", "محمد", "عليا", "قدمه", "وخرج"]
OTHERS = ["قال", "ثم", "الصحابة", "مكة", "بن", "صلى", "عَلَى", "(", ")", "،", ".", ":", "ﷺ", "12"]
SPACES = [" ", "  ", "   ", "\u00a0 ", "\n"]
TEXTS = st.lists(st.sampled_from(NAMES + OTHERS + SPACES * 4), max_size=25).map("".join)


def supplied(text: str, around: Surroundings = NOWHERE) -> Traced:
    return Traced.of(text).apply("honorifics_lost", edits(text, around))


def shown(start: int, end: int) -> str:
    before, behind = SEED[max(0, start - SHOWN) : start], SEED[end : end + SHOWN]
    return f"{before}▯{behind}".replace("\n", " ").strip()


def notes_of(notes: tuple[Note, ...]) -> dict[int, str]:
    return {note.start: skeleton(note.spoken).strip() for note in notes}


def test_the_seed_s_gaps_are_read_as_an_editor_reads_them() -> None:
    notes = notes_of(supplied(SEED).notes)
    read = [(shown(*gap.span()), notes.get(gap.start(), "left")) for gap in GAP.finditer(SEED)]
    assert read == [(case.given, skeleton(case.expected)) for case in cases("seed_honorifics")]
    assert len(read) == 61


def test_sentence_by_sentence_the_seed_is_read_alike_where_the_rule_knows_the_surroundings() -> None:
    whole, habit = notes_of(supplied(SEED).notes), habit_of(SEED)
    by_sentence = {}
    for sentence in re.finditer(r"\S[^.\n]*[^\s.]\.?", SEED):
        start, end = sentence.span()
        around = Surroundings(SEED[max(0, start - 800) : start], SEED[end : end + 40], habit)
        notes = notes_of(supplied(sentence.group(), around).notes)
        by_sentence.update({start + at: spoken for at, spoken in notes.items()})
    assert by_sentence == whole


def test_a_gap_at_a_segment_s_end_is_seen_in_what_follows_it() -> None:
    assert supplied("قال النبي", Surroundings(behind="  نعم")).text == f"قال النبي {_blessing()}"
    assert supplied("قال النبي", Surroundings(behind=" : نعم")).text == f"قال النبي {_blessing()}"
    assert supplied("قال النبي", Surroundings(behind=" نعم")).text == "قال النبي"
    assert supplied("قال النبي", Surroundings(behind=" \nنعم")).text == "قال النبي"


def test_a_book_s_habit_wins_over_a_sentence_s_own() -> None:
    text = "ثم  خرج النبي  إليهم  مسرعا"
    assert supplied(text).notes == ()
    assert len(supplied(text, Surroundings(habit=Habit(wide_named=40, wide_elsewhere=7))).notes) == 1
    assert supplied("قال النبي  نعم", Surroundings(habit=Habit(wide_named=3, wide_elsewhere=200))).notes == ()


def test_the_habit_counts_gaps_behind_the_honoured_and_elsewhere() -> None:
    assert habit_of("قال النبي  نعم  ثم مضى . وقال أبو بكر : لا") == Habit(1, 1, 1, 1)
    assert habit_of("قال النبي نعم") == Habit()


def test_only_a_text_with_a_gap_depends_on_its_surroundings() -> None:
    assert depends_on_surroundings("قال النبي  نعم", "")
    assert depends_on_surroundings("قال النبي", " : نعم")
    assert not depends_on_surroundings("قال النبي نعم", "\n  ثم")


def test_every_formula_supplied_is_noted_with_its_confidence() -> None:
    notes = supplied(SEED).notes
    assert {note.rule for note in notes} == {"honorifics_lost"}
    assert all(0.5 <= note.confidence < 1 for note in notes)
    surest = max(notes, key=lambda note: note.confidence)
    assert surest.spoken.strip() == _blessing()


@pytest.mark.parametrize("formula", FORMULAS.values())
def test_every_formula_is_vowelled_with_shadda_before_its_vowel(formula: str) -> None:
    assert not re.search("[\u064b-\u0650]\u0651", formula)
    assert all(re.search("[\u064b-\u0652]", word) for word in formula.split())


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS, TEXTS, TEXTS)
def test_formulas_are_put_into_white_space_and_nothing_else_changes(before: str, text: str, behind: str) -> None:
    made = list(edits(text, Surroundings(before, behind)))
    assert all(text[edit.start : edit.end].strip() == "" and edit.noted for edit in made)
    assert all(edit.spoken.strip() in FORMULAS.values() for edit in made)
    spoken = Traced.of(text).apply("honorifics_lost", made).text
    kept = spoken
    for formula in sorted(FORMULAS.values(), key=len, reverse=True):
        kept = kept.replace(formula, "")
    assert _letters(kept) == _letters(text)


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS)
def test_without_a_gap_nothing_is_supplied(text: str) -> None:
    closed = re.sub(r"\s+(?=[.،؛:؟!…)\]»”])", "", re.sub(r"\s+", " ", text))
    assert list(edits(closed)) == []


@settings(deadline=None, max_examples=300, derandomize=True)
@given(TEXTS)
def test_supplying_again_changes_nothing(text: str) -> None:
    once = _closed(supplied(text).text)
    assert _closed(supplied(once).text) == once


def _closed(text: str) -> str:
    """As the rule for white space leaves it, which comes next."""
    return Traced.of(text).apply("whitespace", whitespace.edits(text)).text


def _letters(text: str) -> str:
    return "".join(char for char in text if is_letter(char) or is_mark(char))


def _blessing() -> str:
    return next(iter(FORMULAS.values()))
