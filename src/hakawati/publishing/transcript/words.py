"""A timeline's words, each with its time: what captions are made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakawati.model import Cue, Ending, Manner, Role, Timeline
from hakawati.publishing.adjoining import adjoining
from hakawati.publishing.transcript.clock import Clock
from hakawati.publishing.transcript.pieces import Break, leans_back, pieces
from hakawati.units import Hertz, Milliseconds, milliseconds


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a part of one that may be on a line of its own.

    `spaced`: white space stands before it. `marked`: the engine told when it begins. `after`: how well a line ends
    with it.
    """

    text: str
    start: Milliseconds
    end: Milliseconds
    spaced: bool
    marked: bool
    after: Break
    manner: Manner


def paragraphs(timeline: Timeline) -> Iterator[list[Word]]:
    """What no caption goes beyond. All words of all segments, in order."""
    for chapter in timeline.chapters:
        paragraph: list[Word] = []
        for nth, cue in enumerate(chapter.cues):
            following = chapter.cues[nth + 1] if nth + 1 < len(chapter.cues) else None
            words = _words(cue, timeline.rate)
            paragraph = _joined(paragraph, words, cue, chapter.cues[nth - 1] if nth else None)
            if paragraph and (following is None or _parted(cue, following)):
                paragraph[-1] = replace(paragraph[-1], after=Break.PARAGRAPH)
                yield paragraph
                paragraph = []


def _words(cue: Cue, rate: Hertz) -> list[Word]:
    clock = Clock(cue)

    def time(offset: int) -> Milliseconds:
        return milliseconds(cue.start + clock.at(offset), rate)

    return [
        Word(
            text=piece.text,
            start=time(piece.start),
            end=time(piece.end),
            spaced=piece.spaced,
            marked=clock.is_marked(piece.start, piece.end),
            after=piece.after,
            manner=cue.segment.manner,
        )
        for piece in pieces(cue.segment.text)
    ]


def _joined(before: Sequence[Word], words: list[Word], cue: Cue, last: Cue | None) -> list[Word]:
    """The words of `cue` after those `before`, which end with the words of `last`."""
    if not before or not words or last is None:
        return [*before, *words]
    touching = adjoining(last.segment, cue.segment)
    apart = not touching and not leans_back(words[0].text)
    after = max(before[-1].after, _at_end_of(last)) if apart else Break.NONE
    return [*before[:-1], replace(before[-1], after=after), replace(words[0], spaced=not touching), *words[1:]]


def _at_end_of(cue: Cue) -> Break:
    return {
        Ending.RUN: Break.RUN,
        Ending.CLAUSE: Break.RUN,
        Ending.SENTENCE: Break.SENTENCE,
        Ending.PARAGRAPH: Break.PARAGRAPH,
    }[cue.segment.ending]


def _parted(cue: Cue, following: Cue) -> bool:
    """A heading stands alone, and so does each line of poetry."""
    roles = cue.segment.role, following.segment.role
    return (
        cue.segment.ending is Ending.PARAGRAPH
        or roles == (Role.POETRY, Role.POETRY)
        or (Role.HEADING in roles and roles[0] is not roles[1])
    )
