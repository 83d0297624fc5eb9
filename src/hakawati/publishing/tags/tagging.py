"""The tag as a whole: its frames, put in order."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from types import MappingProxyType

from mutagen.id3 import APIC, ID3

from hakawati.errors import InputError
from hakawati.model import Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.tags.contents import chapter_frames
from hakawati.publishing.tags.encoding import FRONT_COVER, UTF_16
from hakawati.publishing.tags.order import in_order
from hakawati.publishing.tags.pictures import kind
from hakawati.publishing.tags.texts import text_frames

PADDING = 1024
"""Room for other programs to change the tag without writing the whole file anew."""
LONGEST = 2**28 - 1
"""Bytes that a tag can state of itself, in four times seven bits (ID3v2.3, section 3.1)."""
NO_IMAGES: Mapping[int, bytes] = MappingProxyType({})


def tag(timeline: Timeline, about: About, images: Mapping[int, bytes] = NO_IMAGES) -> bytes:
    """The whole tag, to stand before the first MP3 frame.

    `images` are pictures of the episode's chapters, PNG or JPEG, by the chapters' numbers from 1. Raises InputError
    where the episode has more than a tag can hold.
    """
    frames = list(_frames(timeline, about, images))
    _require_room(timeline, frames)
    tags = ID3()
    for frame in frames:
        tags.add(frame)
    written = BytesIO()
    tags.save(written, v2_version=3, v1=0, padding=lambda _: PADDING)
    return in_order(written.getvalue())


def _frames(timeline: Timeline, about: About, images: Mapping[int, bytes]) -> Iterator[object]:
    yield from text_frames(timeline, about)
    yield from chapter_frames(timeline, images)
    if about.picture:
        yield APIC(encoding=UTF_16, mime=kind(about.picture), type=FRONT_COVER, desc="", data=about.picture)


def _require_room(timeline: Timeline, frames: list[object]) -> None:
    """Only pictures can fill a tag; half of it is left for everything else."""
    pictures = sum(len(picture.data) for frame in frames for picture in _pictures(frame))
    if pictures > LONGEST // 2:
        raise InputError(
            f"episode {timeline.number}, {timeline.title!r}: its pictures have {pictures >> 20} MB together, and an "
            f"MP3's tag should hold no more than {LONGEST // 2 >> 20}. Make the chapters' pictures smaller."
        )


def _pictures(frame: object) -> list[APIC]:
    inside = list(frame.sub_frames.values()) if hasattr(frame, "sub_frames") else []
    return [one for one in (frame, *inside) if isinstance(one, APIC)]
