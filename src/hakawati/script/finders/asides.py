"""Parenthesised asides in a quotation («(أي محمد)»): the narrator's words, between two stretches of the speech."""

import re
from collections.abc import Iterator

from hakawati.script.letters import speakable

_ASIDE = re.compile(r"\([^()]*\)[\s،؛.؟!,]*")


def without_asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of `text[start:end]`, stretch by stretch."""
    at = start
    for aside in _ASIDE.finditer(text, start, end):
        if speakable(text[at : aside.start()]):
            yield at, aside.start()
            at = aside.end()
    if speakable(text[at:end]):
        yield at, end
