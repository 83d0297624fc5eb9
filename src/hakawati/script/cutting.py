"""A text in one manner cut into pieces: a sentence each, a long sentence where it hurts least."""

from collections.abc import Iterator
from typing import NamedTuple

from hakawati.model import Ending
from hakawati.script.sentences import Break, breaks
from hakawati.script.words import GAP, Word, words


class Piece(NamedTuple):
    """`text[start:end]`, and what ends there."""

    start: int
    end: int
    ending: Ending


def pieces(text: str, limit: int) -> Iterator[Piece]:
    """The sentences of `text`; one wider than `limit` at its last inner sentence end, else clause end, else word end
    that leaves the piece within `limit`.

    White space between words counts as two characters, so `len` keeps within `limit` too, unless a longer gap or
    punctuation alone exceeds it.
    """
    held: list[tuple[Word, Break]] = []
    width = 0
    for word, found in breaks(text, words(text, limit)):
        while held and width + GAP + word.width > limit:
            at = _best_cut(held)
            yield _piece(held[:at])
            held = held[at:]
            width = _width(held)
        width += word.width + (GAP if held else 0)
        held.append((word, found))
        if found is Break.SENTENCE:
            yield _piece(held)
            held, width = [], 0
    if held:
        yield _piece(held)


def _width(held: list[tuple[Word, Break]]) -> int:
    return sum(word.width for word, _ in held) + GAP * max(0, len(held) - 1)


def _best_cut(held: list[tuple[Word, Break]]) -> int:
    """After which word: the last of those with the strongest break."""
    return 1 + max(range(len(held)), key=lambda at: (held[at][1], at))


def _piece(held: list[tuple[Word, Break]]) -> Piece:
    (first, _), (last, found) = held[0], held[-1]
    ending = Ending.SENTENCE if found >= Break.INNER_SENTENCE else Ending.CLAUSE
    return Piece(first.start, last.end, ending)
