"""What is published, as every publication is given it: a book's particulars, and its episodes as they lie there.

All times come from timelines, in whole milliseconds of the sample they stand for, so that no two publications differ.
"""

from dataclasses import dataclass, field
from pathlib import Path

from hakawati.model import Timeline
from hakawati.settings.shape import Feed
from hakawati.units import Hertz, Milliseconds, Samples, Seconds, milliseconds, seconds

NARRATOR = "Hakawati"
"""Who reads, where the settings name nobody: the voices are synthetic, and none of them is a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The book's particulars. `episodes` is how many it has; `cover` its picture as a PNG, and `picture` the same made
    small, PNG or JPEG, for the tags.
    """

    title: str
    language: str
    episodes: int
    author: str | None = None
    narrator: str = NARRATOR
    description: str | None = None
    copyright: str | None = None
    genre: str = "Audiobook"
    year: int | None = None
    cover: bytes | None = None
    picture: bytes | None = None
    feed: Feed = field(default_factory=Feed)


@dataclass(frozen=True, slots=True)
class ChapterEntry:
    """A chapter and its place in its episode; its title is never empty."""

    title: str
    start: Milliseconds
    end: Milliseconds


@dataclass(frozen=True, slots=True)
class EpisodeEntry:
    """An episode as it lies in the folder: `file` is its MP3's name, `bytes` and `sha256` that file's."""

    number: int
    title: str
    file: str
    samples: Samples
    rate: Hertz
    bytes: int
    sha256: str
    chapters: tuple[ChapterEntry, ...]

    @property
    def seconds(self) -> Seconds:
        return seconds(self.samples, self.rate)

    @property
    def stem(self) -> str:
        """Its files' common name, without an ending."""
        return self.file.removesuffix(".mp3")


@dataclass(frozen=True, slots=True)
class Edition:
    """A whole book as published. `folder` holds its files; `made` names those that were made beside the MP3s."""

    about: About
    episodes: tuple[EpisodeEntry, ...]
    folder: Path
    made: frozenset[str] = frozenset()


def chapter_entries(timeline: Timeline) -> tuple[ChapterEntry, ...]:
    """An untitled chapter has its episode's title."""
    return tuple(
        ChapterEntry(
            chapter.title or timeline.title,
            milliseconds(chapter.start, timeline.rate),
            milliseconds(chapter.end, timeline.rate),
        )
        for chapter in timeline.chapters
    )
