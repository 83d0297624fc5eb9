"""What a reason to look answers with."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from hakawati.model import Chapter, Note, Segment

A_GUESS = 0.5
"""The confidence of what may as well be right."""


class Doubt(NamedTuple):
    """A place in a chapter. The note's rule is the reason; its `spoken` is its `source`, unless something better is
    known: a doubt changes nothing.
    """

    segment: Segment
    note: Note


Reason = Callable[[Chapter], Iterator[Doubt]]


def doubt(rule: str, segment: Segment, start: int, end: int, confidence: float = 1.0) -> Doubt:
    """A doubt about `segment.text[start:end]`."""
    words = segment.text[start:end]
    return Doubt(segment, Note(rule, start, end, words, words, confidence))
