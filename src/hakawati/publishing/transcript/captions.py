"""An episode's captions: lines of words, and from when to when they are shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from hakawati.model import Timeline
from hakawati.publishing.transcript.bidi import INVISIBLE, is_right_to_left
from hakawati.publishing.transcript.breaking import LONGEST, SHORTEST, cuts
from hakawati.publishing.transcript.pieces import LINE
from hakawati.publishing.transcript.words import Word, paragraphs
from hakawati.units import Milliseconds, milliseconds

READING_SPEED = 20
"""Characters a second that people read with ease. Where speech is faster, speech decides."""


@dataclass(frozen=True, slots=True)
class Caption:
    """`lines` are one or two; `right_to_left` is what its paragraph is written as."""

    start: Milliseconds
    end: Milliseconds
    lines: tuple[tuple[Word, ...], ...]
    right_to_left: bool

    @property
    def words(self) -> Iterator[Word]:
        return chain.from_iterable(self.lines)


@dataclass(slots=True)
class _Last:
    """What was asked for last: WebVTT and SubRip ask for the same, and nothing that is published takes longer.

    Known again by being the same object, since timelines are equal whatever stood between their segments.
    """

    timeline: Timeline | None = None
    captions: tuple[Caption, ...] = ()


_last = _Last()


def captions(timeline: Timeline) -> tuple[Caption, ...]:
    """In order, none overlapping another, all words of the episode in them."""
    if _last.timeline is not timeline:
        _last.captions, _last.timeline = tuple(_captions(timeline)), timeline
    return _last.captions


def _captions(timeline: Timeline) -> list[Caption]:
    made: list[Caption] = []
    unfinished = [one for paragraph in paragraphs(timeline) for one in _of(paragraph)]
    end = milliseconds(timeline.samples, timeline.rate)
    for caption, following in zip(unfinished, [*unfinished[1:], None], strict=True):
        start = max(caption.start, made[-1].end if made else 0)
        until = max(start + 1, min(_shown_until(caption), following.start if following else end))
        made.append(Caption(Milliseconds(start), Milliseconds(until), caption.lines, caption.right_to_left))
    return made


def _of(paragraph: Sequence[Word]) -> Iterator[Caption]:
    right_to_left = is_right_to_left("".join(word.text for word in paragraph))
    for start, middle, end in cuts(paragraph, LINE - INVISIBLE if right_to_left else LINE):
        lines = (paragraph[start:middle], paragraph[middle:end])
        held = tuple(tuple(line) for line in lines if line)
        yield Caption(paragraph[start].start, paragraph[end - 1].end, held, right_to_left)


def _shown_until(caption: Caption) -> int:
    """Its words' end, or as long after it as it takes to read them; never longer than a caption may be."""
    characters = sum(len(word.text) + word.spaced for word in caption.words)
    readable = max(SHORTEST, 1000 * characters // READING_SPEED)
    return caption.start + min(LONGEST, max(readable, caption.end - caption.start))
