import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.engines.gtts.cutting import LONGEST, pieces

SENTENCE = "قال الرجل لصاحبه إن هذا الأمر عظيم"


@pytest.mark.parametrize("end", list(".؟!،؛:"))
def test_cuts_behind_a_clause(end: str) -> None:
    assert list(pieces(f"{SENTENCE}{end} {SENTENCE}{end} {SENTENCE}{end}")) == [
        f"{SENTENCE}{end} {SENTENCE}{end}",
        f"{SENTENCE}{end}",
    ]


def test_the_end_of_a_sentence_is_better_than_that_of_a_clause() -> None:
    assert next(pieces(f"{SENTENCE}. {SENTENCE}، {SENTENCE}")) == f"{SENTENCE}."


def test_closing_quotation_marks_stay_with_their_clause() -> None:
    assert next(pieces(f"«{SENTENCE}.» {SENTENCE}، {SENTENCE}")) == f"«{SENTENCE}.»"


def test_without_clauses_cuts_between_words() -> None:
    assert all(piece.split()[-1] == "كلمة" for piece in pieces("كلمة " * 60))


def test_without_words_cuts_before_a_letter() -> None:
    assert [len(piece) for piece in pieces("كَ" * 120)] == [100, 100, 40]


def test_a_decimal_point_is_no_end() -> None:
    assert next(pieces(f"{'كلمة ' * 15}3.5 {'كلمة ' * 15}")).endswith(("3.5", "كلمة"))


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابت َّ.،؟« »\n1-"), max_size=400))
def test_nothing_that_can_be_said_is_lost(text: str) -> None:
    found = list(pieces(text))
    assert all(len(piece) <= LONGEST for piece in found)
    kept = [character for character in "".join(found) if character.isalnum()]
    assert kept == [character for character in text if character.isalnum()]
