"""Spelling: a segment's text becomes spoken text, every change remembered."""

from functools import cache

from hakawati.model import Segment, Spoken
from hakawati.spelling.arabic.honorifics_lost import depends_on_surroundings
from hakawati.spelling.context import Context, sentence_before, sentence_behind
from hakawati.spelling.edits import Edit, Traced
from hakawati.spelling.languages import packages, rules, vowelled, words_in
from hakawati.spelling.lexicon.entry import Entry

REVISION = 4
"""Counts up with every change to the rules, their tables or the names that can change a spoken text."""


def spell(segment: Segment, context: Context) -> Spoken:
    """What is said for `segment` where it stands.

    Without the context's `vowels` (for engines that vowel for themselves) signs and numbers are spelled and nothing is
    guessed. An editor's `say` replaces the text as one noted edit; the rules then run on it.
    """
    spoken = Traced.of(segment.text)
    if segment.manner.say is not None:
        spoken = spoken.apply("say", [Edit(0, len(segment.text), segment.manner.say, noted=True)])
    for rule in rules(context):
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return Spoken(spoken.text, spoken.origins, spoken.notes)


def shaped_by(segment: Segment, context: Context) -> tuple[object, ...]:
    """All that shapes the segment's spoken text, its neighbours' words only as far as they are used."""
    text = segment.text if segment.manner.say is None else segment.manner.say
    settings = context.language, context.vowels, context.honorifics, context.references
    around: tuple[object, ...] = ()
    if context.language == "ar" and context.honorifics == "supply" and depends_on_surroundings(text, context.behind):
        around = context.before, context.behind, context.habit
    sentence: tuple[str, ...] = ()
    if context.vowels and vowelled(context.language):
        sentence = sentence_before(context.before), sentence_behind(text, context.behind)
    return spelling_version(context.language), text, segment.manner, settings, around, sentence, _entries(text, context)


def _entries(text: str, context: Context) -> tuple[tuple[Entry, ...], tuple[str, ...]]:
    """The lexicon's entries for words of the text, and the words around if one of them asks for its context."""
    if not context.lexicon.entries:
        return (), ()
    there = context.lexicon.among(words_in(text, context.language))
    around = (context.before, context.behind) if any(entry.context for entry in there.entries) else ()
    return there.entries, around


@cache
def spelling_version(language: str) -> str:
    """Names everything but text and context that shapes a spoken text: part of the key under which it is kept."""
    from importlib.metadata import version  # noqa: PLC0415 - brings half the e-mail package along

    return " ".join([f"spelling {REVISION}", *(f"{package} {version(package)}" for package in packages(language))])
