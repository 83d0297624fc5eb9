"""Texts cut for a server that takes only so much at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.engines.openai.cutting import pieces

SENTENCE = "قَالَ الرَّجُلُ: إِنَّ الْأَمْرَ عَظِيمٌ، فَاصْبِرْ."


def test_a_short_text_is_one_piece() -> None:
    assert list(pieces(f" {SENTENCE} ", 60)) == [SENTENCE]


def test_sentences_come_first() -> None:
    assert list(pieces(f"{SENTENCE} {SENTENCE}", len(SENTENCE) + 20)) == [SENTENCE, SENTENCE]


def test_then_clauses() -> None:
    assert list(pieces(SENTENCE, len(SENTENCE) - 1)) == ["قَالَ الرَّجُلُ: إِنَّ الْأَمْرَ عَظِيمٌ،", "فَاصْبِرْ."]


def test_a_sentence_that_ends_at_once_is_no_place() -> None:
    assert list(pieces("نعم. جاء الرجل إلى المدينة ماشيا", 28)) == ["نعم. جاء الرجل إلى المدينة", "ماشيا"]


def test_then_words() -> None:
    assert list(pieces("one two three", 7)) == ["one two", "three"]


def test_a_word_is_never_cut() -> None:
    assert list(pieces("a extraordinarily b", 5)) == ["a", "extraordinarily", "b"]


def test_what_cannot_be_said_is_not_asked_for() -> None:
    assert list(pieces("one ... two", 4)) == ["one", "two"]


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.text("ab.،؛؟ \n«»ُ", max_size=200), st.integers(5, 50))
def test_all_words_are_there_in_order(text: str, longest: int) -> None:
    cut = list(pieces(text, longest))
    words = [word for word in text.split() if any(letter.isalnum() for letter in word)]
    assert [word for word in " ".join(cut).split() if any(letter.isalnum() for letter in word)] == words
    assert all(len(piece) <= longest or " " not in piece for piece in cut)
