"""What a finder is given and what it answers with."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from hakawati.model import Manner


class Passage(NamedTuple):
    """A paragraph, the one before it (empty at the begin of a book), and the language, such as `ar`."""

    text: str
    before: str
    language: str


class Found(NamedTuple):
    """`text[start:end]` of the passage is performed in this manner."""

    start: int
    end: int
    manner: Manner


Finder = Callable[[Passage], Iterable[Found]]
