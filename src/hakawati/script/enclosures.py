"""Parentheses and quotations: stretches of text in which a full stop does not end the sentence around them."""

import re
from collections.abc import Iterator

from hakawati.script.letters import is_said

CLOSED_BY = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "“”", "‹": "›", "﴿": "﴾", '"': '"'}
"""What may close each: „ is closed by “ in German and by ” in Polish and Dutch."""

LONGEST = 120
"""Letters and digits: beyond, sentences inside an enclosure are sentences of their own."""

_SIGNS = re.compile("[" + re.escape("".join([*CLOSED_BY, *CLOSED_BY.values()])) + "]")


def enclosures(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of each matched pair of signs, inner ones first. A sign without its partner encloses nothing."""
    opened: list[tuple[str, int]] = []
    for match in _SIGNS.finditer(text):
        sign = match.group()
        waiting = next((at for at in range(len(opened) - 1, -1, -1) if sign in CLOSED_BY[opened[at][0]]), None)
        if waiting is not None:
            yield opened[waiting][1], match.start()
            del opened[waiting:]
        elif sign in CLOSED_BY:
            opened = [*opened[-7:], (sign, match.start())]


def asides(text: str) -> list[tuple[int, int]]:
    """The outermost enclosures short enough to be part of a sentence, in order.

    One that frames the whole text is none: the sentences in it are what it is made of.
    """
    first = next((at for at, sign in enumerate(text) if is_said(sign)), len(text))
    last = next((at for at in range(len(text) - 1, -1, -1) if is_said(text[at])), -1)
    found: list[tuple[int, int]] = []
    for start, end in enclosures(text):
        if not start < first <= last < end and _short(text, start, end):
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, end))
    return found


def _short(text: str, start: int, end: int) -> bool:
    return end - start <= 4 * LONGEST and sum(map(str.isalnum, text[start:end])) <= LONGEST
