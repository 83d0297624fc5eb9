"""One word's vowels: what the author wrote, what the model answered, and what may be added to the first."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from hakawati.spelling.arabic.vowel_model import Guess
from hakawati.spelling.letters import (
    DAMMA,
    DAMMATAN,
    FATHA,
    FATHATAN,
    HAMZA_ABOVE,
    HAMZA_BELOW,
    KASRA,
    KASRATAN,
    SHADDA,
    SILENCED,
    SUKUN,
    TANWIN,
    UTHMANI_VOWELS,
    VOWELS,
    MarkedLetter,
)

_SETTLING = VOWELS | UTHMANI_VOWELS | SILENCED
"""A letter with one of these says already how it is read."""

_NEVER_VOWELLED = frozenset("آٱ")
"""Alif with madda has its vowel in it, alif wasla has none."""
_ALIFS = frozenset("اىآٱ")
_BY_SEAT = {"إ": (frozenset((KASRA,)), KASRA), "أ": (VOWELS - {KASRA, KASRATAN}, FATHA)}
"""What a hamza on alif can bear by where it sits, and what it most often does."""
_HAMZAS = frozenset((HAMZA_ABOVE, HAMZA_BELOW))
_BARE_ALIF = "ا"
_LENGTHENED_BY = {"و": frozenset((DAMMA, DAMMATAN)), "ي": frozenset((KASRA, KASRATAN))}


@dataclass(frozen=True, slots=True)
class Insertion:
    """Marks to put into a text at the offset `at`, behind the letter they belong to."""

    at: int
    marks: str


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the model would write on one letter: shadda or none, and one vowel mark or none."""

    shadda: bool
    vowel: str


def is_vowelled(word: Sequence[MarkedLetter]) -> bool:
    """Whether the author vowelled `word` throughout: every letter that can bear a mark does, long vowels aside."""
    return all(_is_settled(word, at) for at in range(len(word)))


def last_vowel(word: Sequence[MarkedLetter]) -> str:
    """The vowel mark of the last letter, "" if it has none."""
    return next((mark for mark in word[-1].marks if mark in VOWELS), "") if word else ""


def _is_settled(word: Sequence[MarkedLetter], at: int) -> bool:
    letter = word[at]
    if not _SETTLING.isdisjoint(letter.marks) or letter.letter in _ALIFS:
        return True
    if letter.letter == "ل" and at + 1 < len(word) and SHADDA in word[at + 1].marks and not letter.marks:
        return True
    return at > 0 and not _LENGTHENED_BY.get(letter.letter, frozenset()).isdisjoint(word[at - 1].marks)


def additions(author: Sequence[MarkedLetter], model: Sequence[MarkedLetter]) -> tuple[list[Insertion], bool]:
    """What to insert into the author's word so that it reads as the model's, and whether the two contradict each other.

    Both have the same letters. An author's mark always stands; where the author's marks show another form of the word
    than the model took it for, its tanwin and its closing sukun are not believed.
    """
    pairs = zip(author, model, strict=True)
    guesses = _seated([_guess(ours, theirs, first=ours is author[0]) for ours, theirs in pairs], author)
    contradicted = any(
        _contradicts(at, ours, guess) for at, (ours, guess) in enumerate(zip(author, guesses, strict=True))
    )
    insertions = []
    for ours, guess in zip(author, guesses, strict=True):
        believed = not contradicted or not _is_doubtful_ending(guess, last=ours is author[-1])
        if believed and (marks := _missing(ours, guess)):
            insertions.append(Insertion(ours.end, marks))
    return insertions, contradicted


def read_as(author: Sequence[MarkedLetter], guesses: Sequence[Sequence[Guess]]) -> tuple[list[MarkedLetter], float]:
    """The author's word with the model's marks, of each letter's guesses the likeliest that the author's marks allow;
    and how likely all of them are together, letters that the author settled aside.
    """
    model, chance = [], 1.0
    for ours, likely in zip(author, guesses, strict=True):
        best = next((guess for guess in likely if _allows(ours, guess.marks)), likely[0])
        seat = "".join(mark for mark in best.marks if mark in _HAMZAS)
        letter = unicodedata.normalize("NFC", unicodedata.normalize("NFD", ours.letter)[0] + seat)[0]
        model.append(MarkedLetter(letter, best.marks, ours.end))
        if _SETTLING.isdisjoint(ours.marks):
            chance *= best.chance
    return model, chance


def _allows(ours: MarkedLetter, marks: str) -> bool:
    """Whether the letter the author wrote can have the marks: his hamza, vowel and shadda are among them."""
    seat = unicodedata.normalize("NFD", ours.letter)[1:]
    if seat in _HAMZAS and seat not in marks:
        return False
    if SHADDA in ours.marks and SHADDA not in marks:
        return False
    written = [mark for mark in ours.marks if mark in VOWELS]
    return not written or any(mark in marks for mark in written)


def _guess(ours: MarkedLetter, theirs: MarkedLetter, *, first: bool) -> _Marks:
    """The model's marks on a letter made into what one letter can bear."""
    if ours.letter in _NEVER_VOWELLED:
        return _Marks(shadda=False, vowel="")
    shadda = SHADDA in theirs.marks
    vowel = next((mark for mark in theirs.marks if mark in VOWELS), "")
    if shadda and vowel == SUKUN:
        vowel = ""
    if vowel:
        vowel = _borne_by_alif(ours, theirs, vowel, first=first)
    return _Marks(shadda, vowel)


def _borne_by_alif(ours: MarkedLetter, theirs: MarkedLetter, vowel: str, *, first: bool) -> str:
    """`vowel` if the author's alif can bear it.

    A hamza's seat rules vowels out, and inside a word a bare alif is a long vowel unless the model read a hamza there.
    """
    possible, usual = _BY_SEAT.get(ours.letter, (VOWELS, vowel))
    if vowel not in possible:
        return usual
    lengthening = ours.letter == theirs.letter == _BARE_ALIF and not first
    return "" if lengthening and vowel != FATHATAN else vowel


def _seated(guesses: list[_Marks], author: Sequence[MarkedLetter]) -> list[_Marks]:
    """With the tanwin in -an where the author writes it: on the final alif, or (as we do) on the letter before."""
    if len(author) < 2 or author[-1].letter not in ("ا", "ى"):
        return guesses
    *front, before, last = guesses
    if FATHATAN in author[-1].marks:
        return [*front, _Marks(before.shadda, ""), _Marks(shadda=False, vowel=FATHATAN)]
    if last.vowel == FATHATAN:
        return [*front, _Marks(before.shadda, FATHATAN), _Marks(shadda=False, vowel="")]
    return guesses


def _contradicts(at: int, ours: MarkedLetter, guess: _Marks) -> bool:
    """Whether author and model set different vowels on a letter, or the author doubled what the model left single.

    A shadda on a word's first letter comes from the word before and says nothing.
    """
    if not guess.vowel:
        return False
    vowels = [mark for mark in ours.marks if mark in VOWELS]
    return (vowels != [] and guess.vowel not in vowels) or (at > 0 and SHADDA in ours.marks and not guess.shadda)


def _is_doubtful_ending(guess: _Marks, *, last: bool) -> bool:
    return guess.vowel in TANWIN or (last and guess.vowel == SUKUN)


def _missing(ours: MarkedLetter, guess: _Marks) -> str:
    """The marks of `guess` that the author's letter lacks and can take."""
    if not _SETTLING.isdisjoint(ours.marks):
        return ""
    if SHADDA in ours.marks:
        return guess.vowel if guess.vowel != SUKUN else ""
    return (SHADDA if guess.shadda else "") + guess.vowel
