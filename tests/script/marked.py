"""Marked-up text in a line to a segment: `role|speaker|ending|text`, a paragraph ending in an empty line."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from hakawati.model import Manner, Segment
from hakawati.reading.plain import paragraphs
from hakawati.reading.source import Source
from hakawati.script.finders.passage import Passage
from hakawati.script.roles import runs
from hakawati.script.runs import Run
from hakawati.script.segments import segments


def plain(text: str) -> Source:
    return Source(Path("text.txt"), text, "plain", tuple(paragraphs(text)))


def narrated(text: str) -> list[Run]:
    return [Run(text, Manner(), range(len(text)))]


def marked(text: str, language: str, limit: int = 300) -> list[Segment]:
    """Every segment of `text`."""
    found: list[Segment] = []
    before = ""
    for paragraph in paragraphs(text):
        found += segments(runs(Passage(paragraph.text, before, language), paragraph.places), limit)
        before = paragraph.text
    return found


def lines(found: Iterable[Segment]) -> str:
    return "\n".join(f"{one.role}|{one.manner.speaker or ''}|{one.ending}|{one.text}" for one in found)


def again(found: Sequence[Segment], limit: int) -> list[Segment]:
    """What comes of writing the segments of one paragraph with a space between and cutting them again."""
    written: list[Run] = []
    for one in found:
        text = one.text if not written else " " + one.text
        written.append(Run(text, one.manner, range(len(text))))
    return list(segments(written, limit))
