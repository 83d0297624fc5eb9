"""When each segment and word of an episode sounds, in few characters: every number counts from the one before it."""

from collections.abc import Iterator
from itertools import accumulate

from hakawati.model import Cue, Mark, Timeline
from hakawati.units import Hertz, milliseconds


def timings(timeline: Timeline) -> list[list[int]]:
    """For each cue: its length, then three numbers for each word of it.

    Those are the characters since the word before (its end; the segment's beginning at first), the word's own
    characters, and the milliseconds since the word before began (since the cue began at first). Characters are counted
    as JavaScript counts them, in UTF-16 code units. Sums of lengths are the milliseconds that all publications state.
    """
    return [
        [_at(cue.end, timeline.rate) - _at(cue.start, timeline.rate), *_words(cue, timeline.rate)]
        for chapter in timeline.chapters
        for cue in chapter.cues
    ]


def _words(cue: Cue, rate: Hertz) -> Iterator[int]:
    places = _utf_16_places(cue.segment.text)
    end, time = 0, _at(cue.start, rate)
    for mark in _apart(cue.marks):
        begin, sounds = places[mark.start], _at(cue.start + mark.sample, rate)
        yield from (begin - end, places[mark.end] - begin, sounds - time)
        end, time = places[mark.end], sounds


def _apart(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    """The marks that are on new text: a number said in five words is one word of the author's."""
    end = 0
    for mark in marks:
        if mark.end > max(mark.start, end):
            yield Mark(max(mark.start, end), mark.end, mark.sample)
            end = mark.end


def _utf_16_places(text: str) -> list[int]:
    """For each offset into `text`, its end included, the code units before it."""
    return list(accumulate((1 + (character > "\uffff") for character in text), initial=0))


def _at(sample: int, rate: Hertz) -> int:
    return milliseconds(sample, rate)
