"""A text cut into pieces that Google takes, where a reader would draw breath.

Where to cut is found by the cheapest way from the text's beginning to its end (dynamic programming, as in Knuth and
Plass, "Breaking paragraphs into lines", 1981): a step is a piece, its price how bad its end is and how short it is.
"""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from hakawati.engines.speakable import TATWEEL

LONGEST = 100
"""Characters: gTTS.GOOGLE_TTS_MAX_CHARS."""


class End(Enum):
    """Where a piece ends, and what it costs to end there."""

    SENTENCE = 0.0
    CLAUSE = 2.0
    WORD = 30.0
    """Google lets its voice fall at the end of all it is asked for: rather one request more than that."""
    SHORTENED = 60.0
    """A word shortened to a letter, as in «د. أحمد»: what follows belongs to it."""
    LETTER = 1_000.0
    """Inside a word that is longer than a piece may be."""
    MARK = 100_000.0
    """Inside a heap of marks that is longer than a piece may be: no language writes that."""


class Piece(NamedTuple):
    """1 to 100 characters with something to say, and what of the text ends with them."""

    text: str
    end: End


PRICE, PRICE_OF_SHORTNESS = 10.0, 5.0
"""What a piece costs, and what the shortest costs more. By its square, so that pieces of like length are cheapest and
no tiny rest remains; too little to cut a clause for it.
"""

_CLOSING = r"[»”’\"')\]}﴾]*"
_SENTENCE = re.compile(rf"(?:(?<!\b\w)\.|[؟?!…۔])[.؟?!…۔]*{_CLOSING}(?=\s)")
_CLAUSE = re.compile(rf"[،؛,;:—–]+{_CLOSING}(?=\s)|(?<=[^\W\d_])[،؛؟]+{_CLOSING}(?=[^\W\d_])")
_WORD = re.compile(r"(?<=\S)(?=\s)")
_SHORTENED = re.compile(r"\b\w\.(?=\s)")
_LONG_WORD = re.compile(rf"\S{{{LONGEST + 1},}}")
_LETTER = re.compile(r"(?<=\S)(?=\w)")
_HEAP = re.compile(rf"[^\w\s]{{{LONGEST},}}")


def pieces(text: str) -> tuple[Piece, ...]:
    """All words of the text in order. A piece with nothing to say (a lone dash) is left out."""
    return tuple(piece for piece in _cut(text.strip()) if _can_be_said(piece.text))


def _can_be_said(text: str) -> bool:
    return any(character.isalnum() and character != TATWEEL for character in text)


def _cut(text: str) -> Iterator[Piece]:
    ends = _ends(text)
    begin = 0
    for end in _cheapest_way(text, ends):
        yield Piece(text[begin:end].strip(), ends[end])
        begin = end


def _ends(text: str) -> Mapping[int, End]:
    """Every place where a piece may end, in order; the best reason to end there counts."""
    found = {place.end(): End.WORD for place in _WORD.finditer(text)}
    found |= {place.end(): End.SHORTENED for place in _SHORTENED.finditer(text)}
    for word in _LONG_WORD.finditer(text):
        found |= {place.start(): End.LETTER for place in _LETTER.finditer(text, *word.span())}
        for heap in _HEAP.finditer(text, *word.span()):
            found |= dict.fromkeys(range(heap.start() + 1, heap.end()), End.MARK)
    found |= {place.end(): End.CLAUSE for place in _CLAUSE.finditer(text)}
    found |= {place.end(): End.SENTENCE for place in _SENTENCE.finditer(text)}
    found[len(text)] = End.SENTENCE
    return dict(sorted(found.items()))


def _cheapest_way(text: str, ends: Mapping[int, End]) -> list[int]:
    """The ends of the pieces."""
    places = [0, *(place for place in ends if place)]
    cost, before = {0: 0.0}, {0: 0}
    for number, end in enumerate(places[1:], 1):
        steps = [(cost[begin] + _price(length), begin) for begin, length in _reaching(text, places[:number], end)]
        cheapest, before[end] = min(steps)
        cost[end] = cheapest + ends[end].value
    way = [len(text)]
    while before[way[-1]]:
        way.append(before[way[-1]])
    return way[::-1]


def _reaching(text: str, begins: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Where a piece that ends at `end` may begin, and how long it is then."""
    for begin in reversed(begins):
        length = len(text[begin:end].strip())
        if length > LONGEST:
            break
        yield begin, length


def _price(length: int) -> float:
    return PRICE + PRICE_OF_SHORTNESS * (1 - length / LONGEST) ** 2
