"""A text cut into pieces that Google takes: at most 100 characters, ends of clauses first."""

import re
from collections.abc import Iterator

LONGEST = 100
"""gTTS.GOOGLE_TTS_MAX_CHARS"""

# Where to cut, the best first: behind a sentence, behind a clause, between words, before a letter (not a mark).
_PLACES = (
    re.compile(r"[.؟?!…۔]+[»”\")\]]*(?=\s|$)"),
    re.compile(r"[،؛,;:—–]+[»”\")\]]*(?=\s|$)"),
    re.compile(r"(?<=\S)(?=\s)"),
    re.compile(r"(?<=.)(?=\w)"),
)
_EARLIEST = 20
"""No cut before this many characters unless there is no other: a very short piece sounds cut off."""


def pieces(text: str) -> Iterator[str]:
    """The text's words in order, in pieces of 1 to 100 characters; pieces with nothing to say are left out."""
    rest = text.strip()
    while rest:
        end = len(rest) if len(rest) <= LONGEST else _cut(rest)
        piece, rest = rest[:end].strip(), rest[end:].strip()
        if any(character.isalnum() for character in piece):
            yield piece


def _cut(text: str) -> int:
    """Where the first piece ends: the last of the best places within reach."""
    for place in _PLACES:
        ends = [match.end() for match in place.finditer(text, 0, LONGEST + 1) if _EARLIEST <= match.end() <= LONGEST]
        if ends:
            return ends[-1]
    return LONGEST
