"""Words of a passage laid beside words of the mushaf, from a place where they agree on as long as they go together.

The passage may drop, add or change a word, or write two as one. Each such slip costs more than one word that agrees
brings, so a run never goes on for the sake of a chance agreement behind it.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hakawati.script.mushaf.spelling import near, skeleton
from hakawati.script.mushaf.text import Mushaf
from hakawati.script.mushaf.words import UNKNOWN, Word

SAME, SAME_COMMON, NEAR, SLIP = 3, 2, 1, -4
"""What a pair of words, or a word without partner, adds to a run's score."""

COMMON = 250
"""Occurrences in the mushaf from which a word is a common one."""

GIVE_UP = 10
"""How far below its best a run may sink before it is given up."""

BAND = 3
"""Words that one side may be ahead of the other."""

_near = lru_cache(maxsize=1 << 16)(near)


class Pair(NamedTuple):
    """Word `word` of the passage goes with word `position` of the mushaf; `same` if it is a spelling of it.

    A word that stands for two has a pair with each.
    """

    word: int
    position: int
    same: bool


class _Cell(NamedTuple):
    """After so many words of either side: the best score, and the cell it came from by how many words."""

    score: int
    words: int = 0
    positions: int = 0
    same: bool = False


_Row = dict[int, _Cell]
_START: _Row = {0: _Cell(0), 1: _Cell(SLIP, 0, 1), 2: _Cell(2 * SLIP, 0, 1)}
"""Before any word is taken, up to two of the mushaf may be left out."""


class Beside:
    """The words of a passage beside those of the mushaf."""

    def __init__(self, words: Sequence[Word], mushaf: Mushaf) -> None:
        self.words, self.mushaf = words, mushaf

    def run(self, word: int, position: int) -> list[Pair]:
        """The longest run through `words[word]` and `position`, in order; empty if nothing there agrees."""
        before = self._onward(word - 1, position - 1, -1)
        return before[::-1] + self._onward(word, position, 1)

    def _onward(self, word: int, position: int, step: int) -> list[Pair]:
        """The best pairs from there on in the direction of `step`, nearest first."""
        pairs: list[Pair] = []
        while self._agree(word, position):
            pairs.append(Pair(word, position, same=True))
            word, position = word + step, position + step
        if not pairs and step > 0:
            return []
        return pairs + (self._past_slips(word, position, step) if self._may_go_on(word, position, step) else [])

    def _may_go_on(self, word: int, position: int, step: int) -> bool:
        """Whether any of the next words is the mushaf's, or the very next one nearly so."""
        words = self.words[word : word + BAND + 1] if step > 0 else self.words[max(0, word - BAND) : word + 1]
        begin, behind = (position, position + BAND + 2) if step > 0 else (position - BAND - 1, position + 1)
        if not words or behind <= 0 or begin >= len(self.mushaf):
            return False
        groups = self.mushaf.groups[max(0, begin) : behind]
        return any(one.group in groups for one in words) or self.likeness(word, position) == NEAR

    def _agree(self, word: int, position: int) -> bool:
        return 0 <= word < len(self.words) and self.likeness(word, position) >= SAME_COMMON

    def _past_slips(self, word: int, position: int, step: int) -> list[Pair]:
        rows: list[_Row] = [_START]
        best, end = 0, (0, 0)
        while 0 <= word + step * (len(rows) - 1) < len(self.words):
            row = self._row(rows[-1], word + step * (len(rows) - 1), position, step, len(rows))
            row = {at: cell for at, cell in row.items() if cell.score > best - GIVE_UP}
            if not row:
                break
            top = max(row, key=lambda at: row[at].score)
            if row[top].score > best:
                best, end = row[top].score, (len(rows), top)
            rows.append(row)
        return self._traced(rows, end, word, position, step)[::-1]

    def _row(self, before: _Row, word: int, position: int, step: int, taken: int) -> _Row:
        """What comes of taking one more word of the passage: it goes with one of the mushaf, with two or with none."""
        row: _Row = {}
        for at in range(max(0, min(before), taken - BAND), min(max(before) + BAND, taken + BAND) + 1):
            options = list(self._options(before, row, word, position + step * (at - 1), step, at))
            if options:
                row[at] = max(options, key=lambda cell: cell.score)
        return row

    def _options(self, before: _Row, row: _Row, word: int, here: int, step: int, at: int) -> Iterator[_Cell]:
        """The ways to have taken `word` and `at` positions, of which `here` is the last."""
        inside = 0 <= here < len(self.mushaf)
        if inside and at - 1 in before:
            score = self.likeness(word, here)
            yield _Cell(before[at - 1].score + score, 1, 1, score >= SAME_COMMON)
        if inside and at - 2 in before and self.stands_for_both(word, here, here - step):
            yield _Cell(before[at - 2].score + SAME, 1, 2, same=True)
        if at in before:
            yield _Cell(before[at].score + SLIP, 1, 0)
        if at - 1 in row:
            yield _Cell(row[at - 1].score + SLIP, 0, 1)

    def likeness(self, word: int, position: int) -> int:
        """`SAME` or `SAME_COMMON` for a spelling of the mushaf's word, `NEAR` for a slip of the pen, else `SLIP`."""
        if not 0 <= position < len(self.mushaf):
            return SLIP
        written, meant = self.words[word], self.mushaf.word(position)
        group = self.mushaf.groups[position]
        if written.letters == meant.fewest or (written.group == group and meant.is_spelled(written.letters)):
            return SAME_COMMON if len(self.mushaf.postings[group]) >= COMMON else SAME
        return NEAR if written.group == group or _near(written.letters, meant.letters) else SLIP

    def stands_for_both(self, word: int, one: int, other: int) -> bool:
        """«يأيها», which the mushaf too writes as one."""
        written, first, last = self.words[word], min(one, other), max(one, other)
        if first < 0 or last >= len(self.mushaf):
            return False
        if written.group != UNKNOWN and self.mushaf.word(first).uthmani:
            return False
        joined = self.mushaf.word(first).letters + self.mushaf.word(last).letters
        return skeleton(written.letters) == skeleton(joined)

    def _traced(self, rows: list[_Row], end: tuple[int, int], word: int, position: int, step: int) -> list[Pair]:
        pairs: list[Pair] = []
        taken, at = end
        while taken or at:
            cell = rows[taken][at]
            pairs += [
                Pair(word + step * (taken - 1), position + step * (at - 1 - behind), cell.same)
                for behind in range(cell.positions if cell.words else 0)
            ]
            taken, at = taken - cell.words, at - cell.positions
        return pairs
