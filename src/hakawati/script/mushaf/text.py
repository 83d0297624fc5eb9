"""The mushaf as one long sequence of words."""

from array import array  # noqa: TC003 - a dataclass's annotation
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from hakawati.script.mushaf.spelling import is_within, skeleton


class MushafWord(NamedTuple):
    """A word of the mushaf: vowelled in plain and in the mushaf's own spelling, the letters of both, and the most
    letters it can be written with.
    """

    plain: str
    uthmani: str
    letters: str
    fewest: str
    most: str

    def is_spelled(self, spelled: str) -> bool:
        """Whether `spelled` (letters) is this word; alifs that the mushaf leaves out may be there or not."""
        if spelled in {self.letters, self.fewest}:
            return True
        same = skeleton(spelled) in {skeleton(self.letters), skeleton(self.fewest)}
        return same and is_within(self.fewest, spelled) and is_within(spelled, self.most)


class Place(NamedTuple):
    """A verse; its words begin at `start`. A basmala that opens a sura stands among the words of its first verse."""

    sura: int
    number: int
    start: int


@dataclass(frozen=True, slots=True)
class Mushaf:
    """Positions count words from 0 through all suras.

    `words[vocabulary[position]]` is a word; `groups[position]` is the group of spellings it belongs to. `group_of`
    (skeleton -> group) leads there from a word of a passage, and `postings[group]` holds its positions in order.
    `starts` are those of `places`, and `suras[n]` tells which of them is the first of sura n + 1.
    """

    words: tuple[MushafWord, ...]
    vocabulary: "array[int]"
    groups: "array[int]"
    group_of: dict[str, int]
    postings: tuple["array[int]", ...]
    places: tuple[Place, ...]
    starts: "array[int]"
    suras: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.vocabulary)

    def word(self, position: int) -> MushafWord:
        return self.words[self.vocabulary[position]]

    def place(self, position: int) -> Place:
        """The verse that has the word at `position`."""
        return self.places[bisect_right(self.starts, position) - 1]

    def begins_verse(self, position: int) -> bool:
        return self.place(position).start == position

    def extent(self, sura: int, first: int, last: int) -> range | None:
        """The positions of verses `first` to `last`; None if the sura has no such verses."""
        if not 1 <= sura < len(self.suras):
            return None
        before = self.suras[sura - 1] - 1
        if not 1 <= first <= last <= self.suras[sura] - 1 - before:
            return None
        behind = before + last + 1
        return range(self.starts[before + first], self.starts[behind] if behind < len(self.starts) else len(self))
