"""A book's cover, drawn or made fit once and kept: both take a second."""

import msgspec

from hakawati.model import Book
from hakawati.production.progress import Progress
from hakawati.production.sources import cover_of, source_path
from hakawati.publishing.cover.cover import Cover, cover, shaped_by
from hakawati.settings import Settings
from hakawati.store import Kind, Store, key


def book_cover(book: Book, settings: Settings, store: Store, progress: Progress) -> Cover:
    """What was done to a picture, or could not be drawn, is said when it is made. Raises InputError."""
    picture = cover_of(settings)
    source = str(settings.cover or source_path(settings))
    name = key(shaped_by(picture, book.title, book.author, book.language, source))
    kept = store.get(Kind.COVER, name)
    if kept:
        return msgspec.msgpack.decode(kept, type=Cover)
    made = cover(picture, book.title, book.author, book.language, source)
    for sentence in made.said:
        progress.say(sentence)
    store.put(Kind.COVER, name, msgspec.msgpack.encode(made))
    return made
