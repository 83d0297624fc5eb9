"""Chapters of an episode: at its headings and topic openings, none too short to be worth a mark."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, takewhile

from hakawati.model import Chapter, Ending, Segment
from hakawati.script.parts import Part, by_sentence, total_minutes
from hakawati.script.titles import LONGEST, title

SHORTEST = 0.2
"""Minutes. What the book itself puts under a heading is a chapter however short."""


def chapters_of(episodes: Iterable[Sequence[Part]], level: int = 6) -> Iterator[tuple[Chapter, ...]]:
    """The chapters of each episode. One that goes on below the last heading of the episode before is called by it, with
    a number: «Chapter 3 (2)».
    """
    heading, times = "", 1
    for parts in episodes:
        times = 1 if not heading or parts[0].opens else times + 1
        found = chapters(parts, level, _numbered(heading, times) if times > 1 else "")
        if any(part.level for part in parts):
            heading, times = found[-1].title, 1
        yield found


def chapters(parts: Sequence[Part], level: int = 6, continued: str = "") -> tuple[Chapter, ...]:
    """The chapters of an episode: one for each heading down to `level`, and for each topic that opens; level 0 makes
    one of them all. The first begins with the episode; where nothing opens there it is called `continued`, or by its
    opening words.
    """
    divided = _divided(parts, level) if level else [list(parts)]
    first, *others = (_title(chapter) for chapter in divided)
    titles = [first or continued, *others]
    return tuple(
        Chapter(called or _opening_words(chapter[0].segments), _segments(chapter))
        for called, chapter in zip(titles, divided, strict=True)
    )


def _numbered(heading: str, times: int) -> str:
    return f"{heading[: LONGEST - 5].rstrip()} ({times})"


def _divided(parts: Sequence[Part], level: int) -> list[list[Part]]:
    divided: list[list[Part]] = []
    for part in parts:
        if not divided or _begins(part, divided[-1], level):
            divided.append([])
        divided[-1].append(part)
    last = divided[-1]
    if len(divided) > 1 and not last[0].level and total_minutes(last) < SHORTEST:
        divided.pop()
        divided[-1] += last
    return divided


def _begins(part: Part, held: Sequence[Part], level: int) -> bool:
    """A heading begins a chapter but right below another; a topic, unless the chapter has only just begun."""
    if part.level:
        return part.level <= level and not all(before.is_heading for before in held)
    return bool(part.opens) and total_minutes(held) >= SHORTEST


def _title(chapter: Sequence[Part]) -> str:
    """The headings it begins with, else what opens so soon after its begin that it had no chapter of its own."""
    headings = [part.opens for part in takewhile(lambda part: part.is_heading, chapter) if part.opens]
    if headings:
        return _joined(headings)
    gone = 0.0
    for part in chapter:
        if part.opens or gone >= SHORTEST:
            return part.opens
        gone += part.minutes
    return ""


def _joined(headings: Sequence[str]) -> str:
    """«الجزء الأول: الفصل الثاني», or the last alone where that is too long for a player's list."""
    together = ": ".join(headings)
    return together if len(together) <= LONGEST else headings[-1]


def _segments(parts: Sequence[Part]) -> tuple[Segment, ...]:
    """What ends with a chapter ends a paragraph, even where a paragraph longer than episodes was cut."""
    *found, last = chain.from_iterable(part.segments for part in parts)
    return (*found, replace(last, ending=Ending.PARAGRAPH))


def _opening_words(paragraph: tuple[Segment, ...]) -> str:
    first_sentence = next(by_sentence(paragraph))
    return title(" ".join(segment.text for segment in first_sentence))
