"""A script file read: from its text to the Book it states. What it may hold: `blocks`, `spans`, `attributes`."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from hakawati.model import Book, Chapter, Episode, Segment
from hakawati.script.file import front_matter, spans
from hakawati.script.file.blocks import CHAPTER, EPISODE, Heading, Paragraph, blocks
from hakawati.script.file.text import ScriptText
from hakawati.script.runs import Run
from hakawati.script.segments import segments

DEFAULT_LANGUAGE = "ar"


def parse(text: str, path: Path | str, limit: int) -> Book:
    """The Book that the script `text` states; segments are cut to at most `limit` characters (`segments`).

    Without a title in its front matter the book is called as the file at `path`, and text before the first episode's
    heading is an episode called as the book. A chapter before the first `##` has no title. Segments start and end at
    offsets into `text`. Raises ScriptError for the first mistake, and for an episode or chapter with nothing to read.
    """
    script = ScriptText(path, text)
    script.check()
    matter = front_matter.read(script)
    title = Path(path).stem if matter.title is None else matter.title
    parts = _parts(blocks(script, matter.end), EPISODE)
    named = [
        (title if heading is None else spans.title(heading), _chapters(script, heading, within, limit))
        for heading, within in parts
    ]
    kept = ((name, chapters) for name, chapters in named if chapters)
    episodes = tuple(Episode(number, name, chapters) for number, (name, chapters) in enumerate(kept, 1))
    if not episodes:
        raise script.mistake(0, "there is nothing to read in this script: write “# A title” and below it some text")
    return Book(title, matter.author, DEFAULT_LANGUAGE if matter.language is None else matter.language, episodes)


def _parts(found: Sequence[Heading | Paragraph], level: int) -> list[tuple[Heading | None, list[Heading | Paragraph]]]:
    """What stands below each heading of `level`; first, below None, what stands above them all."""
    parts: list[tuple[Heading | None, list[Heading | Paragraph]]] = [(None, [])]
    for block in found:
        if isinstance(block, Heading) and block.level == level:
            parts.append((block, []))
        else:
            parts[-1][1].append(block)
    return parts


def _chapters(
    script: ScriptText, heading: Heading | None, within: Sequence[Heading | Paragraph], limit: int
) -> tuple[Chapter, ...]:
    """The chapters of the episode below `heading`. What stands above all headings may be nothing; no other part may."""
    chapters = []
    for title, paragraphs in _parts(within, CHAPTER):
        found = tuple(chain.from_iterable(_segments(each, limit) for each in paragraphs if isinstance(each, Paragraph)))
        if title and not found:
            raise script.mistake(
                title.at, "there is nothing to read in this chapter: write some text below its heading"
            )
        if found:
            chapters.append(Chapter(spans.title(title) if title else "", found))
    if heading and not chapters:
        raise script.mistake(heading.at, "there is nothing to read in this episode: write some text below its heading")
    return tuple(chapters)


def _segments(paragraph: Paragraph, limit: int) -> tuple[Segment, ...]:
    """The paragraph's segments.

    A pause comes after the last segment of what it was asked for, so the segments before that one belong to their
    neighbours in equal manner and are cut with them: only then is what the writer writes read the same.
    """
    runs = spans.runs(paragraph)
    while True:
        found = segments(runs, limit)
        split = list(chain.from_iterable(_split_at_pause(run, found) for run in runs))
        if len(split) == len(runs):
            return found
        runs = split


def _split_at_pause(run: Run, found: Sequence[Segment]) -> Iterator[Run]:
    """A run that ends in a pause as two, the second what the last of its segments `found` holds."""
    last = found[bisect_left(found, run.places[-1] + 1, key=lambda segment: segment.start) - 1] if found else None
    at = bisect_left(run.places, last.start) if last else 0
    if run.manner.pause is not None and at > 0 and run.text[:at].strip():
        yield Run(run.text[:at], replace(run.manner, pause=None), run.places[:at])
        yield Run(run.text[at:], run.manner, run.places[at:])
    else:
        yield run
