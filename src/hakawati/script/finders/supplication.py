"""Supplications: what is announced as one («كذلك نجد ذكر دعاء وهو:»), in the same paragraph or the next."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.quotes import quotation
from hakawati.script.letters import folded

SUPPLICATION = Manner(role=Role.SUPPLICATION)

_ANNOUNCED = re.compile(
    r"(?:^|\W)[وفبلك]{0,2}(?:ال)?(?:دعاء|دعاءه|دعائه|دعاؤه|الدعاء|للدعاء|ادعية|الادعية)(?:\W[^.؟!؛:]{0,60})?$"
)
_PRAYING = re.compile(
    r"\s*(?:اللهم|ربنا|رب(?=\s)|يا رب|يارب|الهي|الحمد لله|اعوذ|نعوذ|سبحان|لا اله الا|يا الله|يا حي|حسبي الله|بسم الله)"
)


def supplication(passage: Passage) -> Iterator[Found]:
    """To the end of the quotation; without one, if it begins as prayers do, to the end of the paragraph."""
    if passage.language != "ar":
        return
    begins = [
        colon.end()
        for colon in re.finditer(":", passage.text)
        if _announced(passage.text[max(0, colon.start() - 160) : colon.start()])
    ]
    before = passage.before.rstrip()
    if before.endswith(":") and _announced(before[-161:-1]):
        begins.insert(0, 0)
    for at in begins[:1]:
        extent = _extent(passage.text, at)
        if extent:
            yield from (Found(*stretch, SUPPLICATION) for stretch in without_asides(passage.text, *extent))


def _announced(lead: str) -> bool:
    return bool(_ANNOUNCED.search(folded(lead)))


def _extent(text: str, at: int) -> tuple[int, int] | None:
    if quoted := quotation(text, at):
        return quoted
    return (at, len(text)) if _PRAYING.match(folded(text[at : at + 120])) else None
