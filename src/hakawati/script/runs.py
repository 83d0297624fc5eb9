"""A paragraph as runs of text, each in one manner: what mark-up finds and what a script file states."""

from collections.abc import Sequence
from dataclasses import dataclass

from hakawati.model import Manner


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a paragraph in one manner.

    `places` holds the offset in the decoded source of each character of `text`: a `range` where the text stands there
    as it is, a list where the source has marks in between (a script's escapes).
    """

    text: str
    manner: Manner
    places: Sequence[int]

    def __post_init__(self) -> None:
        assert len(self.text) == len(self.places), "every character has a place"


def merged(runs: Sequence[Run]) -> list[Run]:
    """The same text with neighbours in equal manner made one: the one normal form of a paragraph.

    What is to be said instead of a run, or the pause after it, belongs to that run alone: such runs stay apart.
    """
    result: list[Run] = []
    for run in runs:
        if result and result[-1].manner == run.manner and run.manner.say is None and run.manner.pause is None:
            before = result.pop()
            result.append(Run(before.text + run.text, run.manner, [*before.places, *run.places]))
        elif run.text:
            result.append(run)
    return result
