"""The track of sound: AAC-LC of one channel, what comes before the book left out by an edit list."""

from hakawati.publishing.m4b.aac import FRAME, bits_per_second
from hakawati.publishing.m4b.boxes import box, full_box, half, table, word
from hakawati.publishing.m4b.frames import LARGEST, OF_ONE_CHUNK, Frames
from hakawati.publishing.m4b.movie import Movie
from hakawati.publishing.m4b.tracks import (
    ENABLED,
    FULL_VOLUME,
    IN_MOVIE,
    SOUND,
    TITLES,
    chunks,
    durations,
    edit,
    media,
    media_information,
    offsets,
    sizes,
    track_header,
)

AAC, AUDIO_STREAM = 0x40, 0x15
"""ISO 14496-1: the object type of MPEG-4 audio; a stream of sound, and a bit that is always set."""
FRAMES_TO_WARM_UP = -1
"""A decoder that begins in the middle needs the frame before: what it gives overlaps."""


def sound_track(movie: Movie, frames: Frames) -> bytes:
    samples = box(
        b"stbl",
        table(b"stsd", [_description(movie)]),
        durations([(len(frames), FRAME)]),
        chunks(_chunk_runs(len(frames))),
        sizes(frames.sizes),
        offsets(frames.chunks, wide=frames.wide),
        *_warming_up(len(frames)),
    )
    information = media_information(full_box(b"smhd", bytes(4)), samples)
    return box(
        b"trak",
        track_header(SOUND, movie.total, ENABLED | IN_MOVIE, FULL_VOLUME),
        edit(movie.total, movie.skipped),
        box(b"tref", box(b"chap", word(TITLES))),
        media(b"soun", movie.rate, len(frames) * FRAME, movie.about.language, information),
    )


def _description(movie: Movie) -> bytes:
    one_channel, bits, entry = half(1), half(16), half(1)
    return box(
        b"mp4a",
        bytes(6) + entry + bytes(8) + one_channel + bits + bytes(4) + half(movie.rate) + bytes(2),
        full_box(b"esds", _stream(movie)),
    )


def _stream(movie: Movie) -> bytes:
    """The elementary stream's descriptors (ISO 14496-1, 7.2.6)."""
    rate = word(bits_per_second(movie.rate))
    config = _descriptor(5, movie.config)
    decoder = _descriptor(4, bytes([AAC, AUDIO_STREAM]) + LARGEST.to_bytes(3, "big") + rate + rate + config)
    as_in_mp4 = _descriptor(6, b"\x02")
    return _descriptor(3, half(SOUND) + b"\0" + decoder + as_in_mp4)


def _descriptor(tag: int, content: bytes) -> bytes:
    return bytes([tag, len(content)]) + content


def _chunk_runs(count: int) -> list[tuple[int, int]]:
    """The last chunk may hold fewer."""
    full, rest = divmod(count, OF_ONE_CHUNK)
    return [(1, OF_ONE_CHUNK)] * bool(full) + [(full + 1, rest)] * bool(rest)


def _warming_up(count: int) -> tuple[bytes, bytes]:
    """All frames are of one group, which states how a decoder begins in it (ISO 14496-12, 10.1)."""
    group = FRAMES_TO_WARM_UP.to_bytes(2, "big", signed=True)
    kinds = full_box(b"sgpd", b"roll", word(len(group)), word(1), group, version=1)
    return kinds, full_box(b"sbgp", b"roll", word(1), word(count), word(1))
