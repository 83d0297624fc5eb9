"""What a passage says of its quotations: marks, announcements, citations, vowels; and what each demands of a run."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from hakawati.script.finders.saying import introductions
from hakawati.script.letters import VOWELS, bare
from hakawati.script.mushaf.announcement import announced
from hakawati.script.mushaf.citation import Cited, cited
from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.marks import Enclosure, Marks, enclosures
from hakawati.script.mushaf.runs import Run
from hakawati.script.mushaf.weight import is_formula
from hakawati.script.mushaf.words import Word


class Demand(NamedTuple):
    """How many words a run must have that are the mushaf's, and how many bits it must tell.

    Where `formulas` are not taken, what people say without quoting («حسبنا الله ونعم الوكيل») is speech.
    """

    words: int
    bits: float
    formulas: bool = False


CITED = Demand(2, 5, formulas=True)
BRACED = Demand(2, 8, formulas=True)
ENCLOSED_AND_ANNOUNCED = Demand(2, 8, formulas=True)
ANNOUNCED_TO_THE_END = Demand(3, 10, formulas=True)
"""Announced, and ending where a clause of the passage or a verse of the mushaf ends."""
ANNOUNCED = Demand(3, 18, formulas=True)
QUOTED = Demand(3, 16)
VOWELLED = Demand(3, 18)
PARENTHESISED = Demand(4, 24)
UNSAID = Demand(4, 34)
"""Nothing but the words themselves says that they are Qur'an, or someone else is said to speak them."""

NARRATED, QUOTED_WITH_VOWELS = 0.3, 0.6
"""The share of vowelled words up to which prose is narration, and from which it is a quotation amid narration."""

MOST_SLIPPED = 2
"""Words at the begin of an announced quotation that may differ from the mushaf."""

_ENCLOSED = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]")
_MARK = re.compile(r"[.،؛:؟!?,;«»()\[\]{}\"\n]")
_CLAUSE_END = re.compile(r"\s*(?:[^\w\s]|$|\n)")
_VOWEL = re.compile(f"[{VOWELS}]")


def suffices(run: Run, demand: Demand, spelled: Sequence[str]) -> bool:
    """Whether `run`, whose words are `spelled` (letters), meets the demand."""
    told = run.same >= demand.words and run.bits >= demand.bits
    return told and (demand.formulas or not is_formula(spelled))


class Evidence:
    """Of one passage. `cited` leads from the last word before a citation to what it cites."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text, self.words = text, words
        self.enclosures = enclosures(text, words)
        self.announced = announced(text, words)
        self.cited = dict(self._citations())

    def _citations(self) -> Iterator[tuple[int, Cited]]:
        ends = [word.end for word in self.words]
        for enclosed in _ENCLOSED.finditer(self.text):
            before = bisect_right(ends, enclosed.start()) - 1
            verses = cited(enclosed.group(1)) if before >= 0 else None
            if verses:
                yield before, verses

    def extent(self, verses: Cited) -> range | None:
        """The cited verses' positions; None if there are no such verses."""
        return mushaf().extent(verses.sura, verses.first, verses.last)

    def is_cited(self, run: Run) -> bool:
        """Whether a citation right behind the run names a verse that is in it."""
        verses = self.cited.get(run.last)
        if verses is None:
            return False
        first, last = (mushaf().place(at) for at in (run.positions[0], run.positions[-1]))
        in_sura = first.sura == verses.sura == last.sura
        return in_sura and (not verses.first or (first.number <= verses.last and verses.first <= last.number))

    def demand(self, run: Run, enclosure: Enclosure) -> Demand:
        """What is demanded of a run amid other words."""
        if self.is_cited(run):
            return CITED
        if {run.first, run.first - 1} & self.announced.begins or self.begin(run) < run.first:
            return ANNOUNCED_TO_THE_END if self._ends(run) else ANNOUNCED
        if self._stands_out(run, enclosure):
            return VOWELLED
        return UNSAID

    def demand_of_whole(self, enclosure: Enclosure, runs: Sequence[Run]) -> Demand:
        """What is demanded of one of the runs that an enclosure is made of."""
        if any(map(self.is_cited, runs)):
            return CITED
        if enclosure.words[0] in self.announced.begins:
            return ENCLOSED_AND_ANNOUNCED
        if enclosure.marks is Marks.BRACES:
            return BRACED
        if enclosure.start in self._spoken:
            return UNSAID
        return QUOTED if enclosure.marks is Marks.QUOTES else PARENTHESISED

    def begin(self, run: Run) -> int:
        """The word that the quotation begins with: a slip in its first words does not take them out of it."""
        for slipped in range(1, MOST_SLIPPED + 1):
            at = run.first - slipped
            if at in self.announced.opened:
                return at if self._goes_on(at, run.first) else run.first
        return run.first

    def _goes_on(self, one: int, other: int) -> bool:
        """Whether no mark stands between two words."""
        return not _MARK.search(self.text[self.words[one].end : self.words[other].start])

    def _ends(self, run: Run) -> bool:
        """Whether a clause of the passage or a verse of the mushaf ends with it."""
        behind = run.positions.stop
        clause = _CLAUSE_END.match(self.text, self.words[run.last].end) is not None
        return clause or behind == len(mushaf()) or mushaf().begins_verse(behind)

    def _stands_out(self, run: Run, enclosure: Enclosure) -> bool:
        """Whether its words are vowelled and those around it are not."""
        if self._vowelled(run.words) < QUOTED_WITH_VOWELS:
            return False
        return self._vowelled([number for number in enclosure.words if number not in run.words]) <= NARRATED

    def _vowelled(self, numbers: Collection[int]) -> float:
        """The share of these words that are vowelled."""
        words = [self.words[number] for number in numbers]
        return sum(_is_vowelled(self.text[word.start : word.end]) for word in words) / max(1, len(words))

    @cached_property
    def _spoken(self) -> frozenset[int]:
        """Where someone begins to speak who is named and is not God."""
        named = (one for one in introductions(self.text) if one.speaker or one.by_prophet)
        return frozenset(_after_space(self.text, one.end) for one in named)


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _is_vowelled(word: str) -> bool:
    return 10 * len(_VOWEL.findall(word)) >= 4 * len(bare(word))
