"""From a file on disk to a Book: read, then parsed if it is a script, else marked up. What was marked up is kept."""

from dataclasses import replace
from pathlib import Path

import msgspec

from hakawati.errors import SettingsError
from hakawati.model import Book
from hakawati.reading.formats import read
from hakawati.reading.source import Source
from hakawati.script import markup
from hakawati.script.file.parser import parse
from hakawati.script.markup import MarkUp, mark_up
from hakawati.settings import Settings
from hakawati.store import Kind, Store, key

ARABIC = range(0x0620, 0x0780)
LATIN = range(0x0041, 0x0250)


def source_path(settings: Settings) -> Path:
    if settings.source is None:
        raise SettingsError(["no source was given: hakawati build FILE, or `source` in hakawati.toml"])
    return settings.source


def book_of(settings: Settings, store: Store) -> Book:
    """The marked-up book, from the store where the same text was marked up in the same way before."""
    source = read(source_path(settings))
    if source.kind == "script":
        book = parse(source.text, source.path, settings.segment_characters)
        return _as_settled(book, settings)
    how = _mark_up(source, settings)
    kept = key(markup.MARKUP_REVISION, source.text, source.kind, source.path.stem, how)
    found = store.get(Kind.BOOK, kept)
    if found:
        return msgspec.msgpack.decode(found, type=Book)
    book = mark_up(source, how)
    store.put(Kind.BOOK, kept, msgspec.msgpack.encode(book))
    return book


def _mark_up(source: Source, settings: Settings) -> MarkUp:
    return MarkUp(
        title=settings.title,
        author=settings.author,
        language=settings.language or language_of(source.text),
        episode_minutes=settings.episode_minutes,
        segment_characters=settings.segment_characters,
    )


def _as_settled(book: Book, settings: Settings) -> Book:
    """A script states its own title, author and language; settings made for this source win."""
    stated = {name: getattr(settings, name) for name in ("title", "author", "language")}
    return replace(book, **{name: value for name, value in stated.items() if value is not None})


def language_of(text: str) -> str:
    """`ar` or `en`, by the alphabet most of the text's first letters are in; other languages must be stated."""
    codes = [ord(character) for character in text[:20_000]]
    arabic = sum(code in ARABIC for code in codes)
    return "ar" if arabic >= sum(code in LATIN for code in codes) else "en"
