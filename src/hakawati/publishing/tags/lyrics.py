"""An episode's text in the author's own words, as a player shows lyrics."""

from collections.abc import Iterator
from itertools import pairwise

from hakawati.model import Ending, Role, Segment, Timeline
from hakawati.publishing.adjoining import adjoining


def lyrics(timeline: Timeline) -> str:
    """Paragraphs with an empty line between; each line of poetry on a line of its own."""
    return "\n\n".join(_paragraphs(timeline))


def _paragraphs(timeline: Timeline) -> Iterator[str]:
    for chapter in timeline.chapters:
        paragraph: list[Segment] = []
        for cue in chapter.cues:
            paragraph.append(cue.segment)
            if cue.segment.ending is Ending.PARAGRAPH:
                yield _joined(paragraph)
                paragraph = []
        if paragraph:
            yield _joined(paragraph)


def _joined(segments: list[Segment]) -> str:
    text = segments[0].text
    for before, after in pairwise(segments):
        text += _between(before, after) + after.text
    return text


def _between(before: Segment, after: Segment) -> str:
    if before.role is after.role is Role.POETRY:
        return "\n"
    return "" if adjoining(before, after) else " "
