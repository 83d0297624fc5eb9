"""Parenthesised asides in a quotation («(أي محمد)»): the narrator's words, between two stretches of the speech."""

import re
from collections.abc import Iterator

from hakawati.script.finders.honorifics import without_honorifics
from hakawati.script.letters import bare, speakable

_ASIDE = re.compile(r"\([^()]*\)[\s،؛.؟!,]*")


def without_asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of `text[start:end]`, stretch by stretch."""
    at = start
    for aside in _ASIDE.finditer(text, start, end):
        if speakable(text[at : aside.start()]) and not _blesses(aside.group()):
            yield at, aside.start()
            at = aside.end()
    if speakable(text[at:end]):
        yield at, end


def _blesses(aside: str) -> bool:
    """«(صلى الله عليه وسلم)», «(ص)», «(ﷺ)»: a formula that belongs to the name before it."""
    return not speakable(without_honorifics(bare(aside)).replace("()", ""))
