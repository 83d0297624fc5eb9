"""What a build answers: the contract of `hakawati build --json`, whose names are those of the fields here."""

from dataclasses import dataclass

from hakawati.publishing.edition import EpisodeEntry
from hakawati.units import Seconds


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
class Fallback:
    """A segment that its own engine failed at (`error`), performed by the fallback engine in `voice`."""

    episode: int
    text: str
    voice: str
    error: str


@dataclass(frozen=True, slots=True)
class BuildReport:
    """`performed` takes were made now, `reused` ones had been made before. `left_out` are sentences on what is not
    published, and how it could be.
    """

    out: str
    episodes: tuple[EpisodeReport, ...]
    segments: int
    performed: int
    reused: int
    failed: tuple[Failure, ...]
    audio_seconds: float
    wall_seconds: float
    fallbacks: tuple[Fallback, ...] = ()
    left_out: tuple[str, ...] = ()


def episode_report(episode: EpisodeEntry) -> EpisodeReport:
    chapters = (
        ChapterReport(one.title, Seconds(one.start / 1000), Seconds(one.end / 1000)) for one in episode.chapters
    )
    return EpisodeReport(episode.file, episode.title, episode.seconds, episode.sha256, tuple(chapters))
