"""A text cut at every place where a line may be broken, and what kind of place each is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from unicodedata import category, east_asian_width

LINE = 42
"""Characters of a line at most, a wide one (Chinese, Japanese, Korean) counted twice."""
PART = LINE - 2
"""Characters of a word's part at most: a right-to-left line may need two invisible ones beside it."""

SHORT = 3
"""Letters of a short word at most."""


class Break(IntEnum):
    """How well a line ends after a piece, from badly to well."""

    NONE = 0
    """Inside a word, or before the punctuation that belongs to it: only where nothing else is left."""
    SHORT_WORD = 1
    """A short word, such as "the" or «من», mostly belongs to the next."""
    WORD = 2
    RUN = 3
    """The next words are in another role, or another speaker's."""
    CLAUSE = 4
    SENTENCE = 5
    PARAGRAPH = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """`start` and `end` are offsets into the text; `spaced` tells whether white space stands before it."""

    start: int
    end: int
    text: str
    spaced: bool
    after: Break


# A space that must not be broken at is part of its word; a control character is no part of any.
_WORDS = re.compile(r"(?:[^\s\x00-\x1f\x7f-\x9f]|[\u00a0\u2007\u202f])+")
_OPENING = frozenset({"Ps", "Pi"})
_CLOSING = "»”’\"'›)]}﴾﴿」』）】》〉"
_SENTENCE_ENDS = tuple(".!?…؟۔。！？।॥")
_CLAUSE_ENDS = tuple(",;:،؛、，；：–—")
# Scripts written without spaces: Thai and Lao, Tibetan, Burmese, Khmer, kana, Han and their full-width signs.
_UNSPACED = (
    (0x0E01, 0x0FFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x2E80, 0xA4CF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
_UNSPACED_STARTS = [first for first, _ in _UNSPACED]
_LEADING_VOWELS = frozenset("เแโใไເແໂໃໄ")
_FOLLOWING_VOWELS = frozenset("ะาำๅๆະາຳໆ" + "々ーぁぃぅぇぉっゃゅょァィゥェォッャュョ")


def pieces(text: str) -> Iterator[Piece]:
    """All of `text` but its white space and control characters, in order."""
    for word in _WORDS.finditer(text):
        cuts = [0, *_cuts(word[0]), len(word[0])]
        for begin, end in pairwise(cuts):
            part = word[0][begin:end]
            after = _inside(part, word[0][end]) if end < len(word[0]) else _after(part, _WORDS.search(text, word.end()))
            yield Piece(word.start() + begin, word.start() + end, part, begin == 0 and word.start() > 0, after)


def width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _cuts(word: str) -> Iterator[int]:
    """Where a word is cut: anywhere in a script without spaces, else only where it is longer than a line."""
    held = width(word[:1])
    for place in range(1, len(word)):
        if _may_be_cut(word[place - 1], word[place]) or held + width(_cluster(word, place)) > PART:
            yield place
            held = 0
        held += width(word[place])


def _cluster(word: str, place: int) -> str:
    """The character at `place` with the marks on it, which it is not parted from; a mark alone, if it is one."""
    end = place + 1
    while end < len(word) and _is_mark(word[end]) and not _is_mark(word[place]):
        end += 1
    return word[place:end]


def _may_be_cut(before: str, after: str) -> bool:
    return (_is_unspaced(before) or _is_unspaced(after)) and not _belong_together(before, after)


def _belong_together(before: str, after: str) -> bool:
    """Marks stay with their letter, closing signs with what they close, opening ones with what they open."""
    if before in _LEADING_VOWELS or after in _FOLLOWING_VOWELS:
        return True
    return _is_mark(after) or category(after) in {"Pe", "Pf", "Po"} or category(before) in _OPENING


def _is_mark(character: str) -> bool:
    return category(character)[0] == "M" or category(character) == "Cf"


def _is_unspaced(character: str) -> bool:
    place = bisect_right(_UNSPACED_STARTS, ord(character)) - 1
    return place >= 0 and ord(character) <= _UNSPACED[place][1]


def leans_back(word: str) -> bool:
    """Whether `word` is a dash, a stop or a closing sign standing alone: it belongs to the words before."""
    return not any(map(str.isalnum, word)) and category(word[0]) not in _OPENING


def _after(part: str, following: re.Match[str] | None) -> Break:
    """After the last piece of a word."""
    if category(part[-1]) in _OPENING or (following and leans_back(following[0])):
        return Break.NONE
    short = sum(map(str.isalpha, part)) <= SHORT and not _is_unspaced(part[-1])
    return _by_punctuation(part, Break.SHORT_WORD if short else Break.WORD)


def _inside(part: str, following: str) -> Break:
    """Within a word."""
    return _by_punctuation(part, Break.WORD) if _may_be_cut(part[-1], following) else Break.NONE


def _by_punctuation(part: str, otherwise: Break) -> Break:
    said = part.rstrip(_CLOSING)
    if said.endswith(_SENTENCE_ENDS):
        return Break.SENTENCE
    return Break.CLAUSE if said.endswith(_CLAUSE_ENDS) else otherwise
