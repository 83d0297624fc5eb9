"""What is known of a word as a name: its vowels, and which endings its case leaves open."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from hakawati.script.letters import bare
from hakawati.spelling.arabic.clitics import Parted, parted
from hakawati.spelling.arabic.names import persons, places
from hakawati.spelling.arabic.vowel_model import Guess
from hakawati.spelling.letters import (
    DAMMA,
    DAMMATAN,
    FATHA,
    FATHATAN,
    KASRA,
    KASRATAN,
    SHORT_VOWELS,
    SUKUN,
    MarkedLetter,
    marked_letters,
)

_SON = "بن"
_SONS = frozenset((_SON, "ابن", "بنت", "ابنة"))
_FATHERS = {"أبو": f"أ{FATHA}ب{DAMMA}و", "أبا": f"أ{FATHA}ب{FATHA}ا", "أبي": f"أ{FATHA}ب{KASRA}ي"}
_GOVERNING = _SONS | frozenset(("أبو", "أبا", "أبي", "أم", "بنو", "بني", "آل", "غزوة", "يوم", "معركة"))
_SERVANT, _GOD = "عبد", "الله"
_VOCATIVE = "يا"
_MY_FATHER = "أبي"
"""Only before «بن» a name, Ubayy."""
_HALF_SILENT = "عمرو"


class Declined(NamedTuple):
    """A name's vowels, its last letter's case left out; `endings` are what that letter may bear by itself."""

    letters: tuple[MarkedLetter, ...]
    endings: frozenset[str]
    genitive: str
    tanween: bool
    sure: bool


class Known(NamedTuple):
    """For each letter of a word its marks, None where they are open; `endings` are those of the last open one."""

    marks: tuple[str | None, ...]
    endings: frozenset[str]


def known(words: Sequence[str], at: int) -> Known | None:
    """What is known of `words[at]` (all without marks) in its neighbourhood; None if it is not certainly a name."""
    word = words[at]
    before = words[at - 1] if at else ""
    behind = words[at + 1] if at + 1 < len(words) else ""
    linked = _of_link(words, at, before, behind)
    if linked:
        return linked
    for parting in parted(word):
        stem = f"ال{parting.stem}" if parting.article else parting.stem
        found = _names().get(stem)
        if found and (found.sure or _beside_names(stem, before, behind)):
            return _declined(found, parting, before, behind)
        found = _names().get(stem[:-1]) if stem.endswith("ا") else None
        if found and found.tanween and (found.sure or _beside_names(stem[:-1], before, behind)):
            *marks, last = _marks(found, parting)
            return Known((*marks, last + FATHATAN, ""), frozenset())
    return None


def _marks(name: Declined, parting: Parted) -> list[str]:
    """The marks of a name with its particles; behind «ل» the article has lost its alif."""
    marks = [letter.marks for letter in name.letters]
    return [*parting.vowels(), *(marks[1:] if parting.article == "ل" else marks)]


def agreeing(name: Known, word: str, ending: str) -> Known:
    """«بن» stands in the case of the name before it, which ends in the vowel `ending`; any other word as it is."""
    if word != _SON or name.marks[-1] is not None or ending not in SHORT_VOWELS:
        return name
    # a name that takes no tanween ends in a fatha in the genitive too
    return name._replace(endings=frozenset((FATHA, KASRA)) if ending == FATHA else frozenset((ending,)))


def limited(guesses: Sequence[Sequence[Guess]], name: Known) -> list[Sequence[Guess]]:
    """The model's guesses for the letters of a word, with what is known in their place."""
    return [
        [Guess(marks, 1.0)] if marks is not None else _open(guess, name.endings)
        for guess, marks in zip(guesses, name.marks, strict=True)
    ]


def _open(guesses: Sequence[Guess], endings: frozenset[str]) -> list[Guess]:
    """The guesses whose marks the case may have; if there are none, one that it may have, for want of better."""
    possible = {frozenset(ending): ending for ending in sorted(endings)}
    if len(possible) == 1:
        return [Guess(next(iter(endings)), 1.0)]
    marked = [(frozenset(guess.marks), guess.chance) for guess in guesses]
    return [Guess(possible[marks], chance) for marks, chance in marked if marks in possible] or [
        Guess(min(endings), 1 / len(endings))
    ]


