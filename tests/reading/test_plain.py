"""Plain text: what its paragraphs are."""

import textwrap
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.reading.plain import is_wrapped, paragraphs

WRAPPED = """\
This is a text that someone has wrapped at sixty columns by
the means of an editor, so that a paragraph of it is spread
over a number of lines and ends only where an empty line is.

The second paragraph is just as long as the first one was,
and its last line is short.

A short one.
"""
VERSE = """\
Tiger, tiger, burning bright
In the forests of the night,
What immortal hand or eye
Could frame thy fearful symmetry?

In what distant deeps or skies
Burnt the fire of thine eyes?
"""


def found(text: str) -> list[str]:
    return [one.text for one in paragraphs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("واحد\nاثنان\n\n  ثلاثة \n", ["واحد", "اثنان", "ثلاثة"]),
        ("واحد\r\nاثنان\rثلاثة", ["واحد", "اثنان", "ثلاثة"]),
        ("واحد\u2029اثنان\fثلاثة", ["واحد", "اثنان", "ثلاثة"]),
        (" \n\t\n", []),
    ],
    ids=["a line each", "line ends of all systems", "other separators", "nothing"],
)
def test_a_paragraph_to_a_line(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_wrapped_lines_are_one_paragraph_to_the_next_empty_line() -> None:
    assert is_wrapped(WRAPPED)
    assert [text.split("\n")[0][:10] for text in found(WRAPPED)] == ["This is a ", "The second", "A short on"]
    assert is_wrapped(WRAPPED.replace("\n", "\r\n"))


def test_verse_is_not_wrapped() -> None:
    assert not is_wrapped(VERSE)
    assert len(found(VERSE)) == 6


def test_long_lines_with_empty_lines_between_are_not_wrapped() -> None:
    assert len(found(("كلمة " * 60 + "\n") * 4 + "\n" + "كلمة " * 70)) == 5


def test_programs_that_wrap_may_count_marks_as_columns() -> None:
    vowelled = "أَرَى أَنْ نَأْخُذَ مِنْ كُلِّ قَبِيلَةٍ فَتًى شَابًّا جَلِيدًا نَسِيبًا وَسِيطًا فِينَا " * 5
    bare = "ثم يأخذ كل فتى منهم سيفا صارما فيضربوه به ضربة رجل واحد " * 5
    assert is_wrapped("\n".join(textwrap.wrap(vowelled + bare + vowelled, 72)))


def test_vowel_marks_take_no_column() -> None:
    line = "وَقُلْ رَبِّ أَدْخِلْنِي مُدْخَلَ صِدْقٍ وَأَخْرِجْنِي مُخْرَجَ صِدْقٍ وَاجْعَلْ"
    plain = "وقل رب أدخلني مدخل صدق وأخرجني مخرج صدق واجعل"
    assert is_wrapped(f"{line}\n{plain}\n{line}\n{plain}\n{line}\nنعم\n\n{plain}")


@settings(deadline=None, derandomize=True)
@given(st.text(st.sampled_from("ab \n\r\t\u2028ا"), max_size=200))
def test_paragraphs_hold_all_but_white_space(text: str) -> None:
    assert "".join("".join(found(text)).split()) == "".join(text.split())
    assert all(one and one == one.strip() for one in found(text))


def test_ten_megabytes_without_a_line_break_are_one_paragraph_in_no_time() -> None:
    text = "كلمة " * 1_200_000
    began = time.perf_counter()
    assert len(found(text)) == 1
    assert time.perf_counter() - began < 5
