"""Where gtts cuts a text, since Google takes no more than 100 characters at a time."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.engines.gtts.cutting import LONGEST, End, pieces

SENTENCE = "قال الرجل لصاحبه إن هذا الأمر عظيم"
"""34 characters."""


def cut(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


@pytest.mark.parametrize("end", list(".؟!،؛:"))
def test_cuts_behind_a_clause(end: str) -> None:
    clause = f"{SENTENCE}{end}"
    assert sorted(cut(f"{clause} {clause} {clause}")) == sorted([clause, f"{clause} {clause}"])


@pytest.mark.parametrize(("mark", "end"), [(".", End.SENTENCE), ("؟", End.SENTENCE), ("،", End.CLAUSE), ("", End.WORD)])
def test_says_what_ends(mark: str, end: End) -> None:
    ends = [piece.end for piece in pieces(f"{SENTENCE}{mark} " * 5)]
    assert set(ends[:-1]) == {end}
    assert ends[-1] is End.SENTENCE


def test_a_short_text_stays_whole() -> None:
    assert cut(f" {SENTENCE}. {SENTENCE}، نعم. \n") == [f"{SENTENCE}. {SENTENCE}، نعم."]


def test_the_end_of_a_sentence_is_better_than_that_of_a_clause() -> None:
    assert cut(f"{SENTENCE}. {SENTENCE}، {SENTENCE}")[0] == f"{SENTENCE}."


def test_closing_quotation_marks_stay_with_their_clause() -> None:
    assert cut(f"«{SENTENCE}.» {SENTENCE}، {SENTENCE}")[0] == f"«{SENTENCE}.»"


def test_opening_quotation_marks_stay_with_theirs() -> None:
    assert [piece[0] for piece in cut(f"{SENTENCE}: «{SENTENCE}». «{SENTENCE}»")[1:]] == ["«"]


def test_one_more_request_rather_than_a_cut_inside_a_clause() -> None:
    long = f"{SENTENCE} {SENTENCE} {SENTENCE[:22]}،"
    assert cut(f"نعم قال ذلك، {long} {SENTENCE}") == ["نعم قال ذلك،", long, SENTENCE]


def test_no_tiny_rest_where_there_is_a_better_place() -> None:
    text = f"{SENTENCE}، {SENTENCE}، {SENTENCE[:24]}، نعم."
    assert cut(text) == [f"{SENTENCE}،", f"{SENTENCE}، {SENTENCE[:24]}، نعم."]


def test_without_clauses_cuts_between_words_in_like_pieces() -> None:
    assert [len(piece) for piece in cut("كلمة " * 21)] == [49, 54]


def test_a_comma_without_a_space_behind_it_ends_a_clause() -> None:
    clause = SENTENCE + " نعم أجل"
    assert cut(f"{clause}،{clause}،{clause}")[-1][-len(clause) :] == clause
    assert len(cut(f"{clause}،{clause}،{clause}")) == 2


@pytest.mark.parametrize("number", ["3.5", "1,000", "10:30"])
def test_a_number_is_not_cut(number: str) -> None:
    assert any(number in piece for piece in cut(f"{'كلمة ' * 18}{number} {'كلمة ' * 18}"))


def test_a_full_stop_that_shortens_a_word_ends_no_sentence() -> None:
    text = f"{'كلمة ' * 13}جاء د. أحمد {'كلمة ' * 13}"
    assert any("د. أحمد" in piece for piece in cut(text))


def test_without_words_cuts_before_a_letter_never_before_a_mark() -> None:
    text = "كَ" * 120
    assert sum(map(len, cut(text))) == len(text)
    assert all(piece[0] == "ك" for piece in cut(text))


@pytest.mark.parametrize("text", ["…" * 150, "—" * 101, "\u064e" * 300, "ـ" * 120])
def test_what_cannot_be_said_is_left_out(text: str) -> None:
    assert cut(text) == []
    assert "".join(cut(f"نعم {text} نعم")).count("نعم") == 2


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابت َّ.،؟« »\n1-ـ"), max_size=400))
def test_nothing_that_can_be_said_is_lost_or_too_long(text: str) -> None:
    found = cut(text)
    assert all(0 < len(piece) <= LONGEST and piece == piece.strip() for piece in found)
    kept = [character for character in "".join(found) if character.isalnum() and character != "ـ"]
    assert kept == [character for character in text if character.isalnum() and character != "ـ"]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.text(st.sampled_from("ابت َّ.،؟« »1"), max_size=400))
def test_no_word_loses_a_mark_or_its_place(text: str) -> None:
    words = [word[:LONGEST] for word in f"كلمة {text}".split()]
    text = " ".join(word if word[0] == "ك" or any(map(str.isalnum, word)) else f"ك{word}"[:LONGEST] for word in words)
    found = cut(text)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
    assert all(piece[0] != mark for piece in found for mark in "َّ" if unicodedata.combining(mark) and text[0] != mark)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.text("ابتثج", min_size=1, max_size=12), min_size=1, max_size=80))
def test_words_stay_whole(words: list[str]) -> None:
    assert " ".join(cut(" ".join(words))) == " ".join(words)
