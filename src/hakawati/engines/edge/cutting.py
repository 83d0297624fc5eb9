"""A text cut into pieces that the service takes at once: after sentences, else after clauses, else between words."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

LONGEST_BYTES = 4096
"""What edge-tts sends at once, in UTF-8 with `&` written `&amp;`; a longer text it cuts itself, between any words."""

LONGEST_CHARACTERS = 1000
"""Under three minutes of the slowest speech. The times of words that the service tells are known to overflow in long
texts (edge-tts, pull request 468); in 32 bits of 100 ns that is after 214 s."""

_LEAST_SHARE = 0.25
"""Of a full piece: an end that comes sooner is passed over, as very short pieces sound cut off."""


class Piece(NamedTuple):
    """`start` and `end` are offsets into the text; `pause`: seconds of silence between this piece and the next."""

    start: int
    end: int
    pause: float


class _Place(NamedTuple):
    pattern: re.Pattern[str]
    pause: float


_CLOSING = r"[»”’\")\]﴾]*(?=\s)"
_PLACES = (
    _Place(re.compile(r"[.؟?!…۔。\n]+" + _CLOSING), 0.45),
    _Place(re.compile(r"[،؛,;:—–]+" + _CLOSING), 0.2),
    _Place(re.compile(r"(?<=\S)(?=\s)"), 0.0),
    _Place(re.compile(r"(?<=.)(?=\w)", re.DOTALL), 0.0),
)
"""Where a piece may end, the best first; the last is before a letter (never between a letter and its marks). The
pauses are as long as a calm reader's, for the service ends every piece with a silence of its own."""


def pieces(text: str) -> Iterator[Piece]:
    """All of `text` that can be said, in order; white space at the ends of pieces and pieces without a letter or a
    digit are left out.
    """
    start = 0
    while start < len(text):
        end, pause = _end(text, start)
        said = text[start:end].strip()
        if any(character.isalnum() for character in said):
            begin = text.index(said, start)
            yield Piece(begin, begin + len(said), pause)
        start = end


def _end(text: str, start: int) -> tuple[int, float]:
    """Where the piece from `start` ends, and the pause after it."""
    reach = _reach(text, start)
    if reach == len(text):
        return reach, 0.0
    for place in _PLACES:
        ends = [found.end() for found in place.pattern.finditer(text, start, reach + 1) if found.end() <= reach]
        if ends and ends[-1] - start >= _LEAST_SHARE * (reach - start):
            return ends[-1], place.pause
    return reach, 0.0


def _reach(text: str, start: int) -> int:
    """How far a piece from `start` may go at the most; one character at least."""
    reach, size = start, 0
    while reach < min(len(text), start + LONGEST_CHARACTERS):
        size += len(escape(text[reach]).encode())
        if size > LONGEST_BYTES:
            break
        reach += 1
    return reach
