"""Which part of a book is shown: what was asked for on the command line, held against what the book has."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import groupby

from hakawati.errors import InputError
from hakawati.model import Book, Chapter, Episode, Role, Segment
from hakawati.script.letters import folded
from hakawati.script.stretches import by_paragraph

_NUMBERS = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")
MOST_NAMED = 8
"""Speakers named in an error."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """As asked for: episodes such as `2` or `2-4`, roles and speakers by name. What is empty asks for all."""

    episodes: Sequence[str] = ()
    roles: Sequence[str] = ()
    speakers: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Which segments are shown. What is empty chooses all."""

    episodes: tuple[range, ...] = ()
    roles: frozenset[Role] = frozenset()
    speakers: frozenset[str] = frozenset()

    def takes(self, episode: int, segment: Segment) -> bool:
        return (
            (not self.episodes or any(episode in numbers for numbers in self.episodes))
            and (not self.roles or segment.role in self.roles)
            and (not self.speakers or segment.manner.speaker in self.speakers)
        )


def choice(wanted: Wanted, book: Book) -> Choice:
    """Raises InputError with all that the book cannot have."""
    problems: list[str] = []
    chosen = Choice(
        tuple(_episodes(wanted.episodes, book, problems)),
        frozenset(_roles(wanted.roles, problems)),
        frozenset(_speakers(wanted.speakers, book, problems)),
    )
    if problems:
        raise InputError("\n".join(problems))
    return chosen


def _episodes(asked: Iterable[str], book: Book, problems: list[str]) -> Iterator[range]:
    last = len(book.episodes)
    for numbers in asked:
        found = _NUMBERS.fullmatch(numbers.strip())
        if not found:
            problems.append(f"--episode {numbers}: give a number, such as 2, or a range, such as 2-4")
            continue
        first, end = int(found[1]), int(found[2] or found[1])
        if 1 <= first <= end <= last:
            yield range(first, end + 1)
        else:
            problems.append(f"--episode {numbers}: this book's episodes are 1 to {last}")


def _roles(asked: Iterable[str], problems: list[str]) -> Iterator[Role]:
    for name in asked:
        if name.lower() in list(Role):
            yield Role(name.lower())
        else:
            near = get_close_matches(name.lower(), list(Role), 1)
            problems.append(f"--role {name}: there is no such role.{_meant(near, list(Role))}")


def _speakers(asked: Iterable[str], book: Book, problems: list[str]) -> Iterator[str]:
    """Names as the book has them, whichever way alifs, vowels and capitals were typed."""
    names = {_typed(name): name for name in reversed(_names(book))} if asked else {}
    for name in asked:
        if _typed(name) in names:
            yield from (each for each in _names(book) if _typed(each) == _typed(name))
        else:
            near = [names[each] for each in get_close_matches(_typed(name), names, 1)]
            known = list(reversed(names.values()))
            problems.append(f"--speaker {name}: nobody of this name speaks here.{_meant(near, known)}")


def _typed(name: str) -> str:
    return " ".join(folded(name).casefold().split())


def _names(book: Book) -> list[str]:
    """The speakers, in the order they first speak in."""
    return list(dict.fromkeys(each.manner.speaker for each in book.segments() if each.manner.speaker))


def _meant(near: Sequence[str], known: Sequence[str]) -> str:
    if near:
        return f" Did you mean `{near[0]}`?"
    if not known:
        return " No speaker is named in this book."
    more = "" if len(known) <= MOST_NAMED else ", …"
    return f" There are: {', '.join(known[:MOST_NAMED])}{more}"


def part_of(book: Book, chosen: Choice) -> Book:
    """The book with the chosen segments alone; chapters and episodes that have none are left out."""
    episodes = (replace(episode, chapters=tuple(_chapters(episode, chosen))) for episode in book.episodes)
    return replace(book, episodes=tuple(episode for episode in episodes if episode.chapters))


def _chapters(episode: Episode, chosen: Choice) -> Iterator[Chapter]:
    for chapter in episode.chapters:
        segments = tuple(each for each in chapter.segments if chosen.takes(episode.number, each))
        if segments:
            yield replace(chapter, segments=segments)


def stretches(episode: int, chapter: Chapter, chosen: Choice) -> Iterator[list[Segment]]:
    """What of each paragraph is chosen: neighbours together."""
    for paragraph in by_paragraph(chapter.segments):
        for taken, stretch in groupby(paragraph, key=lambda segment: chosen.takes(episode, segment)):
            if taken:
                yield list(stretch)
