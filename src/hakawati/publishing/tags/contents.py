"""Chapters (CHAP) and their table of contents (CTOC), as in the ID3v2 Chapter Frame Addendum 1.0.

A table counts its entries in one byte. An episode of more than 255 chapters has a table of tables, each listing up to
255 chapters in order. ffmpeg and all that builds on it (mpv, Audiobookshelf), mutagen and AntennaPod read the
chapters themselves, in any number; a player that follows only the uppermost table may see none of them.
"""

from collections.abc import Iterator, Mapping, Sequence

from mutagen.id3 import APIC, CHAP, CTOC, TIT2, CTOCFlags

from hakawati.errors import InputError
from hakawati.model import Timeline
from hakawati.publishing.edition import ChapterEntry, chapter_entries
from hakawati.publishing.tags.encoding import OTHER_PICTURE, UTF_16, line
from hakawati.publishing.tags.pictures import kind

NO_OFFSET = 0xFFFFFFFF
"""A chapter is found by its time; byte offsets are left unstated."""
OF_ONE_TABLE = 255
"""A table of contents counts its entries in one byte."""


def chapter_frames(timeline: Timeline, images: Mapping[int, bytes]) -> Iterator[object]:
    """The tables, then the chapters. Raises InputError for more chapters than a table of tables holds."""
    chapters = chapter_entries(timeline)
    names = _names("chp", len(chapters))
    yield from _tables(timeline, names)
    for number, (name, chapter) in enumerate(zip(names, chapters, strict=True), 1):
        yield _chapter(name, chapter, images.get(number))


def _tables(timeline: Timeline, names: Sequence[str]) -> Iterator[object]:
    if len(names) > OF_ONE_TABLE**2:
        raise InputError(
            f"episode {timeline.number}, {timeline.title!r}: {len(names)} chapters, and an MP3 holds "
            f"{OF_ONE_TABLE**2}. Make episodes shorter, or chapters fewer."
        )
    top = CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    if len(names) <= OF_ONE_TABLE:
        yield _table("toc", top, names, timeline.title)
        return
    parts = [names[first : first + OF_ONE_TABLE] for first in range(0, len(names), OF_ONE_TABLE)]
    tables = _names("toc", len(parts))
    yield _table("toc", top, tables, timeline.title)
    for table, part in zip(tables, parts, strict=True):
        yield _table(table, CTOCFlags.ORDERED, part, timeline.title)


def _table(name: str, flags: CTOCFlags, entries: Sequence[str], title: str) -> object:
    heading = TIT2(encoding=UTF_16, text=line(title))
    return CTOC(element_id=name, flags=flags, child_element_ids=list(entries), sub_frames=[heading])


def _chapter(name: str, chapter: ChapterEntry, image: bytes | None) -> object:
    inside: list[object] = [TIT2(encoding=UTF_16, text=line(chapter.title))]
    if image:
        inside.append(APIC(encoding=UTF_16, mime=kind(image), type=OTHER_PICTURE, desc="", data=image))
    return CHAP(
        element_id=name,
        start_time=chapter.start,
        end_time=chapter.end,
        start_offset=NO_OFFSET,
        end_offset=NO_OFFSET,
        sub_frames=inside,
    )


def _names(prefix: str, count: int) -> list[str]:
    """Padded with zeros, since some readers sort by them."""
    width = max(3, len(str(count - 1)))
    return [f"{prefix}{place:0{width}}" for place in range(count)]
