"""Roles: the finders in their order, and a paragraph as runs by what they find."""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from hakawati.model import Manner
from hakawati.script.finders.block_quotation import block_quotation
from hakawati.script.finders.dialogue import dialogue
from hakawati.script.finders.heading import heading
from hakawati.script.finders.passage import Finder, Found, Passage
from hakawati.script.finders.poetry import poetry
from hakawati.script.finders.quoted_speech import quoted_speech
from hakawati.script.finders.reference import reference
from hakawati.script.finders.speech import speech
from hakawati.script.finders.supplication import supplication
from hakawati.script.finders.verse import verse
from hakawati.script.letters import speakable
from hakawati.script.runs import Run

FINDERS: tuple[Finder, ...] = (
    heading,
    reference,
    verse,
    poetry,
    supplication,
    speech,
    block_quotation,
    dialogue,
    quoted_speech,
)
"""The surest first: where two overlap, the one further up is believed."""

NARRATION = Manner()

_CLOSING_MARKS = re.compile(r"[^\S\n\r]*[.،؛,;!؟?…]+")


def runs(passage: Passage, places: Sequence[int]) -> list[Run]:
    """The passage, whose characters stand at `places` in its source, as runs; what no finder claims is narration."""
    result: list[Run] = []
    at = 0
    for found in _believed(passage):
        result += _run(passage, at, found.start, NARRATION, places)
        result += _run(passage, found.start, found.end, found.manner, places)
        at = found.end
    return [*result, *_run(passage, at, len(passage.text), NARRATION, places)]


def _believed(passage: Passage) -> list[Found]:
    """What the finders mark, in order of place, none overlapping another."""
    believed: list[Found] = []
    for finder in FINDERS:
        claims = sorted((_with_marks(passage.text, found) for found in finder(passage)), key=_place)
        believed = sorted([*believed, *_free(passage.text, claims, believed)], key=_place)
    return believed


def _place(found: Found) -> tuple[int, int]:
    return found.start, found.end


def _with_marks(text: str, found: Found) -> Found:
    """The comma or full stop behind a run is spoken with it."""
    marks = _CLOSING_MARKS.match(text, found.end)
    return found._replace(end=marks.end()) if marks else found


def _free(text: str, claims: list[Found], believed: list[Found]) -> Iterator[Found]:
    """The parts of `claims` that nothing believed, and no claim before, has taken."""
    at = 0
    waiting = deque(believed)
    for claim in claims:
        at = max(at, claim.start)
        while waiting and waiting[0].start < claim.end:
            yield from _part(text, at, min(waiting[0].start, claim.end), claim)
            at = max(at, waiting.popleft().end)
        yield from _part(text, at, claim.end, claim)
        at = max(at, claim.end)


def _part(text: str, start: int, end: int, claim: Found) -> Iterator[Found]:
    if start < end and speakable(text[start:end]):
        yield Found(start, end, claim.manner)


def _run(passage: Passage, start: int, end: int, manner: Manner, places: Sequence[int]) -> list[Run]:
    return [Run(passage.text[start:end], manner, places[start:end])] if start < end else []
