"""A chapter's segments by paragraph, and a paragraph's by run."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hakawati.model import Ending, Segment


def by_paragraph(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    paragraph: list[Segment] = []
    for segment in segments:
        paragraph.append(segment)
        if segment.ending is Ending.PARAGRAPH:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def by_run(paragraph: Iterable[Segment]) -> Iterator[Sequence[Segment]]:
    """Neighbours in one role, of one speaker, from one place: what was cut only because it was long."""
    for _, run in groupby(paragraph, key=lambda one: (one.role, one.manner.speaker, one.manner.ref)):
        yield list(run)
