"""Where each segment stands: what of a book and its settings the spelling of one segment needs to know."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from hakawati.engines.registry import Engines
from hakawati.model import Book, Ending, Segment
from hakawati.production.lexicon import lexicon_of
from hakawati.settings import Settings
from hakawati.spelling.arabic.honorifics_lost import Habit, depends_on_surroundings, habit_of
from hakawati.spelling.context import Context
from hakawati.spelling.languages import words_in
from hakawati.spelling.lexicon.entry import EMPTY, Lexicon

BEFORE, BEHIND = 300, 150
"""Characters of a paragraph before and behind a segment that may tell how it is said."""
GAP = 2
"""Characters between two segments of one line that are a gap: more than the space between words, less than marks."""


class Around(NamedTuple):
    """The author's words of the same paragraph before and behind a segment, white space at the seams included."""

    before: str = ""
    behind: str = ""


NOTHING = Around()


def arounds(segments: Sequence[Segment]) -> Iterator[Around]:
    """What stands around each of a chapter's segments."""
    for at, segment in enumerate(segments):
        yield Around(_before(segments, at), "" if segment.ending is Ending.PARAGRAPH else _behind(segments, at))


def _before(segments: Sequence[Segment], at: int) -> str:
    found = ""
    while at and len(found) < BEFORE and segments[at - 1].ending is not Ending.PARAGRAPH:
        found = segments[at - 1].text + _seam(segments[at - 1], segments[at]) + found
        at -= 1
    return found if len(found) <= BEFORE else found[-BEFORE:].partition(" ")[2]


def _behind(segments: Sequence[Segment], at: int) -> str:
    found = ""
    while at + 1 < len(segments) and len(found) < BEHIND and segments[at].ending is not Ending.PARAGRAPH:
        found += _seam(segments[at], segments[at + 1]) + segments[at + 1].text
        at += 1
    return found if len(found) <= BEHIND else found[:BEHIND].rpartition(" ")[0]


def _seam(one: Segment, other: Segment) -> str:
    """The white space between two segments, as far as their offsets tell: a gap is a place where a sign was lost."""
    return " " * GAP if other.start - one.end == GAP else " "


@dataclass(frozen=True)
class Contexts:
    """A book and the settings it is spelled under. Raises InputError for a mistake in the lexicon."""

    book: Book
    settings: Settings
    engines: Engines

    @property
    def language(self) -> str:
        return self.book.language

    def of(self, segment: Segment, around: Around, engine: str) -> Context:
        """The context of one segment for the engine (by name) that will perform it."""
        habit = self._habit if self._may_lack_honorific(segment, around) else None
        return Context(
            language=self.language,
            role=segment.role,
            ref=segment.manner.ref,
            before=around.before,
            behind=around.behind,
            vowels=self.wants_vowels(engine),
            honorifics=self.settings.honorifics,
            references=self.settings.references,
            lexicon=self._lexicon_for(segment),
            habit=habit,
        )

    def wants_vowels(self, engine: str) -> bool:
        return self.engines[engine].wants_vowels or self.settings.guess_vowels

    @cached_property
    def _lexicon(self) -> Lexicon:
        return lexicon_of(self.settings).lexicon

    def _lexicon_for(self, segment: Segment) -> Lexicon:
        """Only what can shape the segment, since it travels with its job."""
        if not self._lexicon.entries:
            return EMPTY
        text = segment.text if segment.manner.say is None else segment.manner.say
        return self._lexicon.among(words_in(text, self.language))

    def _may_lack_honorific(self, segment: Segment, around: Around) -> bool:
        supplied = self.language == "ar" and self.settings.honorifics == "supply"
        return supplied and depends_on_surroundings(segment.text, around.behind)

    @cached_property
    def _habit(self) -> Habit:
        """How the gaps of the whole book are spread."""
        count = [0, 0, 0, 0]
        for segment in self.book.segments():
            count = [sum(pair) for pair in zip(count, habit_of(segment.text), strict=True)]
        return Habit(*count)
