"""`moov`: everything about the sound but the sound. Its clock counts samples, so that nothing is rounded."""

from hakawati.publishing.m4b.boxes import box, half, timed_box, word
from hakawati.publishing.m4b.chapter_track import chapter_track
from hakawati.publishing.m4b.frames import Frames
from hakawati.publishing.m4b.movie import Movie
from hakawati.publishing.m4b.nero import nero_chapters
from hakawati.publishing.m4b.particulars import particulars
from hakawati.publishing.m4b.sound_track import sound_track
from hakawati.publishing.m4b.tracks import FULL_VOLUME, MATRIX, TITLES

NORMAL_SPEED = 0x10000


def moov(movie: Movie, frames: Frames, titles_at: int) -> bytes:
    """`titles_at` is where in the file the chapters' titles begin."""
    return box(
        b"moov",
        _header(movie),
        sound_track(movie, frames),
        chapter_track(movie, titles_at),
        box(b"udta", particulars(movie.about), nero_chapters(movie)),
    )


def _header(movie: Movie) -> bytes:
    after = word(NORMAL_SPEED) + half(FULL_VOLUME) + bytes(10) + MATRIX + bytes(24) + word(TITLES + 1)
    return timed_box(b"mvhd", word(movie.rate), movie.total, after)
