"""Tatweel, the stroke that stretches a word: dropped where it is ornament, kept where something leans on it."""

import re
from collections.abc import Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import DAGGER_ALIF, HAMZA_ABOVE, HAMZA_BELOW, TATWEEL, is_letter, is_mark

_STROKES = re.compile(f"{TATWEEL}+")


def edits(text: str) -> Iterator[Edit]:
    """Drops every tatweel but the last of a run that bears a mark nothing else can bear."""
    for strokes in _STROKES.finditer(text):
        kept = TATWEEL if _bears(text, strokes.start(), strokes.end()) else ""
        if strokes.group() != kept:
            yield Edit(*strokes.span(), kept)


def _bears(text: str, start: int, end: int) -> bool:
    """Whether the mark behind `text[start:end]`, a run of tatweel, has no letter before it to move to.

    A hamza on a tatweel is a letter of its own; a dagger alif may join a fatha; any other mark needs a bare letter.
    """
    mark = text[end : end + 1]
    if not mark or not is_mark(mark):
        return False
    if mark in (HAMZA_ABOVE, HAMZA_BELOW):
        return True
    before = text[start - 1 : start]
    return not (is_letter(before) or (mark == DAGGER_ALIF and before != "" and is_mark(before)))
