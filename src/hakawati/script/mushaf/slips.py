"""Slips of the pen: where a quoted verse is not what the mushaf has. Nothing here changes a text."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.model import Note
from hakawati.script.mushaf.fitting import Step, fitted
from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.runs import Search
from hakawati.script.mushaf.vowels import differ

RULE = "mushaf"

LEAST_SAME = 0.4
"""The share of words that must be the verse's for it to be that verse at all."""

TYPO, OTHER_WORD, OTHER_VOWEL, DROPPED, ADDED, OTHER_VERSE = 0.9, 0.8, 0.8, 0.7, 0.6, 0.5
"""How sure it is that the author meant what the mushaf has."""

_REF = re.compile(r"(\d{1,3}):(\d{1,3})(?:-(\d{1,3}))?")


class Aligned(NamedTuple):
    """`text[start:end]` is a word; `word` is the mushaf's for it, vowelled and spelled plainly, None if it has none."""

    start: int
    end: int
    word: str | None


def aligned(text: str, ref: str) -> tuple[Aligned, ...]:
    """Each word of `text` with the word of the verses `ref` (`sura:verse` or `sura:first-last`) that it goes with.

    A word that differs from the mushaf's by a slip goes with it too. Empty if there is no such verse.
    """
    verses = _extent(ref)
    if verses is None:
        return ()
    search = Search(text)
    found = [step for step in fitted(search, range(len(search.words)), verses) if step.word is not None]
    return tuple(Aligned(*_span(search, step), _said(step.positions) or None) for step in found)


def slips(text: str, ref: str) -> tuple[Note, ...]:
    """Where `text`, said to be of the verses `ref` (`sura:verse` or `sura:first-last`), differs from the mushaf.

    Other letters and vowels are noted; a vowel left out, a part of a verse left out at its ends or another way of
    spelling is not. Words dropped are noted at an empty range. One note over all of it: there is no such verse, or
    the text is not of it.
    """
    verses = _extent(ref)
    search = Search(text)
    if not search.words:
        return ()
    steps = fitted(search, range(len(search.words)), verses) if verses is not None else []
    if sum(step.same for step in steps) < LEAST_SAME * len(search.words):
        meant = _said(tuple(verses)[: 2 * len(search.words)]) if verses is not None else ""
        return (Note(RULE, 0, len(text), text, meant, OTHER_VERSE),)
    return tuple(_notes(search, steps))


def _extent(ref: str) -> range | None:
    named = _REF.fullmatch(ref)
    if not named:
        return None
    sura, first, last = int(named[1]), int(named[2]), int(named[3] or named[2])
    return mushaf().extent(sura, first, last)


def _notes(search: Search, steps: list[Step]) -> Iterator[Note]:
    dropped: list[int] = []
    for step in steps:
        if step.word is None:
            dropped += step.positions
            continue
        start, _ = _span(search, step)
        if dropped:
            yield Note(RULE, start, start, "", _said(tuple(dropped)), DROPPED)
            dropped = []
        yield from _note(search, step)


def _note(search: Search, step: Step) -> Iterator[Note]:
    start, end = _span(search, step)
    written = search.text[start:end]
    if not step.positions:
        yield Note(RULE, start, end, written, "", ADDED)
    elif not step.same:
        yield Note(RULE, start, end, written, _said(step.positions), TYPO if step.near else OTHER_WORD)
    elif len(step.positions) == 1 and differ(written, mushaf().word(step.positions[0])):
        yield Note(RULE, start, end, written, _said(step.positions), OTHER_VOWEL)


def _span(search: Search, step: Step) -> tuple[int, int]:
    assert step.word is not None, "a word that was dropped has no place"
    word = search.words[step.word]
    return word.start, word.end


def _said(positions: tuple[int, ...]) -> str:
    return " ".join(mushaf().word(position).plain for position in positions)
