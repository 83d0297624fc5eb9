"""A text cut into pieces that the server takes at once: at the ends of sentences, else of clauses, else of words."""

import re
from collections.abc import Iterator

_ENDS = (
    re.compile(r"[.؟?!…۔\n]+[»”\")\]﴾]*(?=\s)"),
    re.compile(r"[،؛,;:—–]+[»”\")\]﴾]*(?=\s)"),
    re.compile(r"(?<=\S)(?=\s)"),
)
"""Where a piece may end, the best first."""

LEAST_SHARE = 0.25
"""Of the longest piece: a sentence that ends sooner is no place to cut, as short pieces sound cut off."""


def pieces(text: str, longest: int) -> Iterator[str]:
    """All words of `text` in order, in pieces of at most `longest` characters; a longer word stays whole."""
    rest = text.strip()
    while rest:
        end = len(rest) if len(rest) <= longest else _end(rest, longest)
        piece, rest = rest[:end].strip(), rest[end:].strip()
        if any(character.isalnum() for character in piece):
            yield piece


def _end(text: str, longest: int) -> int:
    """Where the first piece ends: the last place of the best kind that is within reach."""
    for kind in _ENDS:
        ends = [found.end() for found in kind.finditer(text, 0, longest + 1) if found.end() <= longest]
        if ends and ends[-1] >= longest * LEAST_SHARE:
            return ends[-1]
    first = _ENDS[-1].search(text)
    return first.end() if first else len(text)
