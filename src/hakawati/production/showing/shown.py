"""A book, its source, and which part of it is shown."""

from dataclasses import dataclass
from functools import cached_property

from hakawati.engines.casting import Casting
from hakawati.model import Book, Segment, Spoken, Voice
from hakawati.production.contexts import NOTHING, Around, Contexts, arounds
from hakawati.production.showing.choosing import Choice, Wanted, choice, part_of
from hakawati.production.sources import book_of, source_path
from hakawati.production.studio import Studio, studio_for
from hakawati.production.taking import spoken_text
from hakawati.reading.formats import File, opened
from hakawati.settings import Settings


@dataclass(frozen=True)
class Shown:
    """`book` is whole; `part` is what was chosen of it."""

    settings: Settings
    studio: Studio
    file: File
    book: Book
    chosen: Choice
    part: Book

    @cached_property
    def text(self) -> str:
        """The decoded source. Read only when it is needed: a word processor's file takes seconds."""
        return self.file.source().text

    @property
    def decided(self) -> bool:
        """Whether an editor has marked the book up, not we."""
        return self.file.format.kind == "script"

    @property
    def has_lines(self) -> bool:
        """Whether who opens the file sees the lines of its text."""
        return self.file.format.kind != "document"

    def voice(self, segment: Segment) -> Voice:
        return self._casting.voice(segment)

    def spoken(self, segment: Segment) -> Spoken:
        """What the engine is given. Slow for what was never spelled before: some 4,000 words a second."""
        context = self._contexts.of(segment, self._arounds.get(segment.start, NOTHING), self.voice(segment).engine)
        return spoken_text(segment, context, self.studio.store)

    @cached_property
    def _contexts(self) -> Contexts:
        return Contexts(self.book, self.settings, self.studio.engines)

    @cached_property
    def _casting(self) -> Casting:
        return Casting(self.book, self.settings, self.studio.engines)

    @cached_property
    def _arounds(self) -> dict[int, Around]:
        """By where a segment begins in the source."""
        chapters = (chapter for episode in self.book.episodes for chapter in episode.chapters)
        found = (zip(chapter.segments, arounds(chapter.segments), strict=True) for chapter in chapters)
        return {segment.start: around for pairs in found for segment, around in pairs}


def shown(settings: Settings, wanted: Wanted) -> Shown:
    """Raises InputError where `wanted` names what the book does not have."""
    here = studio_for(settings)
    book = book_of(settings, here.store)
    chosen = choice(wanted, book)
    return Shown(settings, here, opened(source_path(settings)), book, chosen, part_of(book, chosen))
