"""Chapters of an episode: at its topic openings, none too short to be worth a mark."""

from collections.abc import Sequence
from itertools import chain

from hakawati.model import Chapter, Segment
from hakawati.script.parts import Part, by_sentence
from hakawati.script.titles import title

SHORTEST = 0.2
"""Minutes."""


def chapters(parts: Sequence[Part]) -> tuple[Chapter, ...]:
    """The chapters of an episode; the first begins with it, and where no topic opens there, has its opening words."""
    return tuple(
        Chapter(_topic(chapter) or _opening_words(chapter[0].segments), _segments(chapter))
        for chapter in _divided(parts)
    )


def _divided(parts: Sequence[Part]) -> list[list[Part]]:
    divided: list[list[Part]] = []
    for part in parts:
        if not divided or (part.opens and _minutes(divided[-1]) >= SHORTEST):
            divided.append([])
        divided[-1].append(part)
    if len(divided) > 1 and _minutes(divided[-1]) < SHORTEST:
        last = divided.pop()
        divided[-1] += last
    return divided


def _topic(chapter: Sequence[Part]) -> str:
    """What opens with the chapter, or so soon after that it had no chapter of its own."""
    gone = 0.0
    for part in chapter:
        if part.opens or gone >= SHORTEST:
            return part.opens
        gone += part.minutes
    return ""


def _minutes(parts: Sequence[Part]) -> float:
    return sum(part.minutes for part in parts)


def _segments(parts: Sequence[Part]) -> tuple[Segment, ...]:
    return tuple(chain.from_iterable(part.segments for part in parts))


def _opening_words(paragraph: tuple[Segment, ...]) -> str:
    first_sentence = next(by_sentence(paragraph))
    return title(" ".join(segment.text for segment in first_sentence))
