"""Mark-up: a source's paragraphs become a Book of episodes, chapters and segments with roles."""

from collections.abc import Iterator
from dataclasses import dataclass

from hakawati.errors import SourceError
from hakawati.model import Book, Episode, Role, Segment
from hakawati.reading.source import Source
from hakawati.script.chapters import chapters_of
from hakawati.script.episodes import episodes
from hakawati.script.finders.divisions import division
from hakawati.script.finders.passage import Passage
from hakawati.script.length import minutes
from hakawati.script.parts import Part, by_sentence, leads_on
from hakawati.script.roles import runs
from hakawati.script.sections import authors_own
from hakawati.script.segments import segments
from hakawati.script.titles import title
from hakawati.script.topics import called, topic

MARKUP_REVISION = 6
"""Counts the changes that give another book for the same text: kept books of another revision are made again."""

SPOKEN_BY_SOMEONE = frozenset({Role.SPEECH, Role.HADITH, Role.SUPPLICATION, Role.POETRY})

LONGEST_TITLE_LINE = 80
"""Characters of a first line that is taken for the book's title."""


@dataclass(frozen=True, slots=True)
class MarkUp:
    """How a source is marked up. `title` None takes one from the text; `segment_characters` is the most that a
    segment may hold. Headings down to `episode_level` begin episodes (`episodes.episodes`), down to `chapter_level`
    chapters.
    """

    title: str | None
    author: str | None
    language: str
    episode_minutes: float
    segment_characters: int = 300
    episode_level: int | None = None
    chapter_level: int = 6


def mark_up(source: Source, plan: MarkUp) -> Book:
    """The source as a book. Raises SourceError if there is nothing in it to say."""
    parts = authors_own(list(_parts(source, plan)))
    if not parts:
        raise SourceError(f"{source.path}: no letter and no digit, so nothing to say: name a file with text in it")
    divided = chapters_of(episodes(parts, plan.episode_minutes, plan.episode_level), plan.chapter_level)
    return Book(
        plan.title or _title(source),
        plan.author,
        plan.language,
        tuple(Episode(number, found[0].title, found) for number, found in enumerate(divided, 1)),
    )


def _parts(source: Source, plan: MarkUp) -> Iterator[Part]:
    before, speaking = "", None
    following = (*(paragraph.text for paragraph in source.paragraphs[1:]), "")
    for paragraph, after in zip(source.paragraphs, following, strict=True):
        passage = Passage(paragraph.text, before, plan.language, paragraph.shape, speaking, after)
        found = segments(runs(passage, paragraph.places), plan.segment_characters)
        if found:
            level = paragraph.level or (division(paragraph.text) if found[0].role is Role.HEADING else 0)
            opens = called(paragraph.text) if level else topic(found, paragraph.text, before)
            yield from (part._replace(level=level) for part in _paragraph_parts(found, opens, plan))
            speaking = found[-1].manner if found[-1].role in SPOKEN_BY_SOMEONE else None
        before = paragraph.text


def _paragraph_parts(paragraph: tuple[Segment, ...], opens: str, plan: MarkUp) -> Iterator[Part]:
    """The paragraph, which opens a topic of this title or none, whole, or by its sentences if it is longer than two
    episodes.
    """
    length = minutes(paragraph, plan.language)
    if length <= 2 * plan.episode_minutes:
        yield Part(paragraph, length, opens, leads_on(paragraph))
        return
    for sentence in by_sentence(paragraph):
        yield Part(sentence, minutes(sentence, plan.language), opens)
        opens = ""


def _title(source: Source) -> str:
    """The text's first line if it is short and announces nothing, else the file's name."""
    first = source.paragraphs[0].text
    if len(first) <= LONGEST_TITLE_LINE and not first.rstrip().endswith(":") and title(first):
        return title(first)
    return title(source.path.stem.replace("_", " ").replace("-", " ")) or source.path.name
