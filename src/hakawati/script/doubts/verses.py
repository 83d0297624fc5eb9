"""Verses that are not as the mushaf has them, or that nobody knows the place of."""

from collections.abc import Iterator

from hakawati.model import Chapter, Note, Role, Segment
from hakawati.script.doubts.doubt import Doubt, doubt
from hakawati.script.stretches import by_paragraph, by_run

SLIP = "mushaf"
NO_REFERENCE = "no reference"


def slips_of_the_pen(segment: Segment) -> Iterator[Note]:
    """Where a verse whose place is known differs from the mushaf: `source` is the author's, `spoken` the mushaf's."""
    if segment.role is not Role.VERSE or not segment.manner.ref:
        return
    # imported here: a book without verses does without the mushaf
    from hakawati.script.mushaf.slips import slips  # noqa: PLC0415

    yield from slips(segment.text, segment.manner.ref)


def slipped(chapter: Chapter) -> Iterator[Doubt]:
    for segment in chapter.segments:
        for note in slips_of_the_pen(segment):
            yield Doubt(segment, note)


def without_reference(chapter: Chapter) -> Iterator[Doubt]:
    """Each once, however many segments it has."""
    for paragraph in by_paragraph(chapter.segments):
        for first, *_ in by_run(paragraph):
            if first.role is Role.VERSE and not first.manner.ref:
                yield doubt(NO_REFERENCE, first, 0, len(first.text))
