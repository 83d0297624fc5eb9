"""Punctuation that piles up: one pause is one sign."""

import re
from collections.abc import Iterator

from hakawati.spelling.edits import Edit

PAUSES = "؟?!.۔؛;:،,"
"""The punctuation kept in spoken text, the strongest first."""

ELLIPSIS = "…"

_PILE = re.compile(rf"\s*(?:[{PAUSES}{ELLIPSIS}](?:\s*[{PAUSES}{ELLIPSIS}])+|{ELLIPSIS})")
_TRAILING = re.compile(rf"[.{ELLIPSIS}\s]+")


def edits(text: str) -> Iterator[Edit]:
    """A pile of punctuation becomes its strongest sign: trailing dots a comma, or a full stop at the end."""
    for pile in _PILE.finditer(text):
        yield Edit(*pile.span(), _one(pile.group(), last=pile.end() == len(text)))


def _one(pile: str, *, last: bool) -> str:
    if _TRAILING.fullmatch(pile):
        return "." if last else "،"
    return next(sign for sign in PAUSES if sign in pile)
