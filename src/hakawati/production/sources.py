"""From a file on disk to a Book: read, then parsed if it is a script, else marked up. What was marked up is kept."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import msgspec

from hakawati.errors import SettingsError
from hakawati.model import Book
from hakawati.reading.formats import File, opened
from hakawati.reading.source import Source
from hakawati.script import markup
from hakawati.script.file.parser import parse
from hakawati.script.markup import MarkUp, mark_up
from hakawati.settings import Settings
from hakawati.store import Kind, Store, key

ARABIC = range(0x0620, 0x0780)
LATIN = range(0x0041, 0x0250)
MOST_CHARACTERS, MOST_PARAGRAPHS = 20_000, 500
"""Of a text, that are looked at to tell its alphabet."""
IN_ARABIC_LETTERS = frozenset({"ar", "fa", "ur", "ps", "sd", "ug", "ckb", "ku", "pa", "ks", "bal", "az"})
"""Languages that are written in Arabic letters, some of them not always."""


def source_path(settings: Settings) -> Path:
    if settings.source is None:
        raise SettingsError(["no source was given: hakawati build FILE, or `source` in hakawati.toml"])
    return settings.source


def book_of(settings: Settings, store: Store) -> Book:
    """The marked-up book, from the store where the same file was read and marked up in the same way before."""
    file = opened(source_path(settings))
    if file.format.kind == "script":
        book = parse(file.source().text, file.path, settings.segment_characters)
        return _as_settled(book, settings)
    kept = _key(file, settings)
    found = store.get(Kind.BOOK, kept)
    if found:
        return msgspec.msgpack.decode(found, type=Book)
    source = file.source()
    book = mark_up(source, _mark_up(source, settings))
    store.put(Kind.BOOK, kept, msgspec.msgpack.encode(book))
    return book


def cover_of(settings: Settings) -> bytes | None:
    """The picture for the tags, PNG or JPEG: the one that is set, else the one in the source."""
    return settings.cover.read_bytes() if settings.cover else opened(source_path(settings)).cover()


def _key(file: File, settings: Settings) -> str:
    """Of the file's bytes, so that a book that is kept needs no reading: documents take pandoc seconds."""
    asked = _asked(settings)
    return key(file.reader(), markup.MARKUP_REVISION, sha256(file.data).hexdigest(), file.path.name, asked)


def _mark_up(source: Source, settings: Settings) -> MarkUp:
    """How it is marked up: as is set, else as the file says of itself, else as the text looks."""
    asked = _asked(settings)
    return replace(
        asked,
        title=asked.title or source.about.title,
        author=asked.author or source.about.author,
        language=asked.language or _language(source),
    )


def _asked(settings: Settings) -> MarkUp:
    """What the settings say of marking up; no language where they say none."""
    return MarkUp(
        title=settings.title,
        author=settings.author,
        language=settings.language or "",
        episode_minutes=settings.episode_minutes,
        segment_characters=settings.segment_characters,
        episode_level=settings.episode_level,
        chapter_level=settings.chapter_level,
    )


def _language(source: Source) -> str:
    """What the file says, unless the alphabet says otherwise: programs that make books write their own language in."""
    stated = source.about.language
    begin = "".join(one.text for one in source.paragraphs[:MOST_PARAGRAPHS])
    arabic, latin = _letters(begin)
    if stated and (arabic > latin) == (stated in IN_ARABIC_LETTERS):
        return stated
    return language_of(begin)


def _as_settled(book: Book, settings: Settings) -> Book:
    """A script states its own title, author and language; settings made for this source win."""
    stated = {name: getattr(settings, name) for name in ("title", "author", "language")}
    return replace(book, **{name: value for name, value in stated.items() if value is not None})


def language_of(text: str) -> str:
    """`ar` or `en`, by the alphabet most of the text's first letters are in; other languages must be stated."""
    arabic, latin = _letters(text)
    return "ar" if arabic >= latin else "en"


def _letters(text: str) -> tuple[int, int]:
    """How many of the text's first letters are Arabic, and how many Latin."""
    codes = [ord(character) for character in text[:MOST_CHARACTERS]]
    return sum(code in ARABIC for code in codes), sum(code in LATIN for code in codes)
