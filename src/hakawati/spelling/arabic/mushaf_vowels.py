"""The vowels of verses: the mushaf's, word by word, where the letters are the mushaf's.

Its marks are set where the author set none. A word that is not the mushaf's is left to the model; that it is not is
noted elsewhere, among the remarks on the book.
"""

from collections.abc import Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import DAGGER_ALIF, SHADDA, VOWELS, MarkedLetter, marked_letters, words


def edits(text: str, ref: str) -> Iterator[Edit]:
    """Insertions of the mushaf's marks; `ref` says where the verse stands (`2:255`, `2:255-257`)."""
    meant = dict(_aligned(text, ref))
    for word in words(text):
        theirs = meant.get(word.span())
        if theirs:
            yield from _of_word(marked_letters(word.group(), word.start()), _single(marked_letters(theirs)))


def _aligned(text: str, ref: str) -> tuple[tuple[tuple[int, int], str], ...]:
    from hakawati.script.mushaf.slips import aligned  # noqa: PLC0415 - reads the mushaf, which only verses need

    return tuple(((one.start, one.end), one.word) for one in aligned(text, ref) if one.word)


def _single(word: list[MarkedLetter]) -> list[MarkedLetter]:
    """Without the shadda of a first letter: it assimilates what is before, which engines do not need told."""
    first, *rest = word
    return [MarkedLetter(first.letter, first.marks.replace(SHADDA, ""), first.end), *rest]


def _of_word(author: list[MarkedLetter], mushaf: list[MarkedLetter]) -> Iterator[Edit]:
    if [letter.letter for letter in author] != [letter.letter for letter in mushaf]:
        return
    for ours, theirs in zip(author, mushaf, strict=True):
        if not ours.marks and theirs.marks:
            yield Edit(ours.end, ours.end, _ordered(theirs.marks))
        elif ours.marks == SHADDA and (vowel := theirs.marks.replace(SHADDA, "")):
            yield Edit(ours.end, ours.end, vowel)


def _ordered(marks: str) -> str:
    """Shadda, vowel, dagger alif."""
    return "".join(sorted((mark for mark in marks if mark in VOWELS | {SHADDA, DAGGER_ALIF}), key=_order))


def _order(mark: str) -> tuple[bool, bool]:
    return mark != SHADDA, mark == DAGGER_ALIF
