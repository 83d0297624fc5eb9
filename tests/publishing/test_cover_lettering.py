"""Titles are shaped, ordered, broken and fitted before they are drawn: what a reader of Arabic sees at a glance."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.publishing.cover.bidi import is_right_to_left, runs
from hakawati.publishing.cover.breaking import balanced, joined, words
from hakawati.publishing.cover.faces import BOLD, REGULAR, faces
from hakawati.publishing.cover.inking import inked
from hakawati.publishing.cover.setting import ELLIPSIS, Place, Setting, set_in
from hakawati.publishing.cover.shaping import Lettering, Line, missing, shaped
from hakawati.publishing.cover.words import LettersMissing, words_of

PLACE = Place(width=300, height=200, largest=80, smallest=12)
TITLES = st.text(
    "ابتثجحخدرسشصطعفقكلمنهوي" + "ًٌٍَُِّْ" + "ﷺ «»()،؟ 12 aZ-&<>\u200c\u200f\u2067\u2069" + "é ", min_size=1, max_size=300
)


def lettering(text: str, language: str = "ar") -> Lettering:
    return Lettering(faces(BOLD), language, is_right_to_left(text, language))


def line(text: str, language: str = "ar") -> Line:
    return shaped(text, lettering(text, language))


def numbers(text: str) -> list[int]:
    """The font's numbers of the glyphs, from left to right."""
    return [glyph.number for glyph in line(text).glyphs]


def drawn_order(text: str, language: str = "ar") -> list[str]:
    return [run.text for run in runs(text, right_to_left=is_right_to_left(text, language))]


def test_letters_join_and_so_look_otherwise_than_apart() -> None:
    apart = [numbers(letter) for letter in "كتب"]
    joined_up = numbers("كتب")
    assert len(joined_up) >= 3
    assert not {glyph for letter in apart for glyph in letter} & set(joined_up)


def test_lam_alif_is_one_ligature_and_narrower_than_its_letters() -> None:
    assert line("لا").width < 0.8 * (line("ل").width + line("ا").width)


def test_a_joiner_that_forbids_joining_is_obeyed() -> None:
    assert numbers("می\u200cخواهم") != numbers("میخواهم")


def test_vowel_marks_sit_over_their_letters_and_widen_nothing() -> None:
    bare, vowelled = line("كتب"), line("كُتِبَ")
    assert vowelled.advance == pytest.approx(bare.advance, rel=0.02)
    assert vowelled.ink.top > bare.ink.top
    assert vowelled.ink.bottom < bare.ink.bottom


def test_arabic_runs_from_the_right_and_what_stands_in_it_from_the_left() -> None:
    assert drawn_order("كتاب Python 3.11 للمبتدئين") == [" للمبتدئين", "Python 3.11", "كتاب "]
    assert drawn_order("الجزء 12") == ["12", "الجزء "]
    assert drawn_order("The book الكتاب", "en") == ["The book ", "الكتاب"]


def test_brackets_are_mirrored_in_right_to_left_text() -> None:
    first, *_, last = numbers("(ب)")
    opening, closing = (faces(BOLD)[0].font.get_nominal_glyph(ord(bracket)) for bracket in "()")
    assert (first, last) == (opening, closing)


def test_an_arabic_book_with_a_latin_beginning_still_runs_from_the_right() -> None:
    assert is_right_to_left("Python للمبتدئين", "ar")
    assert not is_right_to_left("Python للمبتدئين", "en")
    assert not is_right_to_left("Python", "ar")
    assert is_right_to_left("شعر", "en")


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.text(max_size=60), st.sampled_from(["ar", "en", "", "zh-Hant", "??"]))
def test_any_text_at_all_is_put_in_order_and_no_character_is_lost(text: str, language: str) -> None:
    found = drawn_order(text, language)
    assert sorted("".join(found)) == sorted(text)


def test_lines_are_of_like_width() -> None:
    pieces = words("aa bb cc dd ee ff")
    assert balanced(pieces, [2.0] * 6, 1, 3) == [
        ["aa bb cc dd ee ff"],
        ["aa bb cc", "dd ee ff"],
        ["aa bb", "cc dd", "ee ff"],
    ]


