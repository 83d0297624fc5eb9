"""Where sentences and clauses end, in every language of `abbreviations`, in Arabic and in its neighbours.

A sentence ends after . ؟ ? ! … (and what closes a quotation behind it), but not after an abbreviation, an initial,
a German ordinal, the number of a list, before a small letter, or inside a short parenthesis or quotation. A clause ends
after ؛ ، : , ; (docs/decisions/0010-sentence-ends.md says why no library does this.)
"""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum

from hakawati.script.abbreviations import (
    BEFORE_A_GERMAN_ORDINAL,
    BEFORE_A_NUMBER,
    DAYS_AND_MONTHS,
    ERAS,
    MAYBE_LAST,
    NEVER_LAST,
    OPENERS,
)
from hakawati.script.enclosures import asides
from hakawati.script.letters import SIGNS
from hakawati.script.words import Word

FULL_STOPS = frozenset(".؟?!…۔。！？")
CLAUSE_MARKS = frozenset("؛،:,;—–")

_LEADING_SIGNS = re.compile(r"^[^\w]+")
_DOTTED_LETTERS = re.compile(rf"(?:[^\W\d_{SIGNS}]\u0640?\.-?)+\Z")
"""«د.», «أ.د.», "J.", "U.S.", "J.-C.": single letters, each with its dot. A sign such as ﷺ is a whole formula."""

_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}|[a-z])[.)]+\Z", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}\.\Z")
_NUMBER = re.compile(r"\d|[IVXLCDM]{2,}\b|[VX]\b")
_BEGINS_SMALL = re.compile(r"[^\W\d_][A-Z]|[a-z]\)")
"""iPhone: the capital comes second; b): the letter of a list."""
_ELIDED = re.compile(r"\A[^\W\d_]{1,4}['’](?=\w)")
"""«l'avv.», «d’oct.»"""


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
    word = _bare(text, following)
    return word[:1].islower() and not _BEGINS_SMALL.match(word)


def _bare(text: str, word: Word) -> str:
    """The word without the signs before it, its own dots kept."""
    return _LEADING_SIGNS.sub("", text[word.start : word.end])


def _abbreviates(text: str, before: Word | None, word: Word, following: Word | None) -> bool:
    spelled = _bare(text, word)
    if not spelled.endswith(".") or following is None:
        return False
    if before is None and _LIST_NUMBER.match(spelled):
        return True
    earlier, later = _bare(text, before) if before else "", _bare(text, following)
    if _ORDINAL.match(spelled):
        return _is_german_ordinal(earlier, later)
    plain = _ELIDED.sub("", spelled[:-1].lower())
    if plain in NEVER_LAST or earlier.lower() + plain in NEVER_LAST:
        return True
    if _DOTTED_LETTERS.match(spelled):
        return not (_opens_sentence(later) or _is_era(earlier, spelled, later))
    return _is_listed(plain, later)


def _is_listed(plain: str, later: str) -> bool:
    if plain in BEFORE_A_NUMBER or plain.endswith("str"):
        return bool(_NUMBER.match(later))
    return plain in MAYBE_LAST and not _opens_sentence(later)


def _opens_sentence(later: str) -> bool:
    return later.rstrip(",:;…").lower() in OPENERS


def _is_era(earlier: str, spelled: str, later: str) -> bool:
    """«622 م.», "5 p.m.": the era or the hour closes the sentence it dates; "in 1920 J. Smith" is a name."""
    if not earlier[-1:].isdigit() or _plain(later) in DAYS_AND_MONTHS:
        return False
    return spelled[:-1].lower() in ERAS or not (spelled[0].isupper() or _LATIN_LETTER.match(spelled))


def _is_german_ordinal(earlier: str, later: str) -> bool:
    """«am 3. Mai», «der 2. Weltkrieg»."""
    if _plain(later) in DAYS_AND_MONTHS:
        return True
    return earlier.lower() in BEFORE_A_GERMAN_ORDINAL and later[:1].isupper() and not _opens_sentence(later)


def _plain(word: str) -> str:
    return word.rstrip(".,;:!?)”’\"'»").lower()
