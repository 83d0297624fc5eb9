"""What the finders mark and what they leave alone."""

from pathlib import Path

import pytest

from golden import Case, cases
from script.marked import lines, marked

SEED = Path(__file__).parents[2] / "seeds" / "abu-bakr.txt"


@pytest.mark.parametrize("case", cases("markup_roles"), ids=str)
def test_roles(case: Case) -> None:
    language, text = case.given.split("\n", 1)
    assert lines(marked(text, language)) == case.expected


def test_seed_is_marked_as_a_careful_reader_would() -> None:
    (case,) = cases("markup_seed")
    found = [one for one in marked(SEED.read_text("utf-8"), "ar") if one.role != "narration"]
    assert "\n".join(f"{one.role}|{one.manner.speaker or ''}|{one.text}" for one in found) == case.expected


def test_arabic_finders_leave_other_languages_alone() -> None:
    text = "قال عمر: «لا تحزن». ورد ذكر الهجرة:"
    assert {one.role for one in marked(text, "en")} == {"narration"}


def test_many_introductions_in_one_paragraph_are_found_in_linear_time() -> None:
    found = marked("فقال زيد: «نعم يا عمر» (البقرة: 5) " * 1_000, "ar")
    assert [one.role for one in found[:6]] == ["narration", "speech", "reference"] * 2
    assert len(found) == 3_000
