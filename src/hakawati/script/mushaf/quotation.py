"""What of a passage is Qur'an: runs in the mushaf, weighed against what the passage itself says of them."""

import re
from collections.abc import Collection, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import NamedTuple

from hakawati.script.letters import ARABIC
from hakawati.script.mushaf.alignment import Pair
from hakawati.script.mushaf.evidence import Evidence, suffices
from hakawati.script.mushaf.fitting import fitted
from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.marks import Enclosure, Marks
from hakawati.script.mushaf.runs import Run, Search
from hakawati.script.mushaf.vowels import differ
from hakawati.script.mushaf.weight import ENCLOSED_SLIP_BITS

WHOLE = 0.7
"""The share of an enclosure's words in the mushaf from which all of it is a verse."""

PLACED = 0.5
"""The share from which it is known where a verse in ornate brackets stands."""

ZONE = 40
"""Words in marks that are looked at one by one; more of them have seeds enough."""

AHEAD, BEFORE = 5, 30
"""Words looked at behind an announcement, and before a citation."""

SLACK = 3
"""Words of the mushaf that an enclosure may have dropped."""

LEAST_BITS = 4.0
"""What tells less is nothing."""

ASIDE = 2
"""Words of the passage in a row, not the mushaf's, that are the narrator's own amid a verse."""

_ARABIC = re.compile(f"[{ARABIC}]")


_Waiting = tuple[bool, float, int, int, tuple[Pair, ...], Run]


class Quoted(NamedTuple):
    """`text[start:end]` of a passage is Qur'an; `ref` is `sura:verse` or `sura:first-last`, None if it is unknown."""

    start: int
    end: int
    ref: str | None


def quoted(text: str) -> list[Quoted]:
    """What of `text` is Qur'an, in order."""
    if not _ARABIC.search(text):
        return []
    return sorted(_Reading(text).without_parentheses())


