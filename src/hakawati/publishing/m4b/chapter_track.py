"""The chapters as QuickTime has them: a track of text, shown by no player, to which the sound refers.

Apple's players, ffmpeg and what builds on it read it; it holds any number of chapters, their titles whole.
https://developer.apple.com/documentation/quicktime-file-format/text_media
"""

from array import array

from hakawati.publishing.m4b.boxes import box, full_box, half, shortened, table, word
from hakawati.publishing.m4b.chapters import BookChapter
from hakawati.publishing.m4b.movie import Movie
from hakawati.publishing.m4b.tracks import (
    IN_MOVIE,
    MATRIX,
    TITLES,
    chunks,
    durations,
    media,
    media_information,
    offsets,
    sizes,
    track_header,
)

LONGEST_TITLE = 0xFFFF
"""Bytes that its length can state."""
IN_UTF_8 = box(b"encd", word(0x100))
"""Behind each title."""
DITHERED_COPY = 0x40
"""How pictures are put on each other, where there are any."""
HALF_GREY = 0x8000


def stored_titles(chapters: tuple[BookChapter, ...]) -> list[bytes]:
    """As they lie in the file, one after the other."""
    titles = (shortened(chapter.title, LONGEST_TITLE) for chapter in chapters)
    return [half(len(title)) + title + IN_UTF_8 for title in titles]


def chapter_track(movie: Movie, titles_at: int) -> bytes:
    titles = stored_titles(movie.chapters)
    samples = box(
        b"stbl",
        table(b"stsd", [_description()]),
        durations([(1, chapter.end - chapter.start) for chapter in movie.chapters]),
        chunks([(1, len(titles))]),
        sizes(array("I", map(len, titles))),
        offsets(array("Q", [titles_at]), wide=False),
    )
    information = media_information(_information(), samples)
    return box(
        b"trak",
        track_header(TITLES, movie.total, IN_MOVIE, volume=0),
        media(b"text", movie.rate, movie.total, movie.about.language, information),
    )


def _description() -> bytes:
    """How the text would look, if it were shown: as the format has it from the start."""
    plain = bytes(4 + 4 + 6 + 8 + 8 + 2 + 2 + 1 + 2 + 6 + 1)
    return box(b"text", bytes(6) + half(1) + plain)


def _information() -> bytes:
    modes = half(DITHERED_COPY) + 3 * half(HALF_GREY) + half(0) + bytes(2)
    return box(b"gmhd", full_box(b"gmin", modes), box(b"text", MATRIX))
