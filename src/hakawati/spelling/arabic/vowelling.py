"""Vowelling: the model's marks where the author wrote none, and never a change to what the author wrote.

The model is given the letters of the whole sentence, words of neighbouring segments among them, and answers letter by
letter; of its guesses for a letter the likeliest is taken that the author's own marks leave open. A mark is inserted
behind a letter that bears no vowel of the author's, shadda before vowel (as Arabic is spelled; NFC would turn it
round); an author's shadda may be joined by a vowel. Whatever the author typed stays in its place and order.

Left to the author entirely: a word vowelled throughout. Noted with its confidence: a word of whose marks the model is
in doubt, and one of which author and model think differently (see `word_vowels`).
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.script.letters import bare
from hakawati.spelling.arabic.names.known import agreeing, known, limited
from hakawati.spelling.arabic.vowel_model import Guess, Vowel, vowel_model
from hakawati.spelling.arabic.word_vowels import Insertion, additions, is_vowelled, last_vowel, read_as
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import MarkedLetter, base_letters, marked_letters, words

CONTRADICTED = 0.3
"""The most confidence there is in a word of which author and model think differently."""
DOUBTED = 0.5
"""The confidence below which a word is noted."""

_SENTENCE = re.compile(r"[^.!?؟]+[.!?؟]*|[.!?؟]+")


class Vicinity(NamedTuple):
    """The author's words of the same sentence before and behind a text."""

    before: str = ""
    behind: str = ""


ALONE = Vicinity()


def edits(text: str, vicinity: Vicinity = ALONE, vowel: Vowel | None = None) -> Iterator[Edit]:
    """Insertions of marks; a word in doubt is one noted edit. `vowel` stands in for the model."""
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        ours = [_Word(word, marked_letters(word.group(), word.start())) for word in words(text, start, end)]
        if not all(is_vowelled(word.letters) for word in ours):
            around = Vicinity(vicinity.before if start == 0 else "", vicinity.behind if end == len(text) else "")
            yield from _of_sentence(ours, around, _guessed(sentence, around, vowel or vowel_model()))


class _Word(NamedTuple):
    """A word of the author's; offsets count in the text around it."""

    found: re.Match[str]
    letters: list[MarkedLetter]

    @property
    def bare(self) -> str:
        return "".join(letter.letter for letter in self.letters)


def _guessed(sentence: re.Match[str], around: Vicinity, vowel: Vowel) -> dict[int, Sequence[Guess]]:
    """The model's guesses by the offset of the letter they are for."""
    before = base_letters(f"{around.before} ")[0] if around.before else ""
    behind = base_letters(f" {around.behind}")[0] if around.behind else ""
    letters, places = base_letters(sentence.group())
    guesses = vowel(before + letters + behind)[len(before) : len(before) + len(letters)]
    return {sentence.start() + place: guess for place, guess in zip(places, guesses, strict=True)}


def _of_sentence(ours: list[_Word], around: Vicinity, guessed: dict[int, Sequence[Guess]]) -> Iterator[Edit]:
    before, behind = (list(map(bare, part.split())) for part in around)
    letters = [*before, *(word.bare for word in ours), *behind]
    ending = ""
    for at, word in enumerate(ours, len(before)):
        if is_vowelled(word.letters):
            ending = last_vowel(word.letters)
            continue
        guesses = [guessed[letter.start] for letter in word.letters]
        name = known(letters, at)
        if name:
            guesses = limited(guesses, agreeing(name, word.bare, ending))
        model, chance = read_as(word.letters, guesses)
        ending = last_vowel(model)
        yield from _of_word(word, model, chance)


def _of_word(word: _Word, model: list[MarkedLetter], chance: float) -> Iterator[Edit]:
    insertions, contradicted = additions(word.letters, model)
    if insertions and (contradicted or chance < DOUBTED):
        sure = min(chance, CONTRADICTED) if contradicted else chance
        yield Edit(*word.found.span(), _with(word.found, insertions), noted=True, confidence=round(sure, 3))
    else:
        yield from (Edit(insertion.at, insertion.at, insertion.marks) for insertion in insertions)


def _with(word: re.Match[str], insertions: list[Insertion]) -> str:
    """`word` with the insertions, whose offsets count in the text around it."""
    pieces: list[str] = []
    at = 0
    for insertion in insertions:
        pieces += word.group()[at : insertion.at - word.start()], insertion.marks
        at = insertion.at - word.start()
    return "".join([*pieces, word.group()[at:]])
