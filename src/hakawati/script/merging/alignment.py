"""Which parts of two sequences are the same: unique items anchor the rest, so that long texts take little time.

This is patience alignment (Bram Cohen, 2005): what is equal at both ends is matched, then the items that occur once in
each sequence, in the longest order they have in common; between them the same again. Where nothing is unique, difflib.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

SMALL = 1_000_000
"""Pairs of items that difflib, whose time grows with their number, may look at; beyond, nothing is matched."""


class Change(NamedTuple):
    """Items `start` to `end` became items `new_start` to `new_end` of the other sequence."""

    start: int
    end: int
    new_start: int
    new_end: int


def pairs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The indices of equal items, rising in both."""
    return list(_pairs(old, new, 0, 0))


def changes(old: Sequence[Hashable], new: Sequence[Hashable], begins: Hashable) -> list[Change]:
    """How `old` became `new`, in order. What was put in or taken out whole is made to begin after a `begins` item
    where the items allow it.
    """
    found: list[Change] = []
    at, new_at = 0, 0
    for index, new_index in [*pairs(old, new), (len(old), len(new))]:
        if (at, new_at) != (index, new_index):
            free = at - (found[-1].end if found else 0)
            found.append(_slid(Change(at, index, new_at, new_index), old, new, begins, free))
        at, new_at = index + 1, new_index + 1
    return found


def _slid(change: Change, old: Sequence[Hashable], new: Sequence[Hashable], begins: Hashable, free: int) -> Change:
    """«a b | a c |», once «a c |», may as well have got «a b |» as «b | a»: of such changes the one that comes after
    `begins`. `free` items before it are equal in both.
    """
    start, end, new_start, new_end = change
    if start < end and new_start < new_end:
        return change
    items, first, last = (new, new_start, new_end) if start == end else (old, start, end)
    for steps in range(free + 1):
        if steps == first or items[first - 1 - steps] == begins:
            return Change(start - steps, end - steps, new_start - steps, new_end - steps)
        if items[first - 1 - steps] != items[last - 1 - steps]:
            break
    return change


def _pairs(old: Sequence[Hashable], new: Sequence[Hashable], at: int, new_at: int) -> Iterator[tuple[int, int]]:
    """`at` and `new_at` are where these stretches begin in the sequences they were cut from."""
    begin = _equal(zip(old, new, strict=False))
    end = _equal(zip(reversed(old[begin:]), reversed(new[begin:]), strict=False))
    yield from ((at + index, new_at + index) for index in range(begin))
    old_end, new_end = len(old) - end, len(new) - end
    yield from _between(old[begin:old_end], new[begin:new_end], at + begin, new_at + begin)
    yield from ((at + old_end + index, new_at + new_end + index) for index in range(end))


def _equal(couples: Iterable[tuple[Hashable, Hashable]]) -> int:
    return sum(1 for _ in takewhile(lambda couple: couple[0] == couple[1], couples))


def _between(old: Sequence[Hashable], new: Sequence[Hashable], at: int, new_at: int) -> Iterator[tuple[int, int]]:
    if not old or not new:
        return
    anchors = _anchors(old, new)
    if not anchors:
        yield from ((at + index, new_at + new_index) for index, new_index in _by_difflib(old, new))
        return
    start, new_start = 0, 0
    for index, new_index in anchors:
        if start < index and new_start < new_index:
            gap = old[start:index], new[new_start:new_index]
            yield from _pairs(*gap, at + start, new_at + new_start)
        yield at + index, new_at + new_index
        start, new_start = index + 1, new_index + 1
    yield from _pairs(old[start:], new[new_start:], at + start, new_at + new_start)


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """What occurs once in each, in the longest order that both have in common."""
    places = {item: index for index, item in enumerate(new)}
    once, new_once = Counter(old), Counter(new)
    both = [(index, places[item]) for index, item in enumerate(old) if once[item] == new_once.get(item) == 1]
    return _longest_rising(both)


def _longest_rising(couples: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of `couples`, which rise in their first number, that rise in the second too (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for number, (_, new_index) in enumerate(couples):
        pile = bisect_left(tops, new_index)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [new_index]
        piles[pile : pile + 1] = [number]
    found = []
    number = piles[-1] if piles else -1
    while number >= 0:
        found.append(couples[number])
        number = before[number]
    return found[::-1]


def _by_difflib(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    if len(old) * len(new) > SMALL:
        return
    for index, new_index, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        yield from zip(range(index, index + size), range(new_index, new_index + size), strict=True)
