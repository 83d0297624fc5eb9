"""Some paragraphs of a script in a row, as one sequence of words in which each paragraph ends in an item of its own."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from hakawati.script.merging.layout import Layout
from hakawati.script.merging.words import Word, words

END = "\n"
"""What stands for the end of a paragraph where sequences are compared; no word is a line break."""


class Place(NamedTuple):
    """The number of a body in its layout, and of a word in the body; behind its last word the body ends."""

    body: int
    word: int


@dataclass(slots=True)
class Stretch:
    """`keys` is what is compared; for each of them its place, and the word there (None: a body's end)."""

    keys: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    words: list[Word | None] = field(default_factory=list)

    def word(self, at: int) -> Word | None:
        """The word at `at`, if there is one."""
        return self.words[at] if 0 <= at < len(self.words) else None

    def between(self, sides: tuple[int, int]) -> list[tuple[Place, Word]]:
        """The words from one index to another, with their places."""
        span = slice(*sides)
        return [(place, word) for place, word in zip(self.places[span], self.words[span], strict=True) if word]

    def said(self, sides: tuple[int, int]) -> str:
        """The words from one index to another as they read."""
        return said(word for _, word in self.between(sides))


def stretch(layout: Layout, bodies: Iterable[int]) -> Stretch:
    found = Stretch()
    for number in bodies:
        inside = words(layout.bodies[number])
        for index, word in enumerate(inside):
            # a point inside a word or number, such as 3.5, is another thing than one at its end
            after = inside[index + 1] if index + 1 < len(inside) else None
            inner = index > 0 and not word.gap and after is not None and not after.gap and after.text[0].isalnum()
            found.keys.append(f"{word.text}\n" if inner and not word.text[0].isalnum() else word.text)
            found.places.append(Place(number, index))
            found.words.append(word)
        found.keys.append(END)
        found.places.append(Place(number, len(inside)))
        found.words.append(None)
    return found


def said(words: Iterable[Word]) -> str:
    """Words as they read, line breaks as spaces."""
    return "".join(f"{' ' if word.gap else ''}{word.text}" for word in words).strip()
