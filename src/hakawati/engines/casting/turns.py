"""Whose turn it is to speak, where nobody tells who speaks."""

import re
from collections.abc import Sequence
from itertools import count

from hakawati.model import Chapter, Role, Segment
from hakawati.script.stretches import by_paragraph, by_run

Place = tuple[int, int]
"""Where a segment stands in the source: its first character, and the one behind its last."""

_BROKEN_OFF = re.compile(r"""[,،、，][\s»›”’"')\]]*\Z""")


def place(segment: Segment) -> Place:
    return segment.start, segment.end


def turns(chapter: Chapter, role: Role) -> dict[Place, int]:
    """The number, from 0, of the turn of an unknown speaker that each segment belongs to.

    Counted anew in each chapter, so that a change in one leaves the others alone.
    """
    numbers = count()
    found: dict[Place, int] = {}
    for paragraph in by_paragraph(chapter.segments):
        runs = list(by_run(paragraph))
        number = -1
        for at, run in enumerate(runs):
            if _is_unknown(run, role):
                number = number if _goes_on(runs[:at], role) else next(numbers)
                found |= dict.fromkeys(map(place, run), number)
    return found


def _is_unknown(run: Sequence[Segment], role: Role) -> bool:
    return run[0].role is role and run[0].manner.speaker is None


def _goes_on(before: Sequence[Sequence[Segment]], role: Role) -> bool:
    """«نعم»، قال، «سأفعل»: a comma ends the words, and no colon announces others: the same one speaks on."""
    if len(before) < 2 or not _is_unknown(before[-2], role):
        return False
    spoken, aside = before[-2][-1].text, before[-1][-1].text
    return _BROKEN_OFF.search(spoken) is not None and not aside.endswith(":")
