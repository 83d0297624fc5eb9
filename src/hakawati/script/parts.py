"""Parts: what episodes and chapters are made of, never cut by either."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hakawati.model import Ending, Role, Segment


class Part(NamedTuple):
    """A paragraph, or a sentence of an overlong one.

    `opens` is the title of the chapter that may begin here, or empty. `leads_on` is set where the next part must
    follow in the same episode: after a heading or an announcement. `level` is the depth of the heading that it is, from
    1 for the greatest divisions; 0 for what is no heading of the book's own division.
    """

    segments: tuple[Segment, ...]
    minutes: float
    opens: str = ""
    leads_on: bool = False
    level: int = 0

    @property
    def is_heading(self) -> bool:
        return self.segments[0].role is Role.HEADING


def total_minutes(parts: Iterable[Part]) -> float:
    return sum(part.minutes for part in parts)


def leads_on(paragraph: tuple[Segment, ...]) -> bool:
    last = paragraph[-1]
    return last.role is Role.HEADING or last.text.endswith(":")


def by_sentence(paragraph: tuple[Segment, ...]) -> Iterator[tuple[Segment, ...]]:
    """The segments of each sentence of a paragraph."""
    held: list[Segment] = []
    for segment in paragraph:
        held.append(segment)
        if segment.ending in {Ending.SENTENCE, Ending.PARAGRAPH}:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)
