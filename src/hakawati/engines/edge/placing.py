"""Where the words that the service names as it says them stand in the text it was given.

It may give them back normalised: without vowel marks, composed otherwise, in other letter case, a number in words. So
both are compared by their letters alone, always forward; a word that is not found near by has no place.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Self

TATWEEL = "\u0640"

LEAP = 40
"""Letters that may stand between two words found one after the other, once more for each word not found between them:
so one odd word never tears the rest along to a like word far below."""


class Word(NamedTuple):
    """A word as it is said: `ticks` of 100 ns from the begin of the sound, and how many it lasts."""

    text: str
    ticks: int
    duration: int


class Placed(NamedTuple):
    """A word with its offsets into the text."""

    start: int
    end: int
    word: Word


def placed(words: Iterable[Word], text: str) -> Iterator[Placed]:
    """Those of the `words` that stand in the text, in its order, none overlapping another."""
    letters = _Letters.of(text)
    reached, lost = 0, 0
    for word in words:
        sought = _Letters.of(word.text).folded
        found = letters.find(sought, reached, LEAP * (1 + lost)) if sought else None
        if found is None:
            lost += 1
            continue
        reached, lost = found + len(sought), 0
        yield Placed(letters.offsets[found], _behind_marks(text, letters.offsets[reached - 1] + 1), word)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a text, folded; of each the offset it comes from, and the number of its word."""

    folded: str
    offsets: tuple[int, ...]
    words: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Self:
        found: list[tuple[str, int, int]] = []
        word = 0
        for offset, character in enumerate(text):
            if character == TATWEEL or unicodedata.combining(character):
                continue
            parts = [part for part in unicodedata.normalize("NFKD", character).casefold() if part.isalnum()]
            word += not parts
            found += [(part, offset, word) for part in parts]
        return cls(
            "".join(part for part, _, _ in found),
            tuple(offset for _, offset, _ in found),
            tuple(word for _, _, word in found),
        )

    def find(self, sought: str, reached: int, leap: int) -> int | None:
        """Right at `reached`, as in a script without spaces, or as whole words not far behind."""
        end = reached + leap + len(sought)
        at = self.folded.find(sought, reached, end)
        while at > reached and not self._whole(at, at + len(sought)):
            at = self.folded.find(sought, at + 1, end)
        return None if at < 0 else at

    def _whole(self, start: int, end: int) -> bool:
        begins = self.words[start - 1] != self.words[start]
        return begins and (end == len(self.words) or self.words[end - 1] != self.words[end])


def _behind_marks(text: str, end: int) -> int:
    """The vowel marks on a word's last letter belong to it."""
    while end < len(text) and (unicodedata.combining(text[end]) or text[end] == TATWEEL):
        end += 1
    return end
