"""What an editor should look at: nothing here changes what is performed."""

from collections.abc import Iterator

from hakawati.model import Note, Role, Segment


def remarks(segment: Segment) -> Iterator[Note]:
    """Remarks on a segment, in order of their place in its text."""
    # imported here: a book without verses does without the mushaf
    from hakawati.script.mushaf.slips import slips  # noqa: PLC0415

    if segment.role is Role.VERSE and segment.manner.ref:
        yield from slips(segment.text, segment.manner.ref)
