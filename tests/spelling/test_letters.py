import unicodedata

from hakawati.spelling.letters import is_letter, is_mark, marked_letters, skeleton, words


def test_letters_and_marks() -> None:
    assert all(map(is_letter, "ءآأؤإئابةىيٱپچگکی"))
    assert all(map(is_mark, "\u064b\u064e\u0651\u0652\u0670\u0653\u0654\u06d6\u06e1\u08f0\u0610"))
    assert not any(is_letter(char) or is_mark(char) for char in "aé5٥،؛؟. ـ﷽ﻻ")
    assert not is_letter("")
    assert not is_mark("")


def test_every_letter_is_a_letter_to_unicode_and_every_mark_a_mark() -> None:
    arabic = [chr(code) for code in (*range(0x600, 0x700), *range(0x750, 0x780), *range(0x870, 0x900))]
    known = [char for char in arabic if unicodedata.category(char) != "Cn"]
    assert {unicodedata.category(char) for char in known if is_letter(char)} == {"Lo"}
    assert {unicodedata.category(char) for char in known if is_mark(char)} == {"Mn"}


def test_words_are_runs_of_letters_with_their_marks() -> None:
    assert [word.group() for word in words("قَالَ: abc ١٢ شيـٔا، محـمد")] == ["قَالَ", "شيـٔا", "مح", "مد"]


def test_words_between_offsets_keep_the_offsets_of_the_text() -> None:
    assert [word.span() for word in words("من الى", 3)] == [(3, 6)]


def test_marked_letters_end_behind_their_marks() -> None:
    letters = marked_letters("ع\u0650د\u0651\u064eة", 10)
    assert [(letter.letter, letter.marks, letter.end) for letter in letters] == [
        ("ع", "\u0650", 12),
        ("د", "\u0651\u064e", 15),
        ("ة", "", 16),
    ]


def test_the_skeleton_has_one_letter_for_each_however_the_hamza_is_typed() -> None:
    assert skeleton("أُؤْئِآ") == "اويا"
    assert skeleton("ا\u0654ل") == skeleton("أل") == skeleton("إل") == "ال"
