"""What a script states, how a book is written, how mistakes are told: the cases are in fixtures/script_*.golden."""

from dataclasses import fields

import pytest

from golden import Case, cases
from hakawati.errors import ScriptError
from hakawati.model import Book, Manner, Segment
from hakawati.script.file.parser import parse
from hakawati.script.file.writer import write

LIMIT = 60


def dump(book: Book) -> str:
    """One line per title and segment: `role key=value… ending: text`, line breaks as ⏎."""
    lines = [f"{book.title} / {book.author or 'no author'} / {book.language}"]
    for episode in book.episodes:
        lines.append(f"# {episode.number} {episode.title}".rstrip())
        for chapter in episode.chapters:
            lines.append(f"## {chapter.title}".rstrip())
            lines += [f"{manner(segment)} {segment.ending}: {segment.text}" for segment in chapter.segments]
    return "\n".join(line.replace("\r", "").replace("\n", "⏎") for line in lines)


def manner(segment: Segment) -> str:
    values = ((field.name, getattr(segment.manner, field.name)) for field in fields(Manner) if field.name != "role")
    return " ".join([segment.role, *(f"{name}={value}" for name, value in values if value is not None)])


@pytest.mark.parametrize("case", cases("script_parser"), ids=str)
def test_what_a_script_states(case: Case) -> None:
    assert dump(parse(case.given, "book.md", LIMIT)) == case.expected


@pytest.mark.parametrize("case", cases("script_parser"), ids=str)
def test_what_is_read_is_written_the_same(case: Case) -> None:
    book = parse(case.given, "book.md", LIMIT)
    assert parse(write(book), "other.md", LIMIT) == book


@pytest.mark.parametrize("case", cases("script_writer"), ids=str)
def test_how_a_book_is_written(case: Case) -> None:
    written = write(parse(case.given, "book.md", LIMIT))
    assert written == f"---\ntitle: book\nlanguage: ar\n---\n\n{case.expected}\n"


@pytest.mark.parametrize("case", cases("script_errors"), ids=str)
def test_how_a_mistake_is_told(case: Case) -> None:
    with pytest.raises(ScriptError) as caught:
        parse(case.given, "book.md", LIMIT)
    assert "\n".join(line.rstrip() for line in str(caught.value).split("\n")) == case.expected
    assert caught.value.exit_code == 2
