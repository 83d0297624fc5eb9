"""Vowelling: the model's marks where the author wrote none, and never a change to what the author wrote.

Word by word the model's answer is laid over ours by the letters alone. A mark is inserted behind a letter that bears no
vowel of the author's, shadda before vowel (the order in which Arabic is spelled; NFC would turn it round); an author's
shadda may be joined by a vowel. Whatever the author typed stays in its place and its order.

Left to the author entirely: a word vowelled throughout. Noted with doubt: a word that the model answered with other
letters (left as it is), and a word of which author and model think differently (see `word_vowels`).
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from hakawati.spelling.arabic.vowel_model import Vowel, vowel_model
from hakawati.spelling.arabic.word_vowels import Insertion, additions, is_vowelled
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import marked_letters, skeleton, words

UNALIGNED = 0.2
"""Confidence in a word left without the model's marks."""
CONTRADICTED = 0.5
"""Confidence in a word of which author and model think differently."""

_SENTENCE = re.compile(r"[^.!?؟]+[.!?؟]*|[.!?؟]+")


def edits(text: str, vowel: Vowel | None = None) -> Iterator[Edit]:
    """Insertions of marks; a word in doubt is one noted edit. `vowel` stands in for the model."""
    for sentence in _SENTENCE.finditer(text):
        ours = list(words(text, *sentence.span()))
        if not all(is_vowelled(marked_letters(word.group())) for word in ours):
            yield from _of_sentence(ours, (vowel or vowel_model())(sentence.group().strip()))


def _of_sentence(ours: list[re.Match[str]], answer: str) -> Iterator[Edit]:
    for word, theirs in zip(ours, _aligned(ours, answer), strict=True):
        author = marked_letters(word.group(), word.start())
        if is_vowelled(author):
            continue
        if theirs is None:
            yield Edit(*word.span(), word.group(), noted=True, confidence=UNALIGNED)
            continue
        insertions, contradicted = additions(author, marked_letters(theirs))
        if insertions and contradicted:
            yield Edit(*word.span(), _with(word, insertions), noted=True, confidence=CONTRADICTED)
        else:
            yield from (Edit(insertion.at, insertion.at, insertion.marks) for insertion in insertions)


def _aligned(ours: list[re.Match[str]], answer: str) -> list[str | None]:
    """For each of our words the model's, or None where its letters are not the same."""
    theirs = [word.group() for word in words(answer)]
    our_skeletons = [skeleton(word.group()) for word in ours]
    their_skeletons = list(map(skeleton, theirs))
    if our_skeletons == their_skeletons:
        return list(theirs)
    aligned: list[str | None] = [None] * len(ours)
    for block in SequenceMatcher(None, our_skeletons, their_skeletons, autojunk=False).get_matching_blocks():
        aligned[block.a : block.a + block.size] = theirs[block.b : block.b + block.size]
    return aligned


def _with(word: re.Match[str], insertions: list[Insertion]) -> str:
    """`word` with the insertions, whose offsets count in the text around it."""
    pieces: list[str] = []
    at = 0
    for insertion in insertions:
        pieces += word.group()[at : insertion.at - word.start()], insertion.marks
        at = insertion.at - word.start()
    return "".join([*pieces, word.group()[at:]])
