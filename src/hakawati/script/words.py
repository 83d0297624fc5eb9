"""A text as words: what may be parted by a cut, and what may not.

A word is what stands between white space, with two corrections: writers forget the space after a mark («الثقوب،ثم»),
and punctuation with white space around it («الصديق .») belongs to the word before it, for it cannot be said alone.

Words are found from the characters alone, never from how much white space parts them. So cutting a text into segments,
writing them with one space between and cutting again finds the same words, and hence the same segments: on this
the round trip of the script file rests.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.script.letters import ARABIC, is_mark, is_said, speakable

GAP = 2
"""What the white space between two words counts for in a width: more than the usual one space, for texts copied out
of editors have double ones, and a width must not depend on it."""

_FORGOTTEN_SPACE = re.compile(
    r"(?:"
    r"[؟؛،…۔。！？]+[»”’\"')\]]*(?=[^\W\d_])"  # marks that are never part of a word
    rf"|[!?;,:]+[»”’\"')\]]*(?=[{ARABIC}])"  # those that are, in addresses and the like
    rf"|(?<=[{ARABIC}]{{2}})\.(?=[{ARABIC}]{{2}})"  # but not «أ.د.»
    r")"
)


class Word(NamedTuple):
    """`text[start:end]`, the punctuation from `tail` on. `width` is its length, inner gaps counting `GAP`."""

    start: int
    tail: int
    end: int
    width: int


def words(text: str, limit: int) -> Iterator[Word]:
    """The words of `text`, in order; together they hold every character but white space.

    Letters and digits beyond `limit` characters without white space are cut between letters, never between a letter
    and its marks. A text without any letter or digit has no words.
    """
    held: Word | None = None
    said = False
    for start, end in _stretches(text, limit):
        tail = _tail(text, start, end)
        speaks = speakable(text[start:tail])
        if held and said and speaks:
            yield held
            held = None
        if held:
            held = Word(held.start, tail if speaks else held.tail, end, held.width + GAP + end - start)
        else:
            held = Word(start, tail, end, end - start)
        said = speaks or (said and held.start != start)
    if held and said:
        yield held


def _stretches(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """What stands between white space, parted where a space was forgotten and where it is too long."""
    for match in re.finditer(r"\S+", text):
        at = match.start()
        for forgotten in _FORGOTTEN_SPACE.finditer(text, *match.span()):
            yield from _chopped(text, at, forgotten.end(), limit)
            at = forgotten.end()
        yield from _chopped(text, at, match.end(), limit)


def _chopped(text: str, start: int, end: int, limit: int) -> Iterator[tuple[int, int]]:
    while end - start > limit:
        at = start + limit
        while at > start and is_mark(text[at]):
            at -= 1
        at = at if at > start else start + limit
        yield start, at
        start = at
    yield start, end


def _tail(text: str, start: int, end: int) -> int:
    """Where the punctuation at the end of `text[start:end]` begins."""
    while end > start and not (is_said(text[end - 1]) or is_mark(text[end - 1])):
        end -= 1
    return end
