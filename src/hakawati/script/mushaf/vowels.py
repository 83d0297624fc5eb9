"""Vowels as a writer sets them beside those of the mushaf.

Few writers set all of them, and each in his own manner: sukun or none, shadda for an assimilation or none, tanween
before its alif or on it. What counts is a short vowel where the mushaf has another one.
"""

import re
from typing import NamedTuple

from hakawati.script.letters import is_mark
from hakawati.script.mushaf.spelling import DAGGER_ALIF, letters
from hakawati.script.mushaf.text import MushafWord

_VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650")
_SUKUN = "\u0652"
_ANY = re.compile("[\u064b-\u0650\u0652\u0656\u0657\u065e\u08f0-\u08f2]")
_FATHATAN = "\u064b"
_OPEN_TANWEEN = str.maketrans("\u08f0\u08f1\u08f2\u0657\u065e\u0656", "\u064b\u064c\u064d\u064c\u064b\u064d")
_CARRIERS = "اىٱ"
"""Letters that carry a tanween written on them, or the vowel of a hamza that is not said inside a sentence."""


class Lettered(NamedTuple):
    letter: str
    marks: str


def lettered(word: str) -> list[Lettered]:
    """Each letter of `word` with its marks; a tanween on the alif behind its letter is the letter's."""
    found: list[Lettered] = []
    for character in word.translate(_OPEN_TANWEEN):
        if character == "\u0640":
            continue
        if found and is_mark(character):
            found[-1] = Lettered(found[-1].letter, found[-1].marks + character)
        else:
            found.append(Lettered(character, ""))
    if len(found) > 1 and found[-1].letter in _CARRIERS and _FATHATAN in found[-1].marks:
        found[-2] = Lettered(found[-2].letter, found[-2].marks + _FATHATAN)
        found[-1] = Lettered(found[-1].letter, "")
    return found


def differ(written: str, meant: MushafWord) -> bool:
    """Whether `written`, a spelling of `meant`, has a vowel where the mushaf has another one or none."""
    if not _ANY.search(written):
        return False
    ours = lettered(written)
    theirs = [lettered(spelling) for spelling in (meant.plain, meant.uthmani) if letters(written) == letters(spelling)]
    comparable = [one for one in theirs if len(one) == len(ours)]
    return bool(comparable) and all(_any_contradicts(ours, one) for one in comparable)


def _any_contradicts(ours: list[Lettered], theirs: list[Lettered]) -> bool:
    last = len(ours) - 1
    return any(
        _contradict(one, other, last=at == last) for at, (one, other) in enumerate(zip(ours, theirs, strict=True))
    )


def _contradict(ours: Lettered, theirs: Lettered, *, last: bool) -> bool:
    vowel, meant = set(ours.marks) & _VOWELS, set(theirs.marks) & _VOWELS
    if vowel:
        silent = not meant and (theirs.letter in "اىٱويآ" or DAGGER_ALIF in theirs.marks)
        return vowel != meant and not silent
    return _SUKUN in ours.marks and bool(meant) and not last
