"""What a build answers: the contract of `hakawati build --json`, whose names are those of the fields here."""

from dataclasses import dataclass

from hakawati.model import Timeline
from hakawati.units import Seconds, seconds


@dataclass(frozen=True, slots=True)
class ChapterReport:
    title: str
    start: Seconds
    end: Seconds


@dataclass(frozen=True, slots=True)
class EpisodeReport:
    file: str
    title: str
    seconds: Seconds
    sha256: str
    chapters: tuple[ChapterReport, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A segment that could not be performed."""

    episode: int
    text: str
    error: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """`performed` takes were made now, `reused` ones had been made before."""

    out: str
    episodes: tuple[EpisodeReport, ...]
    segments: int
    performed: int
    reused: int
    failed: tuple[Failure, ...]
    audio_seconds: float
    wall_seconds: float


def episode_report(file: str, sha256: str, timeline: Timeline) -> EpisodeReport:
    chapters = tuple(
        ChapterReport(
            chapter.title or timeline.title,
            seconds(chapter.start, timeline.rate),
            seconds(chapter.end, timeline.rate),
        )
        for chapter in timeline.chapters
    )
    return EpisodeReport(file, timeline.title, seconds(timeline.samples, timeline.rate), sha256, chapters)
