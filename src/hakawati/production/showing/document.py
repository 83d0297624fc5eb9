"""The contract of `hakawati show --json`: plain values."""

from typing import Any

from hakawati.model import Chapter, Episode, Note, Segment
from hakawati.production.progress import Progress
from hakawati.production.showing.shown import Shown
from hakawati.script.review import remarks


def document(shown: Shown, progress: Progress) -> dict[str, Any]:
    """Spells every segment that is shown."""
    progress.begin(sum(1 for _ in shown.part.segments()))
    return {
        "title": shown.book.title,
        "author": shown.book.author,
        "language": shown.book.language,
        "episodes": [_episode(episode, shown, progress) for episode in shown.part.episodes],
    }


def _episode(episode: Episode, shown: Shown, progress: Progress) -> dict[str, Any]:
    return {
        "number": episode.number,
        "title": episode.title,
        "chapters": [_chapter(chapter, episode, shown, progress) for chapter in episode.chapters],
    }


def _chapter(chapter: Chapter, episode: Episode, shown: Shown, progress: Progress) -> dict[str, Any]:
    return {
        "title": chapter.title or episode.title,
        "segments": [_segment(segment, shown, progress) for segment in chapter.segments],
    }


def _segment(segment: Segment, shown: Shown, progress: Progress) -> dict[str, Any]:
    spoken = shown.spoken(segment)
    progress.advance(1)
    return {
        "role": segment.role,
        "speaker": segment.manner.speaker,
        "text": segment.text,
        "spoken": spoken.text,
        "start": segment.start,
        "end": segment.end,
        "voice": str(shown.voice(segment)),
        "notes": [_note(note) for note in (*spoken.notes, *remarks(segment))],
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
