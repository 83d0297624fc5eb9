"""One word, many spellings: plain, careless, or as the mushaf itself writes it.

The mushaf's own spelling leaves out many an alif («العلمين» for «العالمين») and writes others as «و» or «ى» («الصلوة»).
Writers paste it, write plainly, or mix both («السموات»), and few tell apart the seats of hamza.
"""

import unicodedata
from functools import lru_cache

from hakawati.script.letters import bare

DAGGER_ALIF = "\u0670"

_ONE_LETTER = str.maketrans("أإآٱىیکةؤئھہ", "ااااييكهويهه", "ء\u200c\u200d\u200e\u200f")
_CONJUNCTIONS = ("و", "ف")
_JOINED = (*_CONJUNCTIONS, "ب", "ل")
"""Particles written as one with the word behind them."""


@lru_cache(maxsize=1 << 15)
def letters(word: str) -> str:
    """The letters of `word` with those made one that writers mix up: forms of alif, seats of hamza, ى/ي, ة/ه."""
    if any("\ufb50" <= character <= "\ufefc" for character in word):
        word = unicodedata.normalize("NFKC", word)
    return bare(word).translate(_ONE_LETTER)


@lru_cache(maxsize=1 << 15)
def skeleton(spelled: str) -> str:
    """`spelled`, which are `letters`, without its inner alifs: where spellings meet."""
    return spelled[:1] + spelled[1:].replace("ا", "")


def with_alifs(word: str) -> str:
    """The letters of `word`, its dagger alifs written out («هاذا»): the most letters it is ever written with."""
    return letters(word.replace(DAGGER_ALIF, "ا"))


def differ_in_front(one: str, other: str) -> bool:
    """Whether two words' letters differ by a particle written as one with the word, nothing else («وإذ», «إذ»)."""
    if one[:1] in _JOINED and one[1:] == other:
        return len(other) > 1
    if other[:1] in _JOINED and other[1:] == one:
        return len(one) > 1
    return one[:1] in _CONJUNCTIONS and other[:1] in _CONJUNCTIONS and one[1:] == other[1:]


def near(one: str, other: str) -> bool:
    """Whether two words' letters differ by a slip of the pen: a joined particle, or few of many letters in a place."""
    shorter, longer = sorted((len(one), len(other)))
    changed = max(_changed(one, other))
    few = (changed <= 1 and shorter >= 4) or (changed <= 2 and shorter >= 6 and longer >= 7)
    return few or differ_in_front(one, other)


def _changed(one: str, other: str) -> tuple[int, int]:
    """How many letters of each word are left between what both begin and end with."""
    most = min(len(one), len(other))
    begin = 0
    while begin < most and one[begin] == other[begin]:
        begin += 1
    end = 0
    while end < most - begin and one[-1 - end] == other[-1 - end]:
        end += 1
    return len(one) - begin - end, len(other) - begin - end


def is_within(few: str, many: str) -> bool:
    """Whether the letters of `few` stand in `many` in this order."""
    waiting = iter(many)
    return all(letter in waiting for letter in few)
