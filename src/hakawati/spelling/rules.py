"""What a rule of spelling is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from hakawati.spelling.edits import Edit


@dataclass(frozen=True, slots=True)
class Rule:
    """A named change: `edits` looks at a text and answers with edits, in order and not overlapping."""

    name: str
    edits: Callable[[str], Iterable[Edit]]
