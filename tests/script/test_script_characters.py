"""Characters that a fixture cannot hold: line breaks of other systems, byte order marks, what no text holds."""

import contextlib
import time

import pytest

from hakawati.errors import ScriptError
from hakawati.model import Book, Chapter, Ending, Episode, Manner, Role, Segment
from hakawati.script.file.parser import parse
from hakawati.script.file.writer import write


def texts(script: str) -> list[str]:
    return [segment.text for segment in parse(script, "book.md", 300).segments()]


def book(*segments: Segment, title: str = "t", author: str | None = None) -> Book:
    return Book(title, author, "ar", (Episode(1, "e", (Chapter("", segments),)),))


def paragraph(text: str, manner: Manner = Manner()) -> Segment:  # noqa: B008 # a frozen value
    return Segment(text=text, manner=manner, ending=Ending.PARAGRAPH)


def test_line_breaks_of_windows_part_paragraphs_as_others_do() -> None:
    script = "---\r\ntitle: أيام\r\n---\r\n# T\r\n\r\none\r\ntwo\r\n\r\n::: verse\r\nthree\r\n:::\r\n"
    read = parse(script, "book.md", 300)
    assert (read.title, read.episodes[0].title) == ("أيام", "T")
    assert [(segment.role, segment.text) for segment in read.segments()] == [
        (Role.NARRATION, "one\r\ntwo"),
        (Role.VERSE, "three"),
    ]


def test_a_byte_order_mark_is_no_text() -> None:
    assert texts("\ufeff# T\n\ntext") == ["text"]
    assert parse("\ufeff---\ntitle: a\n---\ntext", "book.md", 300).title == "a"


@pytest.mark.parametrize("character", ["\0", "\udc80"])
def test_what_no_text_holds_is_refused_and_shown_printably(character: str) -> None:
    with pytest.raises(ScriptError, match=r"line 2, column 3: U\+(0000|DC80)") as caught:
        parse(f"ab\ncd{character}e", "book.md", 300)
    str(caught.value).encode("utf-8")
    assert "\0" not in str(caught.value)


@pytest.mark.parametrize("escape", [r"\ud800", r"\0"])
def test_what_no_text_holds_cannot_come_by_an_escape_in_the_front_matter(escape: str) -> None:
    with pytest.raises(ScriptError, match=r"line 2, column 8: U\+"):
        parse(f'---\ntitle: "{escape}"\n---\ntext', "book.md", 300)


@pytest.mark.parametrize("title", ["[" * 5_000, r'"\UFFFFFFFF"', "\x07", "{a: b", "@x", "a: b: c"])
def test_hostile_front_matter_is_a_mistake(title: str) -> None:
    script = f"---\ntitle: {title}\n---\ntext"
    with pytest.raises(ScriptError, match="line 2"):
        parse(script, "book.md", 300)


@pytest.mark.parametrize(
    "title",
    [
        "",
        " ",
        "null",
        "~",
        "no",
        "1445",
        "a: b",
        "- a",
        "a #b",
        '"a',
        "'",
        "\\",
        "{}",
        "[" * 3_000,
        "a\nb",
        "\u2028",
        "\x07",
        "ﷺ",
        "😀",
        "---",
    ],
)
def test_any_title_and_author_survive(title: str) -> None:
    made = book(paragraph("text"), title=title, author=title)
    assert parse(write(made), "book.md", 300) == made


def test_a_span_ends_where_its_characters_stand() -> None:
    script = "قال: [لا \\* <!-- note -->*تحزن*]{.speech} ثم"
    speech = next(segment for segment in parse(script, "book.md", 300).segments() if segment.role is Role.SPEECH)
    assert speech.text == "لا * تحزن"
    assert script[speech.start : speech.end] == "لا \\* <!-- note -->*تحزن"


def test_without_a_title_the_book_is_called_as_its_file() -> None:
    read = parse("text", "some/where/سيرة.script.md", 300)
    assert (read.title, read.episodes[0].title) == ("سيرة.script", "سيرة.script")


def test_a_tag_in_the_front_matter_makes_nothing() -> None:
    assert parse("---\ntitle: !!python/object:os.system x\n---\ntext", "book.md", 300).title == "x"


def test_a_last_segment_that_does_not_end_its_paragraph_is_written_all_the_same() -> None:
    assert "first. last" in write(book(Segment(text="first."), Segment(text="last")))


def test_numbers_are_written_exactly() -> None:
    for rate in (0.25, 0.9, 1.0, 1 / 3, 4.0):
        made = book(paragraph("text", Manner(rate=rate, pause=rate)))
        assert parse(write(made), "book.md", 300) == made


@pytest.mark.parametrize(
    "script",
    [
        "[" * 30_000 + "a" + "]{.verse}" * 30_000,
        "[a " * 30_000 + "]" * 30_000,
        "*a **b " * 20_000 + "c*** " * 20_000,
        "a\n" + "<!-- x -->\n" * 20_000,
        "::: verse\n" * 10_000 + "a\n" + ":::\n" * 10_000,
        ":::" + " " * 200_000 + "x",
        "[a]{.pause}" * 1_000,
    ],
    ids=["nested spans", "nested brackets", "crossed stars", "notes", "nested blocks", "a long fence", "pauses"],
)
def test_a_hostile_script_takes_no_more_than_its_length(script: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(ScriptError):
        parse(script, "book.md", 300)
    assert time.process_time() - begun < 5
