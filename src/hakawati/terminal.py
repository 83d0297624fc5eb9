"""Lines for a terminal: broken between words at its width, and no direction mixed with another.

Terminals differ. Those that know right-to-left text order each row by itself, most of them as if it were part of a
left-to-right text; others show every character from left to right. So a row never ends inside a word, and is isolated
as Unicode has it (UAX 9): a row of a right-to-left line as a whole, between RLI and PDI, and a piece that stands apart
between FSI and PDI. A terminal that knows nothing of these signs gives them no room.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hakawati.colours import painted
from hakawati.production.showing.lines import Line, Piece

RIGHT_TO_LEFT = "\u2067"
FIRST_STRONG = "\u2068"
END = "\u2069"

CONTROLS = {code: 0x2400 + code for code in range(0x20)} | dict.fromkeys(range(0x7F, 0xA0), 0x2421)
"""What a text could command a terminal with, as pictures."""


def rows(line: Line, width: int, *, colours: bool) -> Iterator[str]:
    """`line` in as many rows of at most `width` columns as it needs; a longer word has a row for itself."""
    for row in _broken(line.pieces, width):
        shown = "".join(_isolated(piece, colours=colours) for piece in _joined(row))
        yield f"{RIGHT_TO_LEFT}{shown}{END}" if line.rtl else shown


def unbroken(line: Line, *, colours: bool) -> str:
    """`line` for a file or another program: as it is."""
    return "".join(painted(piece.text, piece.style) if colours else piece.text for piece in line.pieces)


def columns(text: str) -> int:
    """The columns that `text` takes: marks and signs of format none, wide characters two (UAX 11)."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _broken(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    row: list[Piece] = []
    space: list[Piece] = []
    used = 0
    for is_space, found in groupby(_atoms(pieces), key=lambda piece: piece.text.isspace()):
        atoms = list(found)
        length = sum(columns(piece.text) for piece in atoms)
        if is_space:
            space = atoms
        elif row and used + length > width:
            yield row
            row, used = atoms, length
            continue
        else:
            row += [*space, *atoms]
            space = []
        used += length
    yield row


def _atoms(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces cut into words and the white space between."""
    for piece in pieces:
        for part in re.findall(r"\s+|\S+", piece.text):
            yield piece._replace(text=part)


def _joined(row: Sequence[Piece]) -> Iterator[Piece]:
    for (style, apart), found in groupby(row, key=lambda piece: (piece.style, piece.apart)):
        yield Piece("".join(piece.text for piece in found).translate(CONTROLS), style, apart)


def _isolated(piece: Piece, *, colours: bool) -> str:
    shown = painted(piece.text, piece.style) if colours else piece.text
    return f"{FIRST_STRONG}{shown}{END}" if piece.apart else shown
