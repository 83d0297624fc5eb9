"""Where sentences and clauses end, in Arabic and in Latin script.

A sentence ends after . ؟ ? ! … (and what closes a quotation behind it), but not after an abbreviation, an initial,
the number of a list, before a small letter, or inside a short parenthesis or quotation. A clause ends after ؛ ، : , ;
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from hakawati.script.enclosures import asides
from hakawati.script.letters import SIGNS, is_said
from hakawati.script.words import Word

FULL_STOPS = frozenset(".؟?!…۔。！？")
CLAUSE_MARKS = frozenset("؛،:,;—–")

ABBREVIATIONS = frozenset(
    (
        *("mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "rev", "hon", "gen", "col", "sgt", "capt", "lt"),
        *("vs", "e.g", "i.e", "cf", "vol", "no", "nos", "pp", "ed", "eds", "fig", "approx", "ca", "op"),
    )
)
"""Latin abbreviations that stand before something, without their last dot. Initials and dotted letters need no list."""

_DOTTED_LETTERS = re.compile(rf"\W*(?:[^\W\d_{SIGNS}]\u0640?\.)+\Z")
"""«د.», «أ.د.», "J.", "U.S.": single letters, each with its dot. A sign such as ﷺ is a whole formula."""

_LIST_NUMBER = re.compile(r"\W*(?:\d{1,3}|[a-z])[.)]+\Z", re.IGNORECASE)


class Break(IntEnum):
    """What ends with a word, the stronger the greater."""

    WORD = 0
    CLAUSE = 1
    INNER_SENTENCE = 2
    """A sentence inside a parenthesis or quotation: the one around it goes on."""
    SENTENCE = 3


def breaks(text: str, words: Iterable[Word]) -> Iterator[tuple[Word, Break]]:
    """Each word of `text` with what ends behind it."""
    enclosed = iter(asides(text))
    aside = next(enclosed, None)
    before: Word | None = None
    for word, following in _with_following(words):
        while aside and aside[1] < word.end:
            aside = next(enclosed, None)
        found = _break(text, before, word, following)
        if found is Break.SENTENCE and aside and aside[0] < word.end:
            found = Break.INNER_SENTENCE
        yield word, found
        before = None if found is Break.SENTENCE else word


def _with_following(words: Iterable[Word]) -> Iterator[tuple[Word, Word | None]]:
    held: Word | None = None
    for word in words:
        if held:
            yield held, word
        held = word
    if held:
        yield held, None


def _break(text: str, before: Word | None, word: Word, following: Word | None) -> Break:
    """`before` is the word before in the same sentence."""
    tail = text[word.tail : word.end]
    if FULL_STOPS.isdisjoint(tail):
        return Break.WORD if CLAUSE_MARKS.isdisjoint(tail) else Break.CLAUSE
    if following and _goes_on(text, following):
        return Break.WORD if CLAUSE_MARKS.isdisjoint(tail) else Break.CLAUSE
    return Break.WORD if _abbreviates(text, before, word, following) else Break.SENTENCE


def _goes_on(text: str, following: Word) -> bool:
    """A small letter begins no sentence (scripts without capitals have none)."""
    return next(filter(is_said, text[following.start : following.end])).islower()


def _abbreviates(text: str, before: Word | None, word: Word, following: Word | None) -> bool:
    spelled = text[word.start : word.end]
    if not spelled.endswith(".") or following is None:
        return False
    if _DOTTED_LETTERS.match(spelled):
        # «622 م.»: the era closes the sentence it dates
        return not (before and text[before.start : before.end][-1:].isdigit())
    if before is None and _LIST_NUMBER.match(spelled):
        return True
    return spelled.strip("(«“\"'[.").lower() in ABBREVIATIONS
