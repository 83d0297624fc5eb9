"""The marks that stand between the words of an OpenITI text and are not its author's: cut out, with places kept.

After the project's own description of mARkdown (https://alraqmiyyat.github.io/mARkdown/).
"""

import re
from array import array
from collections.abc import Sequence

from hakawati.reading.spacing import left_between

HEMISTICH = "%~%"
"""Between the two halves of a line of verse."""

MARKS = (
    r"(?<![^\n\r])[ \t]*~~",  # the line goes on
    HEMISTICH,
    r"Page(?:Beg|End)?V[0-9A-Za-z]+P[0-9]+[A-Za-z]*",
    r"(?<![A-Za-z])(?:ms[A-Z]?|Milestone)[0-9]+",
    r"(?<![A-Za-z0-9])@[A-Z][A-Za-z_]*[0-9]*(?:@(?:[A-Z][A-Z_]*@)*)?",  # @QB@, @TOP02, @YB123, @USER@GROUP_KIND@
    r"\(@+\)",
    r"#\$#[A-Z]+",
    r"#~:[a-z]+:",
)
_MARKED = re.compile(rf"(?:\s*(?:{'|'.join(MARKS)}))+\s*")
"""Marks in a row, with the white space around them."""


def unmarked(text: str, start: int, end: int) -> tuple[str, Sequence[int]]:
    """`text[start:end]` without marks or white space at its ends, and the place of each character.

    Of the white space around marks one is left: a line break between hemistichs, else a space.
    """
    pieces: list[str] = []
    places = array("I")
    at = start
    for match in _MARKED.finditer(text, start, end):
        pieces.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        if gap := _gap(match, text[match.end() : match.end() + 1]):
            pieces.append(gap)
            places.append(_white_space(match))
        at = match.end()
    if not pieces:
        return _stripped(text[start:end], range(start, end))
    pieces.append(text[at:end])
    places.extend(range(at, end))
    return _stripped("".join(pieces), places)


def _gap(match: re.Match[str], after: str) -> str:
    """What stands for the marks."""
    found = match.group()
    white_space = "".join(filter(str.isspace, found))
    gap = left_between(white_space, after, is_closed=not found[-1].isspace())
    return "\n" if gap and HEMISTICH in found else gap


def _white_space(match: re.Match[str]) -> int:
    """The place of the first white space among the marks."""
    return next(match.start() + at for at, character in enumerate(match.group()) if character.isspace())


def _stripped(text: str, places: Sequence[int]) -> tuple[str, Sequence[int]]:
    first, last = len(text) - len(text.lstrip()), len(text.rstrip())
    return text[first:last], places[first:last]
