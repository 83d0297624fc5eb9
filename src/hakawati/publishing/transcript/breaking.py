"""Words become captions of one or two lines: the best way, all ways considered.

Every way to cut a paragraph has a price: so much for each caption, for each end of a caption or line at a bad place,
for captions too short to be read. The cheapest is found as TeX finds line breaks (Knuth and Plass, "Breaking
paragraphs into lines", 1981): the best way to cut the words up to a place is the best, over all last captions that may
end there, of the best way before it and that caption.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from hakawati.publishing.transcript.pieces import LINE, Break, width
from hakawati.publishing.transcript.words import Word

LONGEST = 7000
SHORTEST = 1000
"""Milliseconds that a caption is shown: at most, and where there is time for it at least."""

# Prices, tried on the sermon and on English prose.
CAPTION = 2.0
CAPTION_END = {
    Break.NONE: 60.0,
    Break.SHORT_WORD: 7.0,
    Break.WORD: 6.0,
    Break.RUN: 2.5,
    Break.CLAUSE: 1.0,
    Break.SENTENCE: 0.0,
    Break.PARAGRAPH: 0.0,
}
LINE_END = {
    Break.NONE: 30.0,
    Break.SHORT_WORD: 2.0,
    Break.WORD: 1.5,
    Break.RUN: 0.8,
    Break.CLAUSE: 0.2,
    Break.SENTENCE: 0.0,
    Break.PARAGRAPH: 0.0,
}
SECOND_LINE = 0.5
UNEVEN = 1.0
SENTENCE_WITHIN = 6.0
TOO_SHORT = 8.0
EMPTY = 2.0
"""Squared, so that captions of like length cost less than a long one and a short one."""


class Cut(NamedTuple):
    """A caption's words: from `start` to `end`, the second line from `middle`, which is `end` where there is none."""

    start: int
    middle: int
    end: int


class _Best(NamedTuple):
    price: float
    cut: Cut | None


class _Measured:
    """Words with the lengths of all that may become lines, and where sentences end among them."""

    def __init__(self, words: Sequence[Word], line: int) -> None:
        self.words, self.line = words, line
        widths = [width(word.text) for word in words]
        gaps = [int(word.spaced) for word in words]
        self._ends = list(accumulate(map(sum, zip(gaps, widths, strict=True)), initial=0))
        self._gaps = gaps
        self._sentences = list(accumulate((word.after is Break.SENTENCE for word in words), initial=0))

    def fits(self, start: int, end: int) -> bool:
        return self._width(start, end) <= self.line

    def _width(self, start: int, end: int) -> int:
        return self._ends[end] - self._ends[start] - self._gaps[start]

    def may_be(self, start: int, end: int) -> bool:
        """Whether a caption may hold these words; a single one it may hold in any case."""
        short_enough = self.words[end - 1].end - self.words[start].start <= LONGEST
        return end == start + 1 or (short_enough and self._width(start, end) <= 2 * self.line + 1)

    def lines(self, start: int, end: int) -> tuple[float, int] | None:
        """The price of the best two lines and where the second begins; None where two lines do not hold the words."""
        if end == start + 1 or self.fits(start, end):
            return 0.0, end
        best = None
        for middle in range(end - 1, start, -1):
            second = self._width(middle, end)
            if second > self.line:
                break
            first = self._width(start, middle)
            if first <= self.line:
                uneven = abs(first - second) / self.line
                price = SECOND_LINE + UNEVEN * uneven + LINE_END[self.words[middle - 1].after]
                best = min(best or (price, middle), (price, middle))
        return best

    def rest(self, start: int, end: int) -> float:
        """The price of a caption, its lines aside."""
        first, last = self.words[start], self.words[end - 1]
        short = max(0.0, 1 - (last.end - first.start) / SHORTEST)
        empty = 1 - self._width(start, end) / (2 * self.line)
        within = self._sentences[end - 1] - self._sentences[start]
        return CAPTION + CAPTION_END[last.after] + TOO_SHORT * short + EMPTY * empty * empty + SENTENCE_WITHIN * within


def cuts(words: Sequence[Word], line: int = LINE) -> list[Cut]:
    """All `words` of a paragraph in captions of at most two lines of `line` characters and seven seconds."""
    measured = _Measured(words, line)
    best = [_Best(0.0, None)]
    for end in range(1, len(words) + 1):
        best.append(_best(end, best, measured))
    return list(_followed_back(best))[::-1]


def _best(end: int, best: Sequence[_Best], measured: _Measured) -> _Best:
    found: _Best | None = None
    for start in range(end - 1, -1, -1):
        if not measured.may_be(start, end):
            break
        price = best[start].price + measured.rest(start, end)
        if found and price >= found.price:
            continue
        lines = measured.lines(start, end)
        if lines and (found is None or price + lines[0] < found.price):
            found = _Best(price + lines[0], Cut(start, lines[1], end))
    assert found, "a single word is always a caption"
    return found


def _followed_back(best: Sequence[_Best]) -> Iterator[Cut]:
    cut = best[-1].cut
    while cut:
        yield cut
        cut = best[cut.start].cut
