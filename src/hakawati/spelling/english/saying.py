"""A rule as a pattern, and what is said for what it finds."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from hakawati.spelling.edits import Edit


def word_list(listed: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(listed.split())


class Said(NamedTuple):
    """What is said instead of what was found, shown to the editor with this confidence unless `noted` is false."""

    words: str
    confidence: float = 1.0
    noted: bool = True


Say = Callable[[re.Match[str]], Said | None]
"""Answers with nothing where the text is to stay as it is."""


def edits_by(pattern: re.Pattern[str], say: Say) -> Callable[[str], Iterator[Edit]]:
    """A rule's edits: what `say` answers for each place where `pattern` is found.

    If the pattern has a group `it`, only that is replaced; the rest of the pattern is context.
    """
    place = "it" if "it" in pattern.groupindex else 0

    def edits(text: str) -> Iterator[Edit]:
        for found in pattern.finditer(text):
            said = say(found)
            if said is not None and said.words != found[place]:
                yield Edit(*found.span(place), said.words, noted=said.noted, confidence=said.confidence)

    return edits


def alternatives(words: "dict[str, str] | dict[str, tuple[str, str]] | tuple[str, ...] | frozenset[str]") -> str:
    """A pattern for any of `words`, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


_LAST_WORD = re.compile(r"([^\W\d_][\w'’.-]*)[\s,]*$")
_REACH = 40
"""How far back the word before a place is looked for."""


def word_before(found: re.Match[str]) -> str:
    """The word before what was found, with its punctuation inside but not behind; empty if it is no word."""
    start = found.start("it") if "it" in found.re.groupindex else found.start()
    before = _LAST_WORD.search(found.string[max(0, start - _REACH) : start])
    return before[1] if before and not before[1].endswith(".") else ""


OPENERS = word_list(
    "A An And As At But By For From He Her His How I If In It Its My No Not On Or Our She So That The Their Then "
    "There These They This Those To Was We What When Where Who Why With You Your"
)
"""Capitalised, these begin a sentence; other capitalised words may as well go on with a name."""
_SENTENCE_END = re.compile(r"[\"”’')]*(?:$|\s+[\"“‘'(]*(?P<word>[A-Z][\w’']*))")


def ends_sentence(found: re.Match[str], *, before_any_capital: bool = False) -> bool:
    """Whether the sentence ends behind what was found: the text ends but for closing marks, or another one begins."""
    end = found.end("it") if "it" in found.re.groupindex else found.end()
    behind = _SENTENCE_END.match(found.string, end)
    return behind is not None and (before_any_capital or not behind["word"] or behind["word"] in OPENERS)
