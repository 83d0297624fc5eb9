"""Books of a few words, made as a test needs them."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from hakawati.engines.casting import Casting
from hakawati.engines.registry import Engines
from hakawati.model import Book, Chapter, Ending, Episode, Manner, Segment
from hakawati.settings import Settings, VoiceChoice


def said(text: str, ending: Ending = Ending.SENTENCE, **how: object) -> Segment:
    """A segment in the manner of `how`."""
    return Segment(text=text, manner=Manner(**how), ending=ending)  # type: ignore[arg-type]  # checked as it runs


def book_of(*chapters: list[Segment], language: str = "ar") -> Book:
    """One episode, its segments at the places they would have in a source."""
    at = 0
    made = []
    for chapter in chapters:
        placed = []
        for segment in chapter:
            placed.append(replace(segment, start=at, end=at + len(segment.text)))
            at = placed[-1].end + 1
        made.append(Chapter("", tuple(placed)))
    return Book("كتاب", None, language, (Episode(1, "حلقة", tuple(made)),))


def casting(
    book: Book, cast: Mapping[str, VoiceChoice] | None = None, recordings: Mapping[str, Path] | None = None
) -> Casting:
    return Casting(book, Settings(cast=cast or {}, recordings=recordings or {}), Engines())
