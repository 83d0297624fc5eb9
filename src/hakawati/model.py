"""The words of Hakawati as frozen types: what a book is, and what becomes of it. No input or output here.

    Book ─ Episode ─ Chapter ─ Segment      the text, marked up
    Segment ─▶ Spoken ─▶ Speech ─▶ Take      one segment: said in words, performed, finished and encoded
    Cue, Timeline                           takes laid end to end

Offsets are 0-based, in Unicode code points, the end exclusive.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from hakawati.units import Hertz, Samples


class Role(StrEnum):
    """What a segment is, and so how it is performed."""

    NARRATION = "narration"
    HEADING = "heading"
    HADITH = "hadith"
    """The Prophet's words."""
    SPEECH = "speech"
    """Anyone else's words."""
    VERSE = "verse"
    """Qur'an."""
    SUPPLICATION = "supplication"
    POETRY = "poetry"
    REFERENCE = "reference"
    """A citation, such as a book and a page."""


class Ending(StrEnum):
    """Why a segment ends where it does, and so how long the pause after it is."""

    RUN = "run"
    """The sentence goes on in another role."""
    CLAUSE = "clause"
    """A long sentence, cut at the end of a clause (or, failing that, of a word)."""
    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a run of text is performed: its role, and what an editor has decided about it."""

    role: Role = Role.NARRATION
    speaker: str | None = None
    ref: str | None = None
    """Where a verse stands: `sura:verse`, such as `8:30`."""
    say: str | None = None
    """What to say instead of the text."""
    voice: str | None = None
    """A voice's name, instead of the cast's."""
    rate: float | None = None
    """Speed relative to the voice's own, 1.0 unchanged."""
    pause: float | None = None
    """Seconds of silence after it, instead of what the settings say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """The smallest thing performed: a run of text in one manner, by one speaker, inside one chapter.

    `text` is what the author wrote, white space at its ends taken off. `start` and `end` are its offsets in the
    decoded source; they say where it came from and take no part in comparison.
    """

    text: str
    manner: Manner = Manner()
    ending: Ending = Ending.SENTENCE
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)

    @property
    def role(self) -> Role:
        return self.manner.role


@dataclass(frozen=True, slots=True)
class Chapter:
    """A titled part of an episode: a chapter mark in the MP3. An empty title means the episode's own."""

    title: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """One MP3 file. `number` counts from 1."""

    number: int
    title: str
    chapters: tuple[Chapter, ...]

    def segments(self) -> Iterator[Segment]:
        for chapter in self.chapters:
            yield from chapter.segments


@dataclass(frozen=True, slots=True)
class Book:
    """A text marked up. `language` is an ISO 639-1 code such as `ar`."""

    title: str
    author: str | None
    language: str
    episodes: tuple[Episode, ...]

    def segments(self) -> Iterator[Segment]:
        for episode in self.episodes:
            yield from episode.segments()


@dataclass(frozen=True, slots=True)
class Note:
    """A change to the text that adds or replaces words, for the editor to see.

    `start` and `end` are offsets into the segment's text, `source` is what stood there (may be empty) and `spoken`
    what is said instead. `confidence` is between 0 and 1.
    """

    rule: str
    start: int
    end: int
    source: str
    spoken: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an engine is given for a segment.

    `origins` leads back from it: one pair of offsets into the segment's text for each character of `text`.
    """

    text: str
    origins: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and how: `rate` is relative speed, `pitch` semitones up or down, `volume` decibels."""

    engine: str
    name: str
    rate: float = 1.0
    pitch: float = 0.0
    volume: float = 0.0

    def __str__(self) -> str:
        changes = [f"{label} {value:+g}" for label, value in (("pitch", self.pitch), ("volume", self.volume)) if value]
        if self.rate != 1.0:
            changes.insert(0, f"rate {self.rate:g}")
        return " ".join([f"{self.engine}:{self.name}", *changes])


@dataclass(frozen=True, slots=True)
class Silence:
    """The silence, in seconds, that a take begins and ends with. `after` is the least: it grows to a whole frame."""

    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Mark:
    """When a word sounds: `start` and `end` are offsets into the spoken text, `sample` counts from the begin."""

    start: int
    end: int
    sample: Samples


class Sounding(NamedTuple):
    """Where words sound, from the first sample to the one behind the last: around them are silence and music."""

    start: Samples
    end: Samples


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine returns: mono 16-bit little-endian PCM at the engine's own rate, and word marks where it can.

    `sounding` is known of finished speech only.
    """

    pcm: bytes
    rate: Hertz
    marks: tuple[Mark, ...] = ()
    sounding: Sounding | None = None

    @property
    def samples(self) -> Samples:
        return Samples(len(self.pcm) // 2)


@dataclass(frozen=True, slots=True)
class Take:
    """One segment as performed, finished and encoded.

    `body` holds whole MP3 frames, exactly `samples` samples of sound at `rate`, the last 1,105 or more of them
    silent; `tail` is what the encoder still had in hand, needed after the last take of a file only.
    `marks` are in spoken text and samples of the take.
    """

    samples: Samples
    rate: Hertz
    body: bytes
    tail: bytes
    marks: tuple[Mark, ...] = ()
    sounding: Sounding | None = None


@dataclass(frozen=True, slots=True)
class Cue:
    """A take's place on a timeline: which segment sounds from `start` (in samples) for `samples` samples.

    `marks` are in the segment's own text and in samples of the take.
    """

    segment: Segment
    start: Samples
    samples: Samples
    marks: tuple[Mark, ...] = ()
    sounding: Sounding | None = None
    """Of the take; None where nobody knows: all of it."""

    @property
    def end(self) -> Samples:
        return Samples(self.start + self.samples)


@dataclass(frozen=True, slots=True)
class TimedChapter:
    """A chapter with its place on the timeline. The first starts at 0, each starts where the one before ends."""

    title: str
    cues: tuple[Cue, ...]

    @property
    def start(self) -> Samples:
        return self.cues[0].start

    @property
    def end(self) -> Samples:
        return self.cues[-1].end


@dataclass(frozen=True, slots=True)
class Timeline:
    """An episode's takes laid end to end; every time shown anywhere is derived from it."""

    number: int
    title: str
    rate: Hertz
    chapters: tuple[TimedChapter, ...]

    @property
    def samples(self) -> Samples:
        return self.chapters[-1].end
