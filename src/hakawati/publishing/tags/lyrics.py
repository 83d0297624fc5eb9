"""An episode's text in the author's own words, as a player shows lyrics."""

from itertools import pairwise

from hakawati.model import Cue, Role, Segment, Timeline
from hakawati.publishing.adjoining import adjoining
from hakawati.publishing.paragraphs import paragraphs


def lyrics(timeline: Timeline) -> str:
    """Paragraphs with an empty line between; each line of poetry on a line of its own."""
    return "\n\n".join(_joined(one) for chapter in timeline.chapters for one in paragraphs(chapter.cues))


def _joined(cues: list[Cue]) -> str:
    text = cues[0].segment.text
    for before, after in pairwise(cue.segment for cue in cues):
        text += _between(before, after) + after.text
    return text


def _between(before: Segment, after: Segment) -> str:
    if before.role is after.role is Role.POETRY:
        return "\n"
    return "" if adjoining(before, after) else " "
