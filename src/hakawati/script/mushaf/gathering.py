"""Both spellings of the mushaf gathered into one sequence of words."""

from array import array
from functools import cache

from hakawati.script.mushaf.spelling import letters, skeleton, with_alifs
from hakawati.script.mushaf.tanzil import PLAIN, UTHMANI, verses
from hakawati.script.mushaf.text import Mushaf, MushafWord, Place
from hakawati.script.vocabulary import listed

Spellings = tuple[str, str]
"""A word in plain and in Uthmani spelling; the latter is "" where it is not a word of its own there."""

CALLS = listed("يا ويا ها")
"""The mushaf writes them as one with the word that follows («يأيها»)."""


@cache
def mushaf() -> Mushaf:
    """The mushaf, read once. Raises HakawatiError if its text is not installed."""
    sequence: list[Spellings] = []
    places: list[Place] = []
    for plain, uthmani in zip(verses(PLAIN), verses(UTHMANI), strict=True):
        places.append(Place(plain.sura, plain.number, len(sequence)))
        sequence += _paired(plain.basmala.split(), uthmani.basmala.split())
        sequence += _paired(plain.text.split(), uthmani.text.split())
    return _indexed(sequence, places)


def _paired(plain: list[str], uthmani: list[str]) -> list[Spellings]:
    if len(plain) == len(uthmani):
        return list(zip(plain, uthmani, strict=True))
    pairs: list[Spellings] = []
    waiting = iter(uthmani)
    called = False
    for word in plain:
        calls = letters(word) in CALLS
        written = "" if calls else next(waiting, "")
        pairs.append((word, "" if called else written))
        called = calls
    # three verses write yet other words as one
    return pairs if next(waiting, None) is None else [(word, "") for word in plain]


def _indexed(sequence: list[Spellings], places: list[Place]) -> Mushaf:
    numbers: dict[Spellings, int] = {}
    vocabulary = array("H", (numbers.setdefault(word, len(numbers)) for word in sequence))
    words = [_word(*spellings) for spellings in numbers]
    group_of = _group_of(words)
    group = [group_of[skeleton(word.letters)] for word in words]
    groups = array("H", (group[number] for number in vocabulary))
    return Mushaf(
        words=tuple(words),
        vocabulary=vocabulary,
        groups=groups,
        group_of=group_of,
        postings=_postings(groups),
        places=tuple(places),
        starts=array("L", (place.start for place in places)),
        suras=(*(at for at, place in enumerate(places) if place.number == 1), len(places)),
    )


def _word(plain: str, uthmani: str) -> MushafWord:
    spelled = letters(plain)
    return MushafWord(plain, uthmani, spelled, letters(uthmani) if uthmani else spelled, with_alifs(plain))


def _group_of(words: list[MushafWord]) -> dict[str, int]:
    """Every skeleton's group: those of the plain spelling, and what the mushaf writes otherwise («الصلوة»)."""
    group_of: dict[str, int] = {}
    for word in words:
        group_of.setdefault(skeleton(word.letters), len(group_of))
    for word in words:
        group_of.setdefault(skeleton(word.fewest), group_of[skeleton(word.letters)])
    return group_of


def _postings(groups: "array[int]") -> tuple["array[int]", ...]:
    postings = [array("L") for _ in range(max(groups) + 1)]
    for position, group in enumerate(groups):
        postings[group].append(position)
    return tuple(postings)
