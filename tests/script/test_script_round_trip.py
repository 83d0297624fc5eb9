"""What is written is read the same: books made of runs, and scripts made by hand."""

import re
import string

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hakawati.errors import ScriptError
from hakawati.model import Book, Chapter, Episode, Manner, Role
from hakawati.script.file.parser import parse
from hakawati.script.file.text import DIRECTIONS
from hakawati.script.file.writer import write
from hakawati.script.runs import Run
from hakawati.script.segments import segments

LIMITS = st.sampled_from([12, 30, 80, 300])

PIECES = st.sampled_from(
    [
        *(
            "قال",
            "رَسُولُ اللّٰهِ ﷺ",
            "أبو بكر",
            "يَا أيُّها",
            "د.",
            "«",
            "»",
            "؟",
            "،",
            "؛",
            ".",
            "…",
            "!",
            ":",
            '"',
            "(",
            ")",
            "﴿",
            "﴾",
        ),
        *(" ", "  ", "\n", "\r\n", "\n\n", "\n \n", "\r\n\r\n", "\t", "\u00a0", "\u2028", "\x85", "\r", "\x0b"),
        *(
            "[",
            "]",
            "{",
            "}",
            "{.",
            "]{",
            "*",
            "**",
            "***",
            "_",
            "`",
            "\\",
            "\\\\",
            "<",
            "<!--",
            "-->",
            "&amp;",
            "~",
            "^",
            "$",
            "@",
            "|",
        ),
        *(
            "#",
            "##",
            "# ",
            "\n# ",
            "\n::: ",
            ":::",
            "\n---\n",
            "---",
            "* * *",
            "- ",
            "\n- ",
            "+ ",
            "> ",
            "1. ",
            "\n12) ",
            "a. ",
            "iv. ",
        ),
        *(
            "\u200f",
            "\u200e",
            "\u202b",
            "\u2067",
            "\u200d",
            "\ufeff",
            "😀",
            "👩‍👦",
            "e\u0301",
            "\ufdfa",
            "A",
            "Hello",
            "3.5",
            "236",
            "ـ",
        ),
    ]
)
TEXTS = st.lists(PIECES | st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12).map("".join)
EDGES = re.compile(rf"^[\s{DIRECTIONS}]+|[\s{DIRECTIONS}]+$")
VALUES = TEXTS.map(lambda text: EDGES.sub("", " ".join(text.split()))).filter(bool)
NUMBERS = st.floats(0.25, 4.0) | st.sampled_from([1.0, 0.9, 1.5, 2.0])


def manners(*, alone: bool) -> st.SearchStrategy[Manner]:
    return st.builds(
        Manner,
        role=st.sampled_from(Role),
        speaker=st.none() | st.sampled_from(["أبو بكر", 'a "b" \\ c']) | VALUES,
        ref=st.none() | st.just("8:30"),
        say=st.none() | VALUES if alone else st.none(),
        voice=st.none() | VALUES,
        rate=st.none() | NUMBERS,
        pause=st.none() | NUMBERS | st.just(0.0) if alone else st.none(),
    )


PLAIN = [Manner(), Manner(role=Role.SPEECH), Manner(role=Role.VERSE, ref="8:30")]
RUNS = st.builds(
    lambda text, manner: Run(text, manner, range(len(text))),
    TEXTS,
    st.sampled_from(PLAIN) | manners(alone=False),
)


@st.composite
def books(draw: st.DrawFn) -> tuple[Book, int]:
    """As mark-up makes them: paragraphs of runs, cut by `segments`."""
    limit = draw(LIMITS)
    titles = TEXTS.map(lambda text: " ".join(text.split()))

    def chapter() -> Chapter:
        paragraphs = draw(st.lists(st.lists(RUNS, max_size=5), min_size=1, max_size=4))
        return Chapter(draw(titles), tuple(each for paragraph in paragraphs for each in segments(paragraph, limit)))

    def episode(number: int) -> Episode:
        return Episode(number, draw(titles), tuple(chapter() for _ in range(draw(st.integers(1, 3)))))

    episodes = tuple(episode(number) for number in range(1, draw(st.integers(1, 3)) + 1))
    assume(all(chapter.segments for episode in episodes for chapter in episode.chapters))
    return Book(draw(TEXTS), draw(st.none() | TEXTS), draw(st.sampled_from(["ar", "en", "no"])), episodes), limit


@given(books())
@settings(deadline=None, derandomize=True, max_examples=60)
def test_a_book_written_and_read_is_the_same_book(made: tuple[Book, int]) -> None:
    book, limit = made
    script = write(book)
    assert parse(script, "book.md", limit) == book
    assert write(parse(script, "book.md", limit)) == script