def is_name(word: str) -> bool:
    """Whether the letters are a name's, whatever else they may be."""
    return any(parting.stem in _names() or f"ال{parting.stem}" in _names() for parting in parted(word))


def _declined(name: Declined, parting: Parted, before: str, behind: str) -> Known:
    *whole, last = _marks(name, parting)
    if not name.endings:
        return Known((*whole, last), frozenset())
    genitive = before in _GOVERNING or parting.governs or before == _SERVANT
    endings = _endings(name, behind, vocative=before == _VOCATIVE)
    if genitive:
        endings &= frozenset((name.genitive, KASRATAN if name.genitive == KASRA else name.genitive))
    if len(endings) == 1:
        return Known((*whole, last + next(iter(endings))), frozenset())
    return Known((*whole, None), frozenset(last + ending for ending in endings))


def _endings(name: Declined, behind: str, *, vocative: bool) -> frozenset[str]:
    if vocative and name.tanween:
        return frozenset((DAMMA,))
    if not name.tanween or behind in ("بن", "ابن", "بنت"):
        return name.endings
    return frozenset((DAMMATAN, KASRATAN))


def _of_link(words: Sequence[str], at: int, before: str, behind: str) -> Known | None:
    """The words that join names: بن, أبو, عبد, and the name whose waw is not said."""
    word = words[at]
    if word == _SON and (is_name(before) or before in (_GOD, _HALF_SILENT)) and behind:
        return Known((SUKUN, KASRA if _in_genitive(words, at) else None), SHORT_VOWELS)
    if word in _FATHERS and (is_name(behind) or behind.startswith("عبد")):
        return Known(tuple(letter.marks for letter in marked_letters(_FATHERS[word])), frozenset())
    if word == _HALF_SILENT:
        vowels = SHORT_VOWELS if behind == _SON else frozenset((DAMMATAN, KASRATAN))
        genitive = frozenset((KASRA, KASRATAN))
        return Known((FATHA, SUKUN, None, ""), vowels & genitive if before in _GOVERNING else vowels)
    return None


def _in_genitive(words: Sequence[str], at: int) -> bool:
    """Whether the name before «بن» stands behind a «بن» itself: then this one is in the genitive."""
    for back in range(at - 1, max(at - 5, -1), -1):
        if words[back] in _SONS or (words[back] == _MY_FATHER and back < at - 1):
            return True
        if not (is_name(words[back]) or words[back] in (_SERVANT, _GOD)):
            return False
    return False


def _beside_names(stem: str, before: str, behind: str) -> bool:
    """Whether a neighbour links names or is one, so that letters that are an everyday word too are a name here."""
    if stem in _BATTLES:
        return before in places.BATTLE_WORDS
    if behind in ("بن", "ابن", "بنت"):
        return True
    if stem == _MY_FATHER:
        return False
    if before in _GOVERNING or before == _VOCATIVE:
        return True
    surely = (_names().get(neighbour) for neighbour in (before, behind))
    return any(name is not None and name.sure and name.genitive == KASRA for name in surely)


@cache
def _names() -> dict[str, Declined]:
    """By their letters."""
    alike = {bare(name) for name in persons.LIKE_WORDS | places.LIKE_WORDS | places.BATTLES}
    names: dict[str, Declined] = {}
    for stems, endings, genitive, tanween in (
        (persons.FIXED | places.FIXED, frozenset[str](), "", False),
        (persons.DIPTOTES | places.DIPTOTES, frozenset((DAMMA, FATHA)), FATHA, False),
        (persons.DEFINITE | places.DEFINITE, SHORT_VOWELS, KASRA, False),
        (persons.TRIPTOTES | places.TRIPTOTES, SHORT_VOWELS, KASRA, True),
        (persons.LIKE_WORDS | places.LIKE_WORDS | places.BATTLES, SHORT_VOWELS, KASRA, True),
    ):
        for stem in sorted(stems):
            letters = tuple(marked_letters(stem))
            names.setdefault(bare(stem), Declined(letters, endings, genitive, tanween, bare(stem) not in alike))
    return names


_BATTLES = frozenset(map(bare, places.BATTLES))