class _Reading:
    """One passage being read for verses."""

    def __init__(self, text: str) -> None:
        self.search = Search(text)
        self.words = self.search.words
        self.evidence = Evidence(text, self.words)

    def without_parentheses(self) -> Iterator[Quoted]:
        """What is Qur'an, without what the narrator puts in parentheses amid it."""
        asides = [one for one in self.evidence.enclosures if one.marks is Marks.PARENTHESES and one.words]
        for start, end, ref in self.quoted():
            at = start
            for aside in asides:
                if at < aside.start and aside.end < end:
                    yield Quoted(at, aside.start, ref)
                    at = aside.end
            yield Quoted(at, end, ref)

    def quoted(self) -> Iterator[Quoted]:
        owner = {number: at for at, one in enumerate(self.evidence.enclosures) for number in one.words}
        candidates: list[list[list[Pair]]] = [[] for _ in self.evidence.enclosures]
        for pairs in self._candidates():
            for at in {owner[pair.word] for pair in pairs}:
                candidates[at].append(pairs)
        for enclosure, found in zip(self.evidence.enclosures, candidates, strict=True):
            yield from self._of(enclosure, self._chosen(found, enclosure))

    def _candidates(self) -> Iterator[list[Pair]]:
        reached: set[int] = set()
        for pairs in self.search.grown():
            reached.update(pair.word for pair in pairs)
            yield pairs
        for enclosure in self.evidence.enclosures:
            if enclosure.marks and len(enclosure.words) <= ZONE:
                yield from self.search.elected(enclosure.words)
        for number in sorted(self.evidence.announced.begins):
            if not {number, number + 1} <= reached:
                yield from self.search.elected(range(number, min(number + AHEAD, len(self.words))))
        for number, verses in sorted(self.evidence.cited.items()):
            within = self.evidence.extent(verses)
            yield from self.search.elected(range(max(0, number - BEFORE), number + 1), within)

    def _chosen(self, candidates: list[list[Pair]], enclosure: Enclosure) -> list[Run]:
        """The best runs that share no word, in order: those that are cited first, then those that tell most."""
        free = set(enclosure.words)
        waiting = [self._waiting(self.search.run(pairs, free)) for pairs in candidates]
        runs = [one for one in waiting if one]
        heapify(runs)
        chosen: list[Run] = []
        while runs:
            run = heappop(runs)[-1]
            if run.words <= free:
                chosen.append(run)
                free -= set(range(run.first, run.last + 1))
            elif left := self._waiting(self.search.run(run.pairs, free)):
                heappush(runs, left)
        return sorted(chosen, key=lambda run: run.first)

    def _waiting(self, run: Run | None) -> _Waiting | None:
        """A run behind what it is chosen by: cited ones first, then what tells most, has the author's vowels, and
        stands first in the mushaf.
        """
        if run is None or run.bits < LEAST_BITS:
            return None
        slips = sum(differ(self._written(pair.word), mushaf().word(pair.position)) for pair in run.pairs if pair.same)
        return not self.evidence.is_cited(run), -round(run.bits, 3), slips, run.positions.start, run.pairs, run

    def _written(self, number: int) -> str:
        word = self.words[number]
        return self.search.text[word.start : word.end]

    def _of(self, enclosure: Enclosure, runs: list[Run]) -> Iterator[Quoted]:
        """All of the enclosure if it is a verse, else what in it is one."""
        if enclosure.marks is Marks.ORNATE:
            yield from self._parts(runs if _covered(runs, enclosure) >= PLACED else [], enclosure.start, enclosure.end)
            return
        for whole in (runs, self._stretched(enclosure, runs)):
            if self._is_whole(enclosure, whole):
                yield from self._parts(whole, enclosure.start, enclosure.end)
                return
        for run in runs:
            if suffices(run, self.evidence.demand(run, enclosure), self._spelled(run)):
                for part in self._without_asides(run, enclosure):
                    begin = self.evidence.begin(part)
                    yield from self._parts([part], self.words[begin].start, self.words[part.last].end)

    def _is_whole(self, enclosure: Enclosure, runs: list[Run]) -> bool:
        if not enclosure.marks or _covered(runs, enclosure) < WHOLE:
            return False
        demand = self.evidence.demand_of_whole(enclosure, runs)
        return any(suffices(run, demand, self._spelled(run)) for run in runs)

    def _stretched(self, enclosure: Enclosure, runs: list[Run]) -> list[Run]:
        """All of the enclosure laid beside where one of its runs stands: the slips may be many in few words."""
        if not enclosure.marks or len(enclosure.words) > ZONE:
            return []
        around = (self._around(enclosure, run) for run in runs)
        found = [run for run in around if run and 2 * run.same >= len(run.words)]
        return [max(found, key=lambda run: (self.evidence.is_cited(run), run.bits))] if found else []

    def _around(self, enclosure: Enclosure, run: Run) -> Run | None:
        begin = run.positions.start - (run.first - enclosure.words[0]) - SLACK
        behind = run.positions.stop + (enclosure.words[-1] - run.last) + SLACK
        steps = fitted(self.search, enclosure.words, range(max(0, begin), min(len(mushaf()), behind)))
        pairs = [Pair(step.word, at, step.same) for step in steps if step.word is not None for at in step.positions]
        return self.search.run(pairs, set(enclosure.words), ENCLOSED_SLIP_BITS)

    def _spelled(self, run: Run) -> list[str]:
        return [self.words[number].letters for number in sorted(run.words)]

    def _without_asides(self, run: Run, enclosure: Enclosure) -> Iterator[Run]:
        """The run in parts where the narrator breaks in («… يعني اليهود …»)."""
        own = set(enclosure.words)
        at = 0
        for number, (one, other) in enumerate(pairwise(run.pairs), 1):
            if sum(word in own for word in range(one.word + 1, other.word)) >= ASIDE:
                yield from self._part(run.pairs[at:number], own)
                at = number
        yield from self._part(run.pairs[at:], own)

    def _part(self, pairs: Sequence[Pair], own: Collection[int]) -> Iterator[Run]:
        part = self.search.run(pairs, own)
        if part and part.same > 1:
            yield part

    def _parts(self, runs: list[Run], start: int, end: int) -> Iterator[Quoted]:
        """`text[start:end]` as verses: parted where the sura changes, or where a verse from elsewhere begins."""
        extents = [extent for run in runs for extent in self._by_sura(run)]
        merged: list[_Extent] = []
        for extent in extents:
            if merged and merged[-1].goes_on_to(extent):
                merged[-1] = merged[-1]._replace(last=extent.last)
            else:
                merged.append(extent)
        begins = [start, *(self.words[extent.word].start for extent in merged[1:]), end]
        refs: list[str | None] = [extent.ref for extent in merged]
        refs = refs or [None]
        for (begin, behind), ref in zip(pairwise(begins), refs, strict=True):
            yield Quoted(begin, behind, ref)

    def _by_sura(self, run: Run) -> Iterator["_Extent"]:
        places = [(pair.word, mushaf().place(pair.position)) for pair in run.pairs]
        for sura in dict.fromkeys(place.sura for _, place in places):
            numbers = [place.number for _, place in places if place.sura == sura]
            word = next(number for number, place in places if place.sura == sura)
            yield _Extent(word, sura, numbers[0], numbers[-1])


def _covered(runs: list[Run], enclosure: Enclosure) -> float:
    """The share of the enclosure's words that are in runs."""
    return sum(len(run.words) for run in runs) / max(1, len(enclosure.words))


class _Extent(NamedTuple):
    """Verses `first` to `last` of a sura, from a word of the passage on."""

    word: int
    sura: int
    first: int
    last: int

    @property
    def ref(self) -> str:
        return f"{self.sura}:{self.first}" + (f"-{self.last}" if self.last > self.first else "")

    def goes_on_to(self, other: "_Extent") -> bool:
        return self.sura == other.sura and self.last <= other.first <= self.last + 1
