"""A title broken into balanced lines and made as large as its place allows; shortened only where it must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise
from typing import NamedTuple
from unicodedata import category

from hakawati.publishing.cover.breaking import balanced, joined, words
from hakawati.publishing.cover.shaping import Lettering, Line, is_ignorable, shaped

ELLIPSIS = "…"
MOST_LINES = 12
NEAR = 0.92
"""Letters so near to the largest that fewer lines are worth more."""
BETWEEN, LEAST_PITCH = 0.1, 1.1
"""Ems: the least that is left between the ink of two lines, and between their baselines."""


class Place(NamedTuple):
    """Where text is to go: its width and height, the largest and the smallest letters, in pixels (of an em)."""

    width: float
    height: float
    largest: float
    smallest: float


@dataclass(frozen=True)
class Setting:
    """Lines in letters of `size` pixels to the em; `is_whole` unless the text was shortened."""

    lines: tuple[Line, ...]
    size: float
    is_whole: bool = True

    @cached_property
    def baselines(self) -> tuple[float, ...]:
        """In ems, below the top of the ink."""
        steps = (max(LEAST_PITCH, under.ink.top - above.ink.bottom + BETWEEN) for above, under in pairwise(self.lines))
        return tuple(accumulate(steps, initial=self.lines[0].ink.top))

    @property
    def height(self) -> float:
        """In pixels, from the top of the ink to its bottom."""
        return (self.baselines[-1] - self.lines[-1].ink.bottom) * self.size


def set_in(place: Place, text: str, lettering: Lettering) -> Setting:
    """`text` as large as it goes into `place`; with an ellipsis where even the smallest letters are too large."""
    whole = _largest(place, text, lettering)
    if whole.size >= place.smallest:
        return whole
    shorter = list(_shorter(text))
    low, high = 0, len(shorter) - 1
    while low < high:
        middle = (low + high) // 2
        if _largest(place, shorter[middle], lettering).size >= place.smallest:
            high = middle
        else:
            low = middle + 1
    cut = _largest(place, shorter[low], lettering)
    return Setting(cut.lines, cut.size, is_whole=False)


def _largest(place: Place, text: str, lettering: Lettering) -> Setting:
    """The breaking into the fewest lines whose letters come near to the largest possible."""
    pieces = words(text)
    widths = [shaped(word.text, lettering).advance for word in pieces]
    breakings = balanced(pieces, widths, shaped(" ", lettering).advance, MOST_LINES)
    settings = [_filling(place, lines, lettering) for lines in breakings]
    enough = NEAR * max(setting.size for setting in settings)
    return next(setting for setting in settings if setting.size >= enough)


def _filling(place: Place, lines: list[str], lettering: Lettering) -> Setting:
    """These lines as large as `place` allows."""
    setting = Setting(tuple(shaped(line, lettering) for line in lines), 1)
    widest = max(line.width for line in setting.lines)
    size = min(place.largest, place.width / max(widest, 0.01), place.height / max(setting.height, 0.01))
    return Setting(setting.lines, size)


def _shorter(text: str) -> Iterator[str]:
    """`text` with an ellipsis for more and more of its end: word by word, the first word then letter by letter."""
    pieces = words(text)
    for kept in range(len(pieces) - 1, 0, -1):
        yield joined(pieces[:kept]) + ELLIPSIS
    first = pieces[0].text
    for end in range(len(first) - 1, 0, -1):
        if not (category(first[end]).startswith("M") or is_ignorable(first[end])):
            yield first[:end] + ELLIPSIS
    yield ELLIPSIS
