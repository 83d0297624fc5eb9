"""Marks around words: ornate brackets, braces, quotation marks, parentheses."""

import re
from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from hakawati.script.mushaf.words import Word


class Marks(IntEnum):
    """What stands around words, by how much it says of them."""

    NONE = 0
    PARENTHESES = 1
    QUOTES = 2
    BRACES = 3
    ORNATE = 4
    """Nothing but verses stands in them."""


class Enclosure(NamedTuple):
    """`text[start:end]`, the marks included; `words` are those in it that are in no
    enclosure within it (ornate brackets keep theirs).
    """

    start: int
    end: int
    marks: Marks
    words: tuple[int, ...]


LONGEST = 4_000
"""Characters. What has not closed by then never will."""

_PAIRS = {
    "ornate": (r"﴿[^﴿﴾]{1,%d}﴾|﴾[^﴿﴾]{1,%d}﴿", Marks.ORNATE),
    "braces": (r"\{{1,2}[^{}]{1,%d}\}{1,2}", Marks.BRACES),
    "guillemets": (r"«{1,2}[^«»]{1,%d}»{1,2}|‹[^‹›]{1,%d}›", Marks.QUOTES),
    "curved": (r"“[^“”]{1,%d}”|”[^“”]{1,%d}“|„[^“”„]{1,%d}[“”]|‘[^‘’]{1,%d}’(?!\w)", Marks.QUOTES),
    "straight": (r"\"[^\"]{1,%d}\"", Marks.QUOTES),
    "square": (r"\[[^\[\]]{1,%d}\]", Marks.PARENTHESES),
    "round": (r"\({1,2}[^()]{1,%d}\){1,2}", Marks.PARENTHESES),
}
_ENCLOSED = tuple((re.compile(pattern.replace("%d", str(LONGEST))), marks) for pattern, marks in _PAIRS.values())


def enclosures(text: str, words: Sequence[Word]) -> list[Enclosure]:
    """The enclosures of `text` that have words; the first one holds what is in none."""
    spans = sorted(
        ((*match.span(), marks) for pattern, marks in _ENCLOSED for match in pattern.finditer(text)),
        key=lambda span: (span[0], -span[1]),
    )
    spans = [(0, len(text), Marks.NONE), *spans]
    if len(spans) == 1:
        return [Enclosure(*spans[0], tuple(range(len(words))))]
    inside: list[list[int]] = [[] for _ in spans]
    opened, waiting = [0], 1
    for number, word in enumerate(words):
        while waiting < len(spans) and spans[waiting][0] <= word.start:
            opened.append(waiting)
            waiting += 1
        opened = [at for at in opened if not at or spans[at][1] > word.start]
        ornate = [at for at in opened if spans[at][2] is Marks.ORNATE]
        inside[ornate[0] if ornate else opened[-1]].append(number)
    return [Enclosure(*span, tuple(held)) for span, held in zip(spans, inside, strict=True) if held or not span[2]]
