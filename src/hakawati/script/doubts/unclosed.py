"""Quotation marks and brackets without their partner.

Brackets close in the paragraph they open in. A quotation may run over several paragraphs of a chapter, closed in the
last («…» in Arabic) or opened again in each (“…” in English).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hakawati.model import Chapter, Segment
from hakawati.script.doubts.doubt import Doubt, doubt
from hakawati.script.enclosures import CLOSED_BY
from hakawati.script.stretches import by_paragraph

UNCLOSED = "unclosed"

STRAIGHT = '"'
BRACKETS = frozenset("([{")
QUOTATION_MARKS = {opener: closer for opener, closer in CLOSED_BY.items() if opener not in BRACKETS | {STRAIGHT}}
WORDS_AROUND = 30
"""Characters."""

LOW = "„"
_SIGNS = re.compile("[" + LOW + re.escape("".join({*CLOSED_BY, *CLOSED_BY.values()})) + "]")


class Sign(NamedTuple):
    """A sign at an offset of a segment's text. `opens` and `closes`: what closes it, or what it closes."""

    kind: str
    segment: Segment
    at: int
    opens: bool
    begins_paragraph: bool

    @property
    def doubt(self) -> Doubt:
        """The sign and the words around it."""
        text = self.segment.text
        begin = text.rfind(" ", 0, max(0, self.at - WORDS_AROUND)) + 1
        end = text.find(" ", self.at + WORDS_AROUND)
        return doubt(UNCLOSED, self.segment, begin, end if end >= 0 else len(text))


def unclosed(chapter: Chapter) -> Iterator[Doubt]:
    paragraphs = [list(_signs(paragraph)) for paragraph in by_paragraph(chapter.segments)]
    yield from (sign.doubt for sign in _straight(paragraphs))
    carried: list[Sign] = []
    for signs in paragraphs:
        alone, carried = _alone(_right_way_round(signs, carried), carried)
        yield from (sign.doubt for sign in alone)
    yield from (sign.doubt for sign in carried)


def _signs(paragraph: Sequence[Segment]) -> Iterator[Sign]:
    for segment in paragraph:
        for found in _SIGNS.finditer(segment.text):
            kind, at = found.group(), found.start()
            yield Sign(kind, segment, at, kind in CLOSED_BY, begins_paragraph=segment is paragraph[0] and at == 0)


def _right_way_round(signs: list[Sign], carried: Iterable[Sign]) -> list[Sign]:
    """Some write „thus“, some »thus«, and some copy ﴾thus﴿: as many of each, the closing one first."""
    if any(sign.kind == LOW for sign in signs):
        signs = [_turned(sign, {LOW: "“", "“": "”"}.get(sign.kind, sign.kind)) for sign in signs]
    waiting = {sign.kind for sign in carried}
    for opener, closer in QUOTATION_MARKS.items():
        kinds = [sign.kind for sign in signs if sign.kind in {opener, closer}]
        if kinds[:1] == [closer] and kinds.count(opener) * 2 == len(kinds) and opener not in waiting:
            turned = {opener: closer, closer: opener}
            signs = [_turned(sign, turned[sign.kind]) if sign.kind in turned else sign for sign in signs]
    return signs


def _turned(sign: Sign, kind: str) -> Sign:
    return sign._replace(kind=kind, opens=kind in CLOSED_BY)


def _alone(signs: Iterable[Sign], carried: Sequence[Sign]) -> tuple[list[Sign], list[Sign]]:
    """The signs of a paragraph without a partner, and those that may find theirs in the next."""
    alone: list[Sign] = []
    waiting = list(carried)
    for sign in signs:
        if sign.kind == STRAIGHT:
            continue
        if sign.opens:
            waiting = [one for one in waiting if not (sign.begins_paragraph and one.kind == sign.kind)]
            waiting.append(sign)
            continue
        partner = next((at for at in reversed(range(len(waiting))) if CLOSED_BY[waiting[at].kind] == sign.kind), None)
        if partner is not None:
            alone += waiting[partner + 1 :]
            del waiting[partner:]
        elif sign.kind in QUOTATION_MARKS.values():
            # a bracket that only closes numbers a list: «1) …»
            alone.append(sign)
    alone += [sign for sign in waiting if sign.kind in BRACKETS]
    return alone, [sign for sign in waiting if sign.kind not in BRACKETS]


def _straight(paragraphs: Iterable[Iterable[Sign]]) -> Iterator[Sign]:
    """Straight marks do not tell which way they face: where their number is odd, the last is alone.

    Not where the next paragraph opens one too, or has an odd number itself.
    """
    left: Sign | None = None
    for signs in paragraphs:
        marks = [sign for sign in signs if sign.kind == STRAIGHT]
        odd = len(marks) % 2 == 1
        goes_on = left is not None and bool(marks) and (odd or marks[0].begins_paragraph)
        if left is not None and not goes_on:
            yield left
        left = marks[-1] if odd and not (goes_on and not marks[0].begins_paragraph) else None
    if left is not None:
        yield left
