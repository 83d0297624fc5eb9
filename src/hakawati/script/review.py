"""What an editor should look at: nothing here changes what is performed."""

from collections.abc import Iterator
from typing import NamedTuple

from hakawati.model import Book, Note, Segment
from hakawati.script.doubts.doubt import Doubt, Reason
from hakawati.script.doubts.speech import long_run, unmarked_end, without_speaker
from hakawati.script.doubts.titles import short_chapter, title_cut
from hakawati.script.doubts.unclosed import unclosed
from hakawati.script.doubts.verses import slipped, slips_of_the_pen, without_reference

ALWAYS: tuple[Reason, ...] = (slipped, unclosed, short_chapter)
GUESSED: tuple[Reason, ...] = (without_reference, unmarked_end, without_speaker, long_run, title_cut)
"""Guesses of mark-up: in a script the editor has decided."""


class Remark(NamedTuple):
    """A doubt and where it is: `episode` is its number, `chapter` its title."""

    episode: int
    chapter: str
    segment: Segment
    note: Note


def remarks(segment: Segment) -> Iterator[Note]:
    """Where a verse is not as the mushaf has it, in order of place: `source` is the author's, `spoken` the mushaf's."""
    yield from slips_of_the_pen(segment)


def review(book: Book, *, decided: bool) -> Iterator[Remark]:
    """All there is to look at, in order of place. `decided`: an editor has marked the book up, not we."""
    reasons = ALWAYS if decided else ALWAYS + GUESSED
    for episode in book.episodes:
        for chapter in episode.chapters:
            places = {id(segment): at for at, segment in enumerate(chapter.segments)}
            found = [each for reason in reasons for each in reason(chapter)]
            for segment, note in sorted(found, key=lambda each: _place(each, places)):
                yield Remark(episode.number, chapter.title or episode.title, segment, note)


def _place(doubt: Doubt, places: dict[int, int]) -> tuple[int, int]:
    return places[id(doubt.segment)], doubt.note.start
