"""What a finder is given and what it answers with."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hakawati.model import Manner
from hakawati.reading.source import Shape


class Passage(NamedTuple):
    """A paragraph and what a finder may know of its surroundings.

    `before` and `after` are the paragraphs around it (empty at the ends of a book), `speaking` is the manner that the
    one before ended in if its last words were someone's, and `shape` what the source's format says.
    """

    text: str
    before: str
    language: str
    shape: Shape = "prose"
    speaking: Manner | None = None
    after: str = ""


class Found(NamedTuple):
    """`text[start:end]` of the passage is performed in this manner."""

    start: int
    end: int
    manner: Manner


Finder = Callable[[Passage], Iterable[Found]]
