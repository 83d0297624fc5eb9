"""Seeds: three words in a row that stand so in the mushaf, from which runs are grown."""

from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.words import UNKNOWN, Word

MOST_PLACES = 48
"""Three words that stand in more places than this tell nothing."""

_WIDTH = 15
"""Bits that hold a group's number."""

NONE = (1 << 32) - 1


class Seeds(NamedTuple):
    """`first` leads from three groups in a row to where they stand first; `later` from each place to the next one."""

    first: dict[int, int]
    later: "array[int]"

    def places(self, key: int) -> Iterator[int]:
        place = self.first.get(key, NONE)
        while place != NONE:
            yield place
            place = self.later[place]


@cache
def seeds() -> Seeds:
    groups = mushaf().groups
    first: dict[int, int] = {}
    later = array("L", [NONE]) * len(groups)
    for place in range(len(groups) - 3, -1, -1):
        key = _key(groups[place], groups[place + 1], groups[place + 2])
        later[place] = first.get(key, NONE)
        first[key] = place
    return Seeds(first, later)


def sown(words: Sequence[Word]) -> Iterator[tuple[int, list[int]]]:
    """Each word of a passage with which a seed begins, and the positions it has in the mushaf."""
    known = seeds()
    for at in range(len(words) - 2):
        one, two, three = words[at].group, words[at + 1].group, words[at + 2].group
        if UNKNOWN not in {one, two, three}:
            places = list(known.places(_key(one, two, three)))
            if 0 < len(places) <= MOST_PLACES:
                yield at, places


def _key(one: int, two: int, three: int) -> int:
    return (one << _WIDTH | two) << _WIDTH | three
