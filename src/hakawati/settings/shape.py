"""All that can be set, its types, its bounds and its defaults. `docs/settings.md` explains every key."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Literal

import msgspec

PAUSES = (0.0, 60.0)
"""Seconds: the least and the most that may be asked for, here and in scripts."""
RATES = (0.25, 4.0)
"""Relative speeds, likewise."""

Pause = Annotated[float, msgspec.Meta(ge=PAUSES[0], le=PAUSES[1])]
Factor = Annotated[float, msgspec.Meta(ge=RATES[0], le=RATES[1])]
Positive = Annotated[int, msgspec.Meta(ge=1)]
Volume = Annotated[float, msgspec.Meta(ge=-30, le=12)]
"""Decibels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pauses:
    """Seconds of silence, by the reason for it. A role's own silence stands before and after a run in that role."""

    clause: Pause = 0.12
    sentence: Pause = 0.45
    paragraph: Pause = 0.9
    role: Pause = 0.3
    chapter: Pause = 1.6
    episode_start: Pause = 0.6
    episode_end: Pause = 2.0
    heading: Pause = 0.5
    hadith: Pause = 0.25
    verse: Pause = 0.4
    supplication: Pause = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceChoice:
    """What the cast changes in a voice; None leaves it as the engine casts it.

    `name` may have its engine before it: `espeak:ar+m7`. `pause_before` and `pause_after` are seconds of silence around
    a run in this voice, instead of its role's. `alternate` are the names of voices for the speakers of a role whom the
    cast does not name: each keeps one throughout the book, and who is not known has them by turns.
    """

    engine: str | None = None
    name: str | None = None
    rate: Factor | None = None
    pitch: Annotated[float, msgspec.Meta(ge=-24, le=24)] | None = None
    volume: Volume | None = None
    pause_before: Pause | None = None
    pause_after: Pause | None = None
    alternate: tuple[Annotated[str, msgspec.Meta(min_length=1)], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Music:
    """Music around each episode and a chime before each chapter but the first: sound files, seconds and decibels.

    `intro` plays alone for `intro_seconds`, then, turned down by `duck`, under the first words: for `under` seconds
    or until the first take's words end. `outro` begins so long before the last words end, and then plays alone for
    `outro_seconds`. `chime` plays for `chime_seconds`. Each sounds from its file's beginning, and where that is
    shorter it ends earlier. `gap` is the silence between words and music that does not sound under them.

    `volume` and `chime_volume` are relative to the loudness of the speech. Fades are in seconds: each is at most as
    long as the music is alone, or under words, where it fades. The pauses stay what they are, around music and words.
    """

    intro: Path | None = None
    outro: Path | None = None
    chime: Path | None = None
    intro_seconds: Annotated[float, msgspec.Meta(ge=0, le=120)] = 6.0
    outro_seconds: Annotated[float, msgspec.Meta(ge=0, le=120)] = 10.0
    chime_seconds: Annotated[float, msgspec.Meta(ge=0, le=30)] = 4.0
    under: Annotated[float, msgspec.Meta(ge=0, le=60)] = 4.0
    gap: Pause = 0.4
    volume: Volume = -2.0
    chime_volume: Volume = -6.0
    duck: Annotated[float, msgspec.Meta(ge=-40, le=0)] = -12.0
    fade_in: Annotated[float, msgspec.Meta(ge=0, le=30)] = 0.5
    fade_out: Annotated[float, msgspec.Meta(ge=0, le=30)] = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a podcast's feed says that the book does not. Without `base_url` no feed is made."""

    base_url: Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s?#]+$")] | None = None
    """The folder on the web where the built files will lie: every address in the feed begins with it."""
    link: Annotated[str, msgspec.Meta(pattern=r"^https?://\S+$")] | None = None
    """The podcast's website; without it the page beside the feed."""
    date: dt.date | None = None
    """The day the first episode appears, at midnight UTC; without it episodes have no dates."""
    every_days: Annotated[float, msgspec.Meta(ge=0, le=366)] = 7.0
    """Days from one episode to the next; with 0 all appear on one day, a minute apart so that apps keep their order."""
    owner: str | None = None
    """Who answers for the feed, where that is not the author."""
    email: Annotated[str, msgspec.Meta(pattern=r"^[^@\s]+@[^@\s]+$")] | None = None
    """The owner's address, public in the feed: podcast hosts write to it to learn whose the feed is."""
    category: str = "Religion & Spirituality"
    """One of Apple Podcasts' categories, by its English name."""
    subcategory: str | None = None
    """One below that category, such as `Islam`."""
    explicit: bool = False
    """Whether it is nothing for children."""
    locked: bool = True
    """Whether other podcast hosts are asked not to import the feed."""
    season: Positive = 1
    """Which season of the podcast this book is."""
    guid: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")] | None = None
    """The `podcast:guid` it was published under before it moved to `base_url`; a new podcast needs none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Paths are absolute."""

    source: Path | None = None
    title: str | None = None
    author: str | None = None
    language: Annotated[str, msgspec.Meta(pattern=r"^[a-z]{2,3}$")] | None = None
    narrator: str | None = None
    description: str | None = None
    copyright: str | None = None
    year: Positive | None = None
    genre: str = "Audiobook"
    cover: Path | None = None
    out: Path | None = None

    episode_minutes: Annotated[float, msgspec.Meta(ge=0.25, le=600)] = 20.0
    episode_level: Annotated[int, msgspec.Meta(ge=0, le=6)] | None = None
    chapter_level: Annotated[int, msgspec.Meta(ge=0, le=6)] = 6
    segment_characters: Annotated[int, msgspec.Meta(ge=40, le=5000)] = 300
    announce: bool = True

    lexicon: Path | None = None
    honorifics: Literal["supply", "say", "leave"] = "supply"
    references: Literal["say", "shorten", "skip"] = "say"
    guess_vowels: bool = False

    engine: str = "espeak"
    fallback: str | None = None
    max_characters: Annotated[int, msgspec.Meta(ge=0)] | None = None
    profile: str = "podcast"
    pauses: Pauses = field(default_factory=Pauses)
    cast: Mapping[str, VoiceChoice] = field(default_factory=dict)
    recordings: Mapping[str, Path] = field(default_factory=dict)
    """Sound files by what they recite: `sura:verse`, as in `ref`."""
    music: Music = field(default_factory=Music)
    engines: Mapping[str, object] = field(default_factory=dict)
    """An engine's own options by its name: what the engine's `Options` makes of its table."""

    publish: tuple[str, ...] = ("default",)
    """Names of publications; `default` stands for all that need nothing more."""
    feed: Feed = field(default_factory=Feed)
    chapter_images: Path | None = None

    jobs: Positive | None = None
    store: Path | None = None
    store_gigabytes: Annotated[float, msgspec.Meta(ge=0.01)] = 4.0


OF_ONE_BOOK = (
    "title",
    "author",
    "language",
    "narrator",
    "description",
    "copyright",
    "year",
    "cover",
    "out",
    "recordings",
    "feed",
    "chapter_images",
)
"""What the file says of the source it names, and of no other."""