def test_a_space_that_forbids_breaking_is_obeyed_and_chinese_needs_no_space() -> None:
    assert [word.text for word in words("أبي\u00a0بكر الصديق")] == ["أبي\u00a0بكر", "الصديق"]
    assert joined(words("红楼梦，上 b")) == "红楼梦，上 b"
    assert [word.text for word in words("红楼梦，上 b")] == ["红", "楼", "梦，", "上", "b"]


def fits(setting: Setting) -> bool:
    widest = max(line.width for line in setting.lines) * setting.size
    return widest <= PLACE.width + 0.01 and setting.height <= PLACE.height + 0.01 and setting.size <= PLACE.largest


@settings(deadline=None, derandomize=True, max_examples=60)
@given(TITLES.filter(lambda text: words_of(text, "ar", faces(BOLD)) is not None))
def test_a_title_of_any_length_lies_wholly_in_its_place(title: str) -> None:
    """The mask has a margin of ten pixels at either side: ink in it would be ink outside the place."""
    given_words = words_of(title, "ar", faces(BOLD))
    assert given_words
    setting = set_in(PLACE, given_words.text, given_words.lettering)
    assert fits(setting)
    mask = inked(setting, int(PLACE.width) + 20)
    left, _, right, _ = mask.getbbox() or (10, 0, 10, 0)
    assert left >= 9
    assert right <= PLACE.width + 11
    assert mask.height <= PLACE.height + 2


@settings(deadline=None, derandomize=True, max_examples=40)
@given(TITLES.filter(lambda text: words_of(text, "ar", faces(BOLD)) is not None))
def test_a_title_is_whole_or_ends_in_an_ellipsis(title: str) -> None:
    setting = set_in(PLACE, title, lettering(title))
    shown = [word.text for line in setting.lines for word in words(line.text)]
    if setting.is_whole:
        assert shown == [word.text for word in words(title)]
        assert setting.size >= PLACE.smallest
    else:
        assert shown[-1].endswith(ELLIPSIS)
        assert "".join(words_of_title.text for words_of_title in words(title)).startswith("".join(shown)[:-1])


def test_no_mark_is_cut_off_above_or_below() -> None:
    """The ink ends inside the mask, and is as high as the setting says."""
    text = "الصِّدِّيقِ ٱلْحَمْدُ لِلَّهِ"
    setting = set_in(PLACE, text, lettering(text))
    mask = inked(setting, 320)
    _, top, _, bottom = mask.getbbox() or (0, 0, 0, 0)
    assert bottom - top == pytest.approx(setting.height, abs=2)
    assert mask.height - bottom <= 2


def test_a_short_title_is_large_and_a_long_one_is_shortened_only_at_the_smallest_letters() -> None:
    assert set_in(PLACE, "الق", lettering("الق")).size == PLACE.largest
    long = "سيرة أبي بكر الصديق رضي الله عنه " * 9
    assert set_in(PLACE, long, lettering(long)).is_whole
    longer = long * 4
    cut = set_in(PLACE, longer, lettering(longer))
    assert not cut.is_whole
    assert PLACE.smallest <= cut.size < 1.3 * PLACE.smallest


def test_letters_that_no_font_has_are_named_and_signs_left_out() -> None:
    assert missing("بكر 🌙 𐀀", faces(REGULAR)) == "🌙𐀀"
    with pytest.raises(LettersMissing) as raised:
        words_of("𐀀𐀁", "ru", faces(REGULAR))
    assert raised.value.letters == "𐀀𐀁"
    kept = words_of("قصص 🌙 الأنبياء", "ar", faces(REGULAR))
    assert kept
    assert (words("".join(kept.text)), kept.left_out) == (words("قصص الأنبياء"), "🌙")


@pytest.mark.parametrize("nothing", ["", "  \n", "\u200f", "🌙", "\x00"])
def test_a_title_of_nothing_that_is_seen_has_no_words(nothing: str) -> None:
    assert words_of(nothing, "ar", faces(REGULAR)) is None
