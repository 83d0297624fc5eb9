"""Poetry: what the format says is poetry, Arabic lines of two hemistichs, and stanzas of other languages."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.model import Manner, Role
from hakawati.script.finders.hemistichs import LIKE, Line, is_hemistich, letters, line, rhymed
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.poets import WINDOW, Introduction, introduction
from hakawati.script.finders.quotation_marks import quotations
from hakawati.script.finders.stanzas import is_line_of_verse, is_stanza, quoted_lines

ARABIC_METRES = frozenset({"ar", "fa", "ur"})
"""Languages whose lines have two hemistichs."""

BALANCED = 0.75

LONGEST_LINE = 160
"""Characters of a line of verse, its vowels included."""

_LINE = re.compile(r"[^\n]+")
_COLON = re.compile(r":(?=\s)")


class Surroundings(NamedTuple):
    """What stands around a line: the lines next to it and who is said to recite."""

    before: str
    after: str
    announced: Introduction | None
    goes_on: bool
    """Whether poetry stands before it."""


def poetry(passage: Passage) -> Iterator[Found]:
    text = passage.text
    if passage.shape == "poetry":
        announced = introduction(passage.before)
        yield Found(0, len(text), _manner(announced.poet if announced else _poet_before(passage)))
    elif passage.shape != "heading" and passage.language in ARABIC_METRES:
        yield from _arabic(passage)
    elif passage.shape != "heading":
        whole = is_stanza(text) or is_line_of_verse(text, passage.before, passage.after, goes_on=_goes_on(passage))
        yield from ([Found(0, len(text), _manner(None))] if whole else _quoted(text))


def _quoted(text: str) -> Iterator[Found]:
    for quotation in quotations(text) if "/" in text else []:
        if quotation.closed and quoted_lines(quotation.body(text)):
            yield Found(quotation.start, quotation.end, _manner(None))


def _manner(poet: str | None) -> Manner:
    return Manner(role=Role.POETRY, speaker=poet)


def _goes_on(passage: Passage) -> bool:
    return passage.speaking is not None and passage.speaking.role is Role.POETRY


def _poet_before(passage: Passage) -> str | None:
    return passage.speaking.speaker if passage.speaking and _goes_on(passage) else None


def _arabic(passage: Passage) -> Iterator[Found]:
    poet = _poet_before(passage)
    goes_on = _goes_on(passage)
    lines = list(_LINE.finditer(passage.text))
    before, announced = _last_line(passage.before), introduction(passage.before)
    for at, found in enumerate(lines):
        after = lines[at + 1].group() if at + 1 < len(lines) else _first_line(passage.after)
        around = Surroundings(before, after, announced, goes_on)
        if announced:
            poet = announced.poet
        if is_verse(found.group(), around):
            yield Found(found.start(), found.end(), _manner(poet))
            goes_on = True
        else:
            inner = list(_inside(found.group(), around))
            yield from (Found(found.start() + start, found.start() + end, manner) for start, end, manner in inner)
            goes_on = bool(inner) and inner[-1].end == len(found.group())
            poet = inner[-1].manner.speaker if goes_on else None
        before, announced = found.group(), introduction(found.group())


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def is_verse(text: str, around: Surroundings) -> bool:
    """Whether the whole line `text` is verse."""
    hemistichs = line(text)
    if hemistichs:
        return _evidence(hemistichs, text, around) >= (3 if hemistichs.parting == "sign" else 4)
    return _is_single_hemistich(text, around)


def _evidence(found: Line, text: str, around: Surroundings) -> int:
    """How much speaks for verse. Where the sign between the halves is a weak one, rhyme or announcement is needed."""
    neighbours = [each for each in (line(around.before), line(around.after)) if each and each.parting == found.parting]
    rhymes = found.opens_poem or any(rhymed(each.second, found.second) for each in neighbours)
    announced = around.announced is not None and around.announced.poetic
    if found.parting == "weak" and not (rhymes or announced):
        return 0
    signs = (
        2 * (found.parting == "sign"),
        2 * (bool(neighbours) or around.goes_on),
        2 * announced + (around.announced is not None and not announced),
        rhymes,
        not text.rstrip().endswith((".", "؛", ":")),
        found.balance >= BALANCED,
    )
    return sum(map(int, signs))


def _is_single_hemistich(text: str, around: Surroundings) -> bool:
    """A poem with one hemistich a line: announced as verse, or going on; its lines are of like length."""
    if not is_hemistich(text) or text.rstrip().endswith((".", "؛", ":")):
        return False
    announced = around.announced is not None and around.announced.poetic
    if announced:
        return _alike(text, around.after)
    return around.goes_on and _alike(text, around.before) and line(around.before) is None


def _alike(one: str, other: str) -> bool:
    if not is_hemistich(other):
        return False
    shorter, longer = sorted((letters(one), letters(other)))
    return shorter >= LIKE * longer


class Stretch(NamedTuple):
    start: int
    end: int
    manner: Manner


def _inside(text: str, around: Surroundings) -> Iterator[Stretch]:
    """Verse in the middle of prose: in quotation marks, or behind the colon that announces it."""
    claimed = 0
    for quotation in quotations(text):
        lead = text[max(0, quotation.start - WINDOW) : quotation.start]
        announced = introduction(lead) if lead.strip() else around.announced
        body = text[quotation.start : quotation.end][: LONGEST_LINE + 1].strip('«»“”"')
        if len(body) <= LONGEST_LINE and is_verse(body, _alone(announced)):
            yield Stretch(quotation.start, quotation.end, _manner(announced.poet if announced else None))
            claimed = quotation.end
    for colon in _COLON.finditer(text, max(claimed, len(text) - LONGEST_LINE)):
        announced = introduction(text[max(0, colon.end() - WINDOW) : colon.end()])
        if announced and line(text[colon.end() :]) and is_verse(text[colon.end() :], _alone(announced)):
            yield Stretch(colon.end(), len(text), _manner(announced.poet))
            return


def _alone(announced: Introduction | None) -> Surroundings:
    return Surroundings("", "", announced, goes_on=False)
