"""`lexicon.tsv`: a line for each word, its columns parted by tabs: the word, what is said, and perhaps a context."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from hakawati.errors import InputError
from hakawati.spelling.lexicon.entry import PLACE, Entry, Lexicon, words_around

COMMENT = "#"
COLUMNS = ("word", "spoken form", "context")


def parsed(text: str, path: Path) -> Lexicon:
    """The lexicon in `text`. `#` begins a comment, as a line or as a last column. Raises InputError with every mistake
    and its line.
    """
    entries: list[Entry] = []
    problems: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        columns = list(_columns(line))
        if columns:
            problem = problem_of(columns)
            if problem:
                problems.append(f"{path}, line {number}: {problem}")
            else:
                entries.append(Entry(*columns))
    if problems:
        raise InputError("\n".join(problems))
    return Lexicon(tuple(entries))


def problem_of(columns: list[str]) -> str | None:
    """Why this is no entry; None if it is one."""
    if len(columns) < 2:
        return f"{columns[0]!r} has no spoken form. Between the word and what is said stands a tab."
    if len(columns) > len(COLUMNS):
        return f"there are {len(columns)} columns; an entry has {', '.join(COLUMNS)}. A comment begins with #."
    if len(words_around(columns[0])) != 1:
        return f"{columns[0]!r} is not one word. Words around it go into its context, where {PLACE} stands for it."
    if not words_around(columns[1]):
        return f"{columns[1]!r} cannot be said."
    if len(columns) > 2 and columns[2].split().count(PLACE) != 1:
        return f"the context {columns[2]!r} does not say where the word stands: put one {PLACE} in its place."
    return None


def lines(suggestions: Iterable[tuple[Entry, str]]) -> Iterator[str]:
    """Each entry as a line of the file, a remark behind it as a comment."""
    for entry, remark in suggestions:
        columns = [entry.word, entry.spoken, *([entry.context] if entry.context else [])]
        yield "\t".join([*columns, *([f"{COMMENT} {remark}"] if remark else [])])


def _columns(line: str) -> Iterator[str]:
    for column in line.rstrip().split("\t"):
        if column.lstrip().startswith(COMMENT):
            return
        if column.strip():
            yield column.strip()