def attribute_lists() -> st.SearchStrategy[str]:
    quoted = VALUES.map(lambda value: value.replace("\\", "\\\\").replace('"', '\\"').replace("<", "\\<"))
    items = st.one_of(
        st.sampled_from([".speech", ".verse", ".hadith", ".narration", ".pause", "pause=2", "rate='0.9'", "by=x"]),
        quoted.map('by="{}"'.format),
        quoted.map('voice="{}"'.format),
    )
    return st.lists(items, max_size=3, unique_by=lambda item: item.lstrip(".").split("=")[0]).map(" ".join)


WORDS = st.lists(
    st.sampled_from(
        ["قال", "الرَّسُول", "one", "Two.", "three؟", "«four»", "،", ".", "*em*", "**x", "\\*", "\\[", "—", "\u200f"]
    ),
    min_size=1,
    max_size=9,
).map(" ".join)


def spans(within: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(within, min_size=1, max_size=3).map(" ".join)
    glued = st.lists(within, min_size=1, max_size=3).map("".join)
    said = st.tuples(WORDS, st.just(".speech say=x"))
    attributed = st.tuples(inner | glued, attribute_lists())
    return st.one_of(attributed, said).map(lambda made: f"[{made[0]}]{{{made[1]}}}")


INLINE = st.recursive(WORDS, lambda within: spans(within) | WORDS, max_leaves=6)
PARAGRAPHS = st.lists(INLINE | st.sampled_from(["<!-- a\n\n# b -->", "\n", "\r\n"]), min_size=1, max_size=4).map(
    " ".join
)
BLOCKS = st.one_of(
    PARAGRAPHS,
    PARAGRAPHS,
    st.sampled_from(["# Title", "## Chapter", "#", "##", "---", "<!-- note -->", "\n<!--\n\nnote-->\n"]),
    st.tuples(attribute_lists(), st.lists(PARAGRAPHS, min_size=1, max_size=3)).map(
        lambda made: f"::: {{{made[0]}}}\n" + "\n\n".join(made[1]) + "\n:::"
    ),
)
SCRIPTS = st.lists(BLOCKS, min_size=1, max_size=6).map("\n\n".join)


@given(SCRIPTS, LIMITS)
@settings(deadline=None, derandomize=True, max_examples=100)
def test_a_script_made_by_hand_read_written_and_read_is_the_same_book(script: str, limit: int) -> None:
    try:
        book = parse(script, "book.md", limit)
    except ScriptError:
        assume(False)
    written = write(book)
    assert parse(written, "other.md", limit) == book
    assert write(parse(written, "other.md", limit)) == written


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(deadline=None, derandomize=True, max_examples=120)
def test_any_text_at_all_is_a_book_or_a_mistake_that_is_told(script: str) -> None:
    read = book_or_mistake(script)
    if isinstance(read, Book):
        assert parse(write(read), "book.md", 300) == read
    else:
        lines = script.split("\n")
        assert 1 <= read.line <= len(lines)
        assert 1 <= read.column <= len(lines[read.line - 1]) + 1


def book_or_mistake(script: str) -> Book | ScriptError:
    try:
        return parse(script, "book.md", 300)
    except ScriptError as mistake:
        return mistake


@given(books(), TEXTS | st.sampled_from(["-->", "a\n\n# b", "<!-- x", "--!>", "-- ->", ""]))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_no_comment_changes_what_is_read(made: tuple[Book, int], remark: str) -> None:
    book, limit = made
    script = write(book, lambda segment: [remark] if len(segment.text) % 2 else [])
    assert parse(script, "book.md", limit) == book


@given(SCRIPTS, LIMITS)
@settings(deadline=None, derandomize=True, max_examples=50)
def test_segments_know_their_place(script: str, limit: int) -> None:
    """From the first character to the last; in between there may be marks, so letters are compared without them."""
    try:
        book = parse(script, "book.md", limit)
    except ScriptError:
        assume(False)
    before = 0
    for segment in book.segments():
        assert before <= segment.start < segment.end
        assert script[segment.start] == segment.text[0]
        assert script[segment.end - 1] == segment.text[-1]
        before = segment.end


@given(st.text(st.sampled_from(string.punctuation + "aب1 \n"), max_size=40))
@settings(deadline=None, derandomize=True, max_examples=120)
def test_no_punctuation_of_a_source_is_taken_for_mark_up(text: str) -> None:
    found = segments([Run(f"x{text}y", Manner(), range(len(text) + 2))], 300)
    book = Book("t", None, "en", (Episode(1, "e", (Chapter("", found),)),))
    assert parse(write(book), "book.md", 300) == book
