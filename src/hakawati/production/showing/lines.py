"""Lines of styled pieces: what a console paints, without knowing how."""

import unicodedata
from typing import NamedTuple

LABEL = "label"
"""The style of what is not in the text: lengths, names, references."""
TITLE = "title"
PLAIN = ""


class Piece(NamedTuple):
    """`style` is a role's name, LABEL, TITLE or PLAIN. `apart`: it may be written in the other direction than the line
    around it, and must not be mixed with it.
    """

    text: str
    style: str = PLAIN
    apart: bool = False


class Line(NamedTuple):
    """One line, however long. `rtl`: it is to be read from right to left as a whole."""

    pieces: tuple[Piece, ...] = ()
    rtl: bool = False


def label(text: str) -> Line:
    return Line((Piece(text, LABEL),))


def is_rtl(text: str) -> bool:
    """By the first letter that has a direction, as Unicode does for a paragraph (UAX 9, rules P2 and P3)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def length(minutes: float) -> str:
    """An estimated length in words."""
    if minutes < 1:
        return "under a minute"
    hours, rest = divmod(round(minutes), 60)
    return f"about {hours} h {rest:02} min" if hours else f"about {rest} min"


def count(number: int, noun: str) -> str:
    """«1 word», «2,000 words»."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
