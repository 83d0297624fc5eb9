"""The chapters as Nero has them, beside QuickTime's: what many players on Android and Windows read.

A title has at most 255 bytes there, a book at most 255 chapters. A book of more has none of these: a player that knows
both lists then takes the other, where all are, and only one that knows nothing else shows no chapters; it would have
shown a last one as long as the rest of the book.
"""

from hakawati.publishing.m4b.boxes import full_box, long, shortened
from hakawati.publishing.m4b.chapters import BookChapter
from hakawati.publishing.m4b.movie import Movie

MOST = 255
"""Chapters, and bytes of a title."""
TICKS = 10_000_000
"""To a second."""


def nero_chapters(movie: Movie) -> bytes:
    if len(movie.chapters) > MOST:
        return b""
    entries = (_entry(chapter, movie.rate) for chapter in movie.chapters)
    return full_box(b"chpl", bytes(4), bytes([len(movie.chapters)]), *entries, version=1)


def _entry(chapter: BookChapter, rate: int) -> bytes:
    title = shortened(chapter.title, MOST)
    return long(round(chapter.start * TICKS / rate)) + bytes([len(title)]) + title
