"""What would be performed, by whom and how. Makes no sound."""

from collections.abc import Iterator
from typing import Any

from hakawati.model import Book, Note, Segment
from hakawati.production.places import open_store
from hakawati.production.plan import voice_of
from hakawati.production.sources import book_of
from hakawati.production.taking import spoken_text
from hakawati.settings import Settings
from hakawati.store import Store


def book_shown(settings: Settings) -> dict[str, Any]:
    """The contract of `hakawati show --json`: plain values."""
    store = open_store(settings)
    book = book_of(settings, store)
    return {
        "title": book.title,
        "author": book.author,
        "language": book.language,
        "episodes": [
            {
                "number": episode.number,
                "title": episode.title,
                "chapters": [
                    {
                        "title": chapter.title or episode.title,
                        "segments": [_segment(segment, settings, book, store) for segment in chapter.segments],
                    }
                    for chapter in episode.chapters
                ],
            }
            for episode in book.episodes
        ],
    }


def _segment(segment: Segment, settings: Settings, book: Book, store: Store) -> dict[str, Any]:
    voice = voice_of(segment, settings, book.language)
    spoken = spoken_text(segment, book.language, voice.engine, store)
    return {
        "role": segment.role,
        "speaker": segment.manner.speaker,
        "text": segment.text,
        "spoken": spoken.text,
        "start": segment.start,
        "end": segment.end,
        "voice": str(voice),
        "notes": [_note(note) for note in spoken.notes],
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "rule": note.rule,
        "start": note.start,
        "end": note.end,
        "from": note.source,
        "to": note.spoken,
        "confidence": note.confidence,
    }


def lines_shown(settings: Settings, *, spoken: bool) -> Iterator[str]:
    """The book for reading in a terminal; with `spoken`, what the engine is given below what the author wrote."""
    store = open_store(settings)
    book = book_of(settings, store)
    yield f"{book.title} · {book.author}" if book.author else book.title
    for episode in book.episodes:
        yield f"\n# {episode.number}. {episode.title or book.title}"
        for chapter in episode.chapters:
            yield f"\n## {chapter.title or episode.title}"
            for segment in chapter.segments:
                yield from _lines(segment, settings, book, store, spoken=spoken)


def _lines(segment: Segment, settings: Settings, book: Book, store: Store, *, spoken: bool) -> Iterator[str]:
    who = f" ({segment.manner.speaker})" if segment.manner.speaker else ""
    yield f"{segment.role}{who}: {' '.join(segment.text.split())}"
    if spoken:
        voice = voice_of(segment, settings, book.language)
        said = spoken_text(segment, book.language, voice.engine, store)
        yield f"    {voice}: {said.text}"
        for note in said.notes:
            yield f"    {note.rule} ({note.confidence:.0%}): {note.source or '∅'} -> {note.spoken}"
