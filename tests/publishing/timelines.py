"""Timelines made up for tests: by lengths alone, or with every word told in its time."""

import re
from collections.abc import Iterable

from hakawati.model import Cue, Ending, Manner, Mark, Role, Segment, Sounding, TimedChapter, Timeline
from hakawati.units import Hertz, Samples

RATE = Hertz(44_100)
LETTER = 3_000
"""Samples that a letter is said in: 68 ms."""
GAP = 1_500
"""Samples between words."""
BEFORE, AFTER = 4_410, 22_050
"""Samples of silence around a segment."""


def laid(*chapters: tuple[str, int], number: int = 2, title: str = "حلقة") -> Timeline:
    """Chapters of one take each, by title and length in samples."""
    start, timed = 0, []
    for name, length in chapters:
        timed.append(TimedChapter(name, (Cue(Segment(text=name), Samples(start), Samples(length)),)))
        start += length
    return Timeline(number, title, RATE, tuple(timed))


def said(
    text: str, role: Role = Role.NARRATION, speaker: str | None = None, ending: Ending = Ending.SENTENCE
) -> Segment:
    return Segment(text=text, manner=Manner(role=role, speaker=speaker), ending=ending)


def told(*chapters: Iterable[Segment], marked: bool = True, title: str = "حلقة") -> Timeline:
    """Chapters of segments, each word as long as its letters; with a mark for every word, or without any."""
    start, timed = 0, []
    for nth, segments in enumerate(chapters, 1):
        cues = []
        for segment in segments:
            cue = _told(segment, start, marked=marked)
            cues.append(cue)
            start += cue.samples
        timed.append(TimedChapter(f"فصل {nth}", tuple(cues)))
    return Timeline(1, title, RATE, tuple(timed))


def _told(segment: Segment, start: int, *, marked: bool) -> Cue:
    at, marks = BEFORE, []
    for word in re.finditer(r"\S*\w\S*", segment.text):
        marks.append(Mark(word.start(), word.end(), Samples(at)))
        at += LETTER * len(re.findall(r"\w", word[0])) + GAP
    sounding = Sounding(Samples(BEFORE), Samples(at - GAP))
    return Cue(segment, Samples(start), Samples(at + AFTER), tuple(marks) if marked else (), sounding)
