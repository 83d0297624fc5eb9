"""The ID3 tag of an episode: version 2.3, text in UTF-16, chapters in time order.

2.3 and not 2.4, because ffmpeg drops every 2.4 chapter whose title is longer than 127 bytes, as a vowelled Arabic title
is. Chapters in time order, because ffprobe, and what builds on it, lists them as they stand in the file.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from mutagen.id3 import APIC, CHAP, CTOC, ID3, TALB, TCON, TIT2, TLAN, TLEN, TPE1, TRCK, TYER, CTOCFlags

from hakawati.errors import InputError
from hakawati.model import TimedChapter, Timeline
from hakawati.publishing.languages import three_letters
from hakawati.units import milliseconds

UTF_16 = 1
NO_OFFSET = 0xFFFFFFFF
"""A chapter is found by its time; byte offsets are left unstated (ID3v2 Chapter Frame Addendum 1.0)."""
MOST_CHAPTERS = 255
"""A table of contents counts its children in one byte."""
PADDING = 1024
"""Room for other programs to change the tag without writing the whole file anew."""
HEADER = 10
"""Bytes of a tag's header, and of a frame's."""


@dataclass(frozen=True, slots=True)
class About:
    """What the tag says beyond the timeline. `episodes` is how many the book has; `cover` a picture's bytes."""

    album: str
    artist: str | None
    language: str
    episodes: int
    genre: str
    year: int | None = None
    cover: bytes | None = None


def tag(timeline: Timeline, about: About) -> bytes:
    """The whole tag, to stand before the first MP3 frame."""
    frames = ID3()
    for frame in (*_texts(timeline, about), *_chapters(timeline)):
        frames.add(frame)
    if about.cover:
        frames.add(APIC(encoding=UTF_16, mime=_mime(about.cover), type=3, desc="", data=about.cover))
    written = BytesIO()
    frames.save(written, v2_version=3, v1=0, padding=lambda _: PADDING)
    return _in_order(written.getvalue())


def _texts(timeline: Timeline, about: About) -> Iterator[object]:
    yield TIT2(encoding=UTF_16, text=timeline.title)
    yield TALB(encoding=UTF_16, text=about.album)
    if about.artist:
        yield TPE1(encoding=UTF_16, text=about.artist)
    yield TRCK(encoding=UTF_16, text=f"{timeline.number}/{about.episodes}")
    yield TCON(encoding=UTF_16, text=about.genre)
    yield TLAN(encoding=UTF_16, text=three_letters(about.language))
    yield TLEN(encoding=UTF_16, text=str(milliseconds(timeline.samples, timeline.rate)))
    if about.year:
        yield TYER(encoding=UTF_16, text=f"{about.year:04}")


def _chapters(timeline: Timeline) -> Iterator[object]:
    chapters = timeline.chapters
    if len(chapters) > MOST_CHAPTERS:
        raise InputError(
            f"episode {timeline.number}, {timeline.title!r}: {len(chapters)} chapters, and an MP3 holds "
            f"{MOST_CHAPTERS}. Make episodes shorter, or chapters fewer."
        )
    names = [f"chp{place:03}" for place in range(len(chapters))]
    contents = TIT2(encoding=UTF_16, text=timeline.title)
    flags = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    yield CTOC(element_id="toc", flags=flags, child_element_ids=names, sub_frames=[contents])
    for name, chapter in zip(names, chapters, strict=True):
        yield _chapter(name, chapter, timeline)


def _chapter(name: str, chapter: TimedChapter, timeline: Timeline) -> object:
    return CHAP(
        element_id=name,
        start_time=milliseconds(chapter.start, timeline.rate),
        end_time=milliseconds(chapter.end, timeline.rate),
        start_offset=NO_OFFSET,
        end_offset=NO_OFFSET,
        sub_frames=[TIT2(encoding=UTF_16, text=chapter.title or timeline.title)],
    )


def _mime(picture: bytes) -> str:
    return "image/png" if picture.startswith(b"\x89PNG") else "image/jpeg"


def _in_order(tag: bytes) -> bytes:
    """The tag with texts first, then contents, chapters by their names, and the picture last."""
    frames = sorted(_frames(tag), key=_place)
    body = b"".join(frames)
    return tag[:HEADER] + body + bytes(len(tag) - HEADER - len(body))


def _frames(tag: bytes) -> Iterator[bytes]:
    at = HEADER
    while at + HEADER <= len(tag) and tag[at] != 0:
        end = at + HEADER + int.from_bytes(tag[at + 4 : at + 8], "big")
        yield tag[at:end]
        at = end


TEXTS = (b"TIT2", b"TPE1", b"TALB", b"TRCK")


def _place(frame: bytes) -> tuple[int, bytes]:
    name = frame[:4]
    if name in TEXTS:
        return TEXTS.index(name), b""
    if name == b"CHAP":
        return 101, frame[HEADER : frame.index(0, HEADER)]
    return {b"CTOC": 100, b"APIC": 102}.get(name, 99), name
