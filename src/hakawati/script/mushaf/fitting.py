"""All words of a quotation laid beside the verses it is said to be of, slips and all."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.script.mushaf.alignment import NEAR, SAME_COMMON, Beside
from hakawati.script.mushaf.runs import Search

CHANGED, GAP = -1, -2
"""What a changed word, and one dropped or added, takes off: a changed word is no drop and an addition."""

WIDEST = 60_000
"""Words of the quotation times words of the verses. Beyond, only the verses near the likeliest place are looked at."""


class Step(NamedTuple):
    """Word `word` of the quotation goes with `positions` of the mushaf.

    There is none where the quotation adds a word, two where it writes two as one; `word` is None where it drops one.
    `likeness` is one of `alignment`'s scores.
    """

    word: int | None
    positions: tuple[int, ...]
    likeness: int = 0

    @property
    def same(self) -> bool:
        return self.likeness >= SAME_COMMON

    @property
    def near(self) -> bool:
        return self.likeness == NEAR


def fitted(search: Search, numbers: Sequence[int], verses: range) -> list[Step]:
    """The words `numbers` of a passage beside `verses`, in order. What those have before and behind is left out."""
    steps = _Table(search.beside, numbers, _narrowed(search, numbers, verses)).steps()
    begin = next((at for at, step in enumerate(steps) if step.word is not None), 0)
    end = next((at for at in range(len(steps), 0, -1) if steps[at - 1].word is not None), 0)
    return steps[begin:end]


def _narrowed(search: Search, numbers: Sequence[int], verses: range) -> range:
    if len(numbers) * len(verses) <= WIDEST:
        return verses
    best = max(search.elected(numbers, verses), key=len, default=[])
    begin = best[0].position - 2 * len(numbers) if best else verses.start
    return range(max(verses.start, begin), min(verses.stop, begin + 5 * len(numbers)))


class _Table:
    """Best scores for the first `word` words beside the first `at` positions; the verses may go on at both ends."""

    def __init__(self, beside: Beside, numbers: Sequence[int], verses: range) -> None:
        self.beside, self.verses = beside, verses
        self.scores: list[list[int]] = [[0] * (len(verses) + 1)]
        self.ways: list[list[Step]] = [[Step(None, (position,)) for position in (-1, *verses)]]
        for word in numbers:
            self._take(word)

    def _take(self, word: int) -> None:
        before = self.scores[-1]
        scores, ways = [before[0] + GAP], [Step(word, ())]
        for at in range(1, len(self.verses) + 1):
            score, way = max(self._options(before, scores, word, at), key=lambda option: option[0])
            scores.append(score)
            ways.append(way)
        self.scores.append(scores)
        self.ways.append(ways)

    def _options(self, before: list[int], row: list[int], word: int, at: int) -> Iterator[tuple[int, Step]]:
        here = self.verses[at - 1]
        likeness = self.beside.likeness(word, here)
        yield before[at - 1] + max(likeness, CHANGED), Step(word, (here,), likeness)
        if at > 1 and self.beside.stands_for_both(word, here - 1, here):
            yield before[at - 2] + SAME_COMMON, Step(word, (here - 1, here), SAME_COMMON)
        yield before[at] + GAP, Step(word, ())
        yield row[at - 1] + GAP, Step(None, (here,))

    def steps(self) -> list[Step]:
        taken = len(self.scores) - 1
        at = max(range(len(self.verses) + 1), key=lambda end: self.scores[taken][end])
        found: list[Step] = []
        while taken:
            step = self.ways[taken][at]
            found.append(step)
            taken -= step.word is not None
            at -= len(step.positions)
        return found[::-1]
