"""Texts cut for the service, and the words that it names found in them again."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.engines.edge.cutting import LONGEST_BYTES, LONGEST_CHARACTERS, pieces
from hakawati.engines.edge.engine import harmless
from hakawati.engines.edge.placing import Word, placed

SENTENCE = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ، فَقَالَ: «السَّلَامُ عَلَيْكُمْ». "
TEXTS = st.text(st.sampled_from("ابتثجَُِّْ ،.؛:«»&<ab1\u0640\n"), max_size=3000)


def found(words: list[str], text: str) -> list[str]:
    """The parts of `text` that are marked, in order."""
    return [text[at.start : at.end] for at in placed([Word(word, 0, 0) for word in words], text)]


def bare(text: str) -> str:
    return "".join(character for character in text if not unicodedata.combining(character))


def test_words_as_they_stand() -> None:
    words = ["خَرَجَ", "رَسُولُ", "اللَّهِ", "إِلَى", "الْمَدِينَةِ", "فَقَالَ", "السَّلَامُ", "عَلَيْكُمْ"]
    assert found(words, SENTENCE) == words


def test_words_that_come_back_without_their_vowels() -> None:
    words = SENTENCE.replace("،", "").replace(":", "").replace("«", "").replace("».", "").split()
    assert found([bare(word) for word in words], SENTENCE) == words


@pytest.mark.parametrize(
    ("words", "text", "marked"),
    [
        (["CAFE\u0301", "noir"], "Café noir", ["Café", "noir"]),
        (["الله"], "اللّـــه", ["اللّـــه"]),
        (["Straße"], "STRASSE", ["STRASSE"]),
        (["&", "Söhne"], "Müller & Söhne", ["Söhne"]),
        (["don't"], "I don’t", ["don’t"]),
        (["我", "是", "学生"], "我是学生。", ["我", "是", "学生"]),
    ],
)
def test_words_written_another_way(words: list[str], text: str, marked: list[str]) -> None:
    assert found(words, text) == marked


def test_a_word_said_otherwise_has_no_place_and_those_after_it_have_theirs() -> None:
    said = ["سنة", "ألف", "وأربعمئة", "وخمس", "من", "الهجرة"]
    assert found(said, "سنة 1405 من الهجرة") == ["سنة", "من", "الهجرة"]


def test_a_word_is_not_found_in_the_middle_of_another() -> None:
    assert found(["x", "من"], "المنار من النور") == ["من"]


def test_a_stray_word_does_not_tear_the_rest_along() -> None:
    text = f"قال {SENTENCE * 3}ثم سكت"
    assert found(["قال", "سكت", "خَرَجَ"], text) == ["قال", "خَرَجَ"]


def test_the_same_word_again_is_found_again() -> None:
    assert [(at.start, at.word.ticks) for at in placed([Word("يا", 1, 1), Word("يا", 5, 1)], "يا يا")] == [
        (0, 1),
        (3, 5),
    ]


@given(TEXTS, st.lists(st.text(st.sampled_from("ابتثabَ 1"), max_size=6), max_size=30))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_marks_are_in_order_and_apart_whatever_the_words(text: str, words: list[str]) -> None:
    reached = 0
    for at in placed([Word(word, 0, 0) for word in words], text):
        assert reached <= at.start < at.end <= len(text)
        assert any(character.isalnum() for character in text[at.start : at.end])
        reached = at.end


@given(TEXTS)
@settings(deadline=None, derandomize=True, max_examples=60)
def test_pieces_hold_every_letter_once_and_in_order(text: str) -> None:
    cut = list(pieces(text))
    assert [one.start for one in cut[1:]] == sorted(one.start for one in cut[1:])
    said = "".join(text[one.start : one.end] for one in cut)
    assert [c for c in said if c.isalnum()] == [c for c in text if c.isalnum()]


def test_a_short_text_is_one_piece() -> None:
    assert [(one.start, one.end) for one in pieces(f" {SENTENCE}")] == [(1, len(SENTENCE))]


def test_a_long_text_is_cut_after_sentences() -> None:
    cut = list(pieces(SENTENCE * 30))
    assert len(cut) == 3
    for one in cut:
        assert one.end - one.start <= LONGEST_CHARACTERS
        assert (SENTENCE * 30)[one.start : one.end].endswith("».")
    assert [one.pause > 0.3 for one in cut] == [True, True, False]


def test_a_sentence_without_end_is_cut_after_clauses_then_between_words() -> None:
    clauses, words = SENTENCE.replace(". ", " ").replace(":", "") * 30, bare("كلمة أخرى ") * 200
    assert all(clauses[: one.end].endswith("،") for one in list(pieces(clauses))[:-1])
    assert all(words[one.end] == " " for one in list(pieces(words))[:-1])
    assert {one.pause for one in pieces(words)} == {0.0}


def test_a_word_without_end_is_cut_before_a_letter_never_before_its_mark() -> None:
    word = "بَّ" * 1500
    assert all(word[one.start] == "ب" for one in pieces(word))


def test_no_piece_is_longer_than_edge_tts_sends_at_once() -> None:
    text = "&" * 990 + "ab " + "<" * 1500 + "cd"
    sizes = [len(text[one.start : one.end].replace("&", "&amp;").replace("<", "&lt;").encode()) for one in pieces(text)]
    assert max(sizes) <= LONGEST_BYTES


def test_marks_of_punctuation_alone_are_no_piece() -> None:
    assert len(list(pieces(f"قال{' .' * 1200}"))) == 1


def test_what_xml_cannot_hold_becomes_a_space_in_its_place() -> None:
    assert harmless("ا\0ب\x0bت\ud800ث\ufffeج\tح\nخ\u200f") == "ا ب ت ث ج\tح\nخ\u200f"
