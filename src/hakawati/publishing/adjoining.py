"""Whether two segments that follow each other stood apart in the source."""

from hakawati.model import Segment


def adjoining(before: Segment, after: Segment) -> bool:
    """No white space stood between them, as between «نعم» and the full stop that follows in another role."""
    return 0 < before.end == after.start
