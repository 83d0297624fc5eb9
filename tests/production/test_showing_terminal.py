"""Rows for a terminal: nothing lost, nothing mixed, no word broken, and colours only where they are wanted."""

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.colours import painted, wanted
from hakawati.model import Role
from hakawati.production.showing.lines import Line, Piece, is_rtl
from hakawati.terminal import columns, rows, unbroken

SIGNS = re.compile("\x1b\\[[0-9;]*m|[\u2067\u2068\u2069]")


def stripped(text: str) -> str:
    return SIGNS.sub("", text)


def arabic(*texts: str) -> Line:
    return Line(tuple(Piece(text, "hadith") for text in texts), rtl=True)


def test_a_right_to_left_row_is_isolated_as_a_whole() -> None:
    assert list(rows(arabic("قال: ", "نعم."), 80, colours=False)) == ["\u2067قال: نعم.\u2069"]


def test_a_piece_that_stands_apart_is_isolated_in_its_row() -> None:
    line = Line((Piece("verse: "), Piece("قل هو الله", apart=True)))
    assert list(rows(line, 80, colours=False)) == ["verse: \u2068قل هو الله\u2069"]


def test_rows_end_between_words_and_each_is_isolated() -> None:
    assert list(rows(arabic("قال النبي", " لأصحابه"), 10, colours=False)) == [
        "\u2067قال النبي\u2069",
        "\u2067لأصحابه\u2069",
    ]


def test_a_word_is_not_broken_where_its_piece_ends() -> None:
    assert [stripped(row) for row in rows(arabic("أول ثاني", "ثالث"), 9, colours=True)] == ["أول", "ثانيثالث"]


def test_a_word_wider_than_the_terminal_has_a_row_for_itself() -> None:
    assert [stripped(row) for row in rows(arabic("و المستشفيات و"), 5, colours=False)] == ["و", "المستشفيات", "و"]


def test_an_empty_line_is_an_empty_row() -> None:
    assert list(rows(Line(), 80, colours=True)) == [""]


@pytest.mark.parametrize(
    ("text", "width"), [("قل", 2), ("قُلْ", 2), ("a\u2067b\u2069", 2), ("ـ", 1), ("日本", 4), ("ﷺ", 1), ("", 0)]
)
def test_marks_take_no_column_and_wide_characters_two(text: str, width: int) -> None:
    assert columns(text) == width


def test_what_could_command_a_terminal_is_shown_as_a_picture() -> None:
    (row,) = rows(Line((Piece("a\x1b[2J\x07\x9bb"),)), 80, colours=False)
    assert row == "a␛[2J␇␡b"


def test_a_file_gets_lines_as_they_are() -> None:
    line = Line((Piece("قال: ", "label"), Piece("نعم", "hadith", apart=True)), rtl=True)
    assert unbroken(line, colours=False) == "قال: نعم"
    assert unbroken(line, colours=True) == "\x1b[2mقال: \x1b[0m\x1b[36mنعم\x1b[0m"


words = st.text(alphabet="ابقلنَُّ.،«»()﴿﴾ab1ﷺ", min_size=1, max_size=12)
pieces = st.lists(
    st.builds(Piece, st.lists(words, max_size=6).map(" ".join), st.sampled_from(["", "verse", "label"]), st.booleans()),
    max_size=6,
)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(found=pieces, rtl=st.booleans(), width=st.integers(1, 30), colours=st.booleans())
def test_no_character_is_lost_or_reordered(found: list[Piece], width: int, *, rtl: bool, colours: bool) -> None:
    shown = list(rows(Line(tuple(found), rtl=rtl), width, colours=colours))
    said = "".join(piece.text for piece in found)
    assert stripped(" ".join(shown)).split() == said.split()
    for row in shown:
        opened = row.count("\u2067") + row.count("\u2068")
        assert opened == row.count("\u2069"), "what is isolated ends with its row"
        assert columns(stripped(row)) <= width or " " not in stripped(row).strip()


@pytest.mark.parametrize(
    ("text", "rtl"), [("قال", True), ("1. قال", True), ("«قال John»", True), ("Abu Bakr قال", False), ("12", False)]
)
def test_the_direction_is_that_of_the_first_letter(text: str, *, rtl: bool) -> None:
    assert is_rtl(text) is rtl


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colours"),
    [
        (Terminal(), {"TERM": "xterm"}, True),
        (Terminal(), {}, True),
        (Terminal(), {"TERM": "dumb"}, False),
        (Terminal(), {"NO_COLOR": "1"}, False),
        (Terminal(), {"NO_COLOR": ""}, True),
        (Terminal(), {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (io.StringIO(), {}, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, True),
        (io.StringIO(), {"FORCE_COLOR": ""}, False),
    ],
)
def test_colours_are_for_terminals_unless_the_user_says_otherwise(
    stream: io.StringIO, environment: dict[str, str], *, colours: bool
) -> None:
    assert wanted(stream, environment) is colours


def test_every_role_but_narration_has_a_colour_of_its_own() -> None:
    shown = {role: painted("كلام", role) for role in Role}
    assert shown[Role.NARRATION] == "كلام"
    assert len(set(shown.values())) == len(Role)


def test_nothing_is_painted_where_nothing_is_seen() -> None:
    assert painted(" ", "verse") == " "
