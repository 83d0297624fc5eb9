"""The user's lexicon: its words are said as it has them, whatever particles stand before them.

Where the spoken form has the word's own letters, its marks are set as the vowelling rule sets the model's: what the
author marked stands, and where his marks are another word's, the entry is not meant. Else the word is replaced. An
entry that leaves its last letter without a vowel leaves the case open, for the model to decide.
"""

from collections.abc import Iterator

from hakawati.script.letters import bare
from hakawati.spelling.arabic.clitics import Parted, parted
from hakawati.spelling.arabic.grammar import with_article
from hakawati.spelling.context import Context
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import SHADDA, VOWELS, MarkedLetter, is_mark, marked_letters, words
from hakawati.spelling.lexicon.entry import Entry


def words_of(text: str) -> frozenset[str]:
    """Every word of the text, marks aside, with and without its particles: what an entry can be for."""
    return frozenset(form for word in words(text) for parting in parted(bare(word.group())) for form in _forms(parting))


def edits(text: str, context: Context) -> Iterator[Edit]:
    """Each word that has an entry as the entry has it, noted."""
    for word in words(text):
        before, behind = context.before + text[: word.start()], text[word.end() :] + context.behind
        said = _said(word.group(), context, before, behind)
        if said is not None and said != word.group():
            yield Edit(*word.span(), said, noted=True)


def _said(word: str, context: Context, before: str, behind: str) -> str | None:
    for parting in parted(bare(word)):
        for form in _forms(parting):
            for entry in context.lexicon.of(form):
                if entry.stands_in(before, behind):
                    return _laid_over(word, _with_particles(entry, parting, form))
    return None


def _forms(parting: Parted) -> tuple[str, ...]:
    """What may stand in the lexicon for a word: with its article, and without."""
    return (f"ال{parting.stem}", parting.stem) if parting.article else (parting.stem,)


def _with_particles(entry: Entry, parting: Parted, form: str) -> str:
    spoken = entry.spoken
    if parting.article and form == parting.stem and len(spoken) > 1 and is_mark(spoken[1]):
        spoken = with_article(spoken)
    if parting.article == "ل" and spoken.startswith("ال"):
        spoken = spoken[1:]
    particles = zip(parting.particles, parting.vowels(), strict=True)
    return "".join(letter + vowel for letter, vowel in particles) + spoken


def _laid_over(word: str, spoken: str) -> str | None:
    """The author's word with the marks of `spoken` where he set none; None where he set others."""
    ours, theirs = marked_letters(word), marked_letters(spoken)
    if [letter.letter for letter in ours] != [letter.letter for letter in theirs]:
        return spoken if not any(letter.marks for letter in ours) else None
    if any(_contradict(mine, other) for mine, other in zip(ours, theirs, strict=True)):
        return None
    return "".join(mine.letter + _marks(mine, other) for mine, other in zip(ours, theirs, strict=True))


def _contradict(author: MarkedLetter, entry: MarkedLetter) -> bool:
    """Whether both set vowels and not the same one, or the author doubles what the entry has single."""
    vowels = {mark for mark in author.marks if mark in VOWELS}
    meant = {mark for mark in entry.marks if mark in VOWELS}
    return bool(vowels and meant and vowels.isdisjoint(meant)) or (
        SHADDA in author.marks and bool(entry.marks) and SHADDA not in entry.marks
    )


def _marks(author: MarkedLetter, entry: MarkedLetter) -> str:
    """Shadda first, as in all that spelling sets."""
    if not author.marks:
        return SHADDA * (SHADDA in entry.marks) + entry.marks.replace(SHADDA, "")
    if author.marks == SHADDA:
        return SHADDA + entry.marks.replace(SHADDA, "")
    return author.marks
