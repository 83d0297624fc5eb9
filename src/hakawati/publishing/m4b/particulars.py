"""What is said of the book, as iTunes began it and all players read it: `ilst`, a list of items.

The narrator stands twice: as the composer, where most audiobook players look, and under the name that Audible gave it.
"""

from collections.abc import Iterator

from hakawati.publishing.edition import About
from hakawati.publishing.m4b.boxes import box, full_box, word
from hakawati.publishing.m4b.tracks import handler_box
from hakawati.publishing.one_line import one_line
from hakawati.publishing.tags.encoding import lines
from hakawati.publishing.tags.pictures import kind

TEXT, JPEG, PNG, NUMBER = 1, 13, 14, 21
"""Kinds of data."""
AUDIOBOOK = 2
"""Of the kinds of media (`stik`)."""


def particulars(about: About) -> bytes:
    """Nothing is said of what is not known."""
    items = [*_names(about), *_texts(about), *_flags(), *_cover(about)]
    return full_box(b"meta", handler_box(b"mdir", maker=b"appl"), box(b"ilst", *items))


def _names(about: About) -> Iterator[bytes]:
    yield from (_text(name, one_line(about.title)) for name in (b"\xa9nam", b"\xa9alb"))
    if about.author:
        yield from (_text(name, one_line(about.author)) for name in (b"\xa9ART", b"aART"))
    if about.narrator:
        yield from (_text(name, one_line(about.narrator)) for name in (b"\xa9wrt", b"\xa9nrt"))


def _texts(about: About) -> Iterator[bytes]:
    yield _text(b"\xa9gen", one_line(about.genre))
    if about.year:
        yield _text(b"\xa9day", f"{about.year:04}")
    if about.description:
        yield from (_text(name, lines(about.description)) for name in (b"\xa9cmt", b"desc", b"ldes"))
    if about.copyright:
        yield _text(b"cprt", one_line(about.copyright))


def _flags() -> Iterator[bytes]:
    yield _item(b"stik", NUMBER, bytes([AUDIOBOOK]))
    yield _item(b"pgap", NUMBER, bytes([True]))


def _cover(about: About) -> Iterator[bytes]:
    picture = about.picture or about.cover
    if picture:
        yield _item(b"covr", PNG if kind(picture) == "image/png" else JPEG, picture)


def _text(name: bytes, text: str) -> bytes:
    return _item(name, TEXT, text.encode())


def _item(name: bytes, kind_of_data: int, content: bytes) -> bytes:
    no_country = word(0)
    return box(name, box(b"data", word(kind_of_data), no_country, content))
