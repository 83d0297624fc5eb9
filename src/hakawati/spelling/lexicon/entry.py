"""What a lexicon holds."""

import re
from dataclasses import dataclass
from functools import cache

from hakawati.script.letters import bare

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

PLACE = "_"
"""Where the word itself stands in a context: `غزوة _`, `_ بن`."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`word` is said as `spoken`; with a `context` only where the words of that stand around it."""

    word: str
    spoken: str
    context: str = ""

    def stands_in(self, before: str, behind: str) -> bool:
        """Whether the words around are those of the context, marks aside; `before` and `behind` are text."""
        if not self.context:
            return True
        first, _, last = (part.split() for part in bare(self.context).partition(PLACE))
        led = not first or words_around(before)[-len(first) :] == first
        return led and words_around(behind)[: len(last)] == last


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries in the order they were written; of two for one word the later wins, and one with a context before all."""

    entries: tuple[Entry, ...] = ()

    def of(self, word: str) -> tuple[Entry, ...]:
        """The entries for a word, marks aside, in the order they are to be tried."""
        return _index(self.entries).get(bare(word), ())

    def among(self, words: frozenset[str]) -> "Lexicon":
        """What of it is for one of `words` (bare): all that can shape a text of these words."""
        if not self.entries:
            return self
        return Lexicon(tuple(entry for entry in self.entries if bare(entry.word) in words))


EMPTY = Lexicon()


def words_around(text: str) -> list[str]:
    """The words of a text without marks and punctuation."""
    return _WORD.findall(bare(text))


@cache
def _index(entries: tuple[Entry, ...]) -> dict[str, tuple[Entry, ...]]:
    index: dict[str, tuple[Entry, ...]] = {}
    for entry in entries:
        word = bare(entry.word)
        index[word] = (entry, *index.get(word, ()))
    return {word: tuple(sorted(found, key=lambda entry: not entry.context)) for word, found in index.items()}
