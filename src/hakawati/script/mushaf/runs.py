"""Runs: stretches of a passage that stand in the mushaf, word by word."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hakawati.script.mushaf.alignment import Beside, Pair
from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.seeds import sown
from hakawati.script.mushaf.spelling import differ_in_front
from hakawati.script.mushaf.weight import SLIP_BITS, bits
from hakawati.script.mushaf.words import UNKNOWN, Word, words_of

TELLING_SEED = 8.0
"""Bits that three words in a row must tell to be looked at in running text."""

MOST_VOTERS = 1_200
"""Occurrences in the mushaf up to which a word has a vote."""

ELECTED = 10
"""Places looked at for a few words in marks."""

CHANCE_BITS = 6.0
"""What words tell that may agree by chance behind the end of a quotation."""

_BREAK = re.compile(r"[^\s\d]")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a passage beside words of the mushaf, both in order.

    `words` are those of the passage, `same` says how many of them are the mushaf's, and `bits` what it tells, each slip
    taken off.
    """

    pairs: tuple[Pair, ...]
    bits: float
    words: frozenset[int]
    same: int

    @property
    def first(self) -> int:
        return self.pairs[0].word

    @property
    def last(self) -> int:
        return self.pairs[-1].word

    @property
    def positions(self) -> range:
        return range(self.pairs[0].position, self.pairs[-1].position + 1)


class Search:
    """The words of a passage, and where runs of them stand in the mushaf."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: Sequence[Word] = words_of(text, mushaf().group_of)
        self.beside = Beside(self.words, mushaf())

    def grown(self) -> Iterator[list[Pair]]:
        """Runs grown from all telling seeds, each once."""
        reached: dict[int, int] = {}
        for at, positions in sown(self.words):
            if sum(self._bits(number, positions[0] + number - at) for number in range(at, at + 3)) < TELLING_SEED:
                continue
            for position in positions:
                if reached.get(position - at, -1) < at:
                    pairs = self.beside.run(at, position)
                    reached.update((pair.position - pair.word, pair.word) for pair in pairs)
                    yield pairs

    def elected(self, zone: Sequence[int], within: range | None = None) -> Iterator[list[Pair]]:
        """Runs at the places (of those `within`) that two words of the zone or more speak for, the first in what they
        tell.
        """
        votes: dict[int, float] = {}
        voter: dict[int, int] = {}
        agreed: set[int] = set()
        for number in zone:
            for position in self._postings(number, within):
                place = position - number
                if place in votes:
                    agreed.add(place)
                votes[place] = votes.get(place, 0.0) + self._bits(number, position)
                voter.setdefault(place, number)
        for place in sorted(agreed, key=lambda place: (-votes[place], place))[:ELECTED]:
            yield self.beside.run(voter[place], voter[place] + place)

    def _postings(self, number: int, within: range | None) -> Iterable[int]:
        group = self.words[number].group
        if group == UNKNOWN:
            return ()
        postings = mushaf().postings[group]
        if within is not None:
            return [position for position in postings if position in within]
        return postings if len(postings) <= MOST_VOTERS else ()

    def _bits(self, number: int, position: int) -> float:
        return bits(mushaf().groups[position], self.words[number].letters)

    def run(self, pairs: Iterable[Pair], own: Collection[int], slip_bits: float = SLIP_BITS) -> Run | None:
        """The pairs of `own` words as a run, without what agrees by chance at its ends; None if nothing is left."""
        kept = self._without_chance([pair for pair in pairs if pair.word in own])
        if not kept:
            return None
        told = sum(self._bits(pair.word, pair.position) for pair in kept if pair.same)
        same = len({pair.word for pair in kept if pair.same})
        words = frozenset(pair.word for pair in kept)
        return Run(tuple(kept), told - slip_bits * self._slips(kept, own), words, same)

    def _slips(self, pairs: list[Pair], own: Collection[int]) -> int:
        found = sum(not pair.same for pair in pairs)
        for one, other in pairwise(pairs):
            found += max(0, other.position - one.position - 1)
            found += sum(number in own for number in range(one.word + 1, other.word))
        return found

    def _without_chance(self, pairs: list[Pair]) -> list[Pair]:
        while pairs and not self._holds(pairs[0]):
            pairs = pairs[1:]
        while pairs and not self._holds(pairs[-1]):
            pairs = pairs[:-1]
        return self._from_begin(self._to_end(pairs))

    def _holds(self, pair: Pair) -> bool:
        """Whether a run may begin or end with it: the mushaf's word, but for a particle in front."""
        return pair.same or differ_in_front(self.words[pair.word].letters, mushaf().word(pair.position).letters)

    def _from_begin(self, pairs: list[Pair]) -> list[Pair]:
        """Without one or two words that tell nothing before a sentence of the passage or a verse begins."""
        for cut in (1, 2):
            if len(pairs) > cut + 1 and self._parted(pairs[cut - 1], pairs[cut]) and self._by_chance(pairs[:cut]):
                return pairs[cut:]
        return pairs

    def _to_end(self, pairs: list[Pair]) -> list[Pair]:
        for cut in (1, 2):
            if len(pairs) > cut + 1 and self._parted(pairs[-cut - 1], pairs[-cut]) and self._by_chance(pairs[-cut:]):
                return pairs[:-cut]
        return pairs

    def _by_chance(self, pairs: list[Pair]) -> bool:
        return sum(self._bits(pair.word, pair.position) for pair in pairs) < CHANCE_BITS

    def _parted(self, one: Pair, other: Pair) -> bool:
        """Whether a mark stands between two words of the passage, or a verse ends between those of the mushaf."""
        if mushaf().begins_verse(other.position):
            return True
        gap = self.text[self.words[one.word].end : self.words[other.word].start]
        return other.word == one.word + 1 and _BREAK.search(gap) is not None
