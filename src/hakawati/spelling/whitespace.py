"""White space: one space between words, none at the ends."""

import re
from collections.abc import Iterator

from hakawati.spelling.edits import Edit

_RUN = re.compile(r"\s+")


def edits(text: str) -> Iterator[Edit]:
    """Line ends, tabs, no-break spaces and runs of space become one space; at the text's ends they go."""
    for run in _RUN.finditer(text):
        spoken = " " if run.start() > 0 and run.end() < len(text) else ""
        if run.group() != spoken:
            yield Edit(*run.span(), spoken)
