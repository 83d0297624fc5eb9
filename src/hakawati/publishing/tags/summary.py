"""What an episode is about, in short: for its comment."""

from collections.abc import Sequence

from hakawati.model import Timeline
from hakawati.publishing.edition import About, ChapterEntry, chapter_entries
from hakawati.publishing.short_time import short_time
from hakawati.publishing.tags.encoding import line
from hakawati.publishing.tags.lyrics import lyrics

OPENING = 300
"""Characters of the text's beginning that stand for a description."""


def summary(timeline: Timeline, about: About) -> str:
    """The book's description, or else the episode's opening words; then its chapters with their times, if several."""
    chapters = chapter_entries(timeline)
    first = (about.description or "").strip() or opening(" ".join(lyrics(timeline).split()))
    return "\n\n".join(part for part in (first, _listed(chapters) if len(chapters) > 1 else "") if part)


def opening(text: str) -> str:
    """The beginning of `text`, whole words only."""
    if len(text) <= OPENING:
        return text
    return text[: OPENING + 1].rpartition(" ")[0].rstrip() + " …" if " " in text[:OPENING] else text[:OPENING] + "…"


def _listed(chapters: Sequence[ChapterEntry]) -> str:
    return "\n".join(f"{short_time(chapter.start)} {line(chapter.title)}" for chapter in chapters)
