"""Books as they lie in their folder, made without an engine: each chapter is something spoken, silence around it."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np

from hakawati.model import Cue, Segment, Take, TimedChapter, Timeline
from hakawati.profiles import PROFILES, Profile
from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.m4b import M4B
from hakawati.sound.linking import link
from hakawati.units import Samples
from sound.signals import takes, talk

PODCAST = PROFILES["podcast"]
COMPACT = PROFILES["compact"]
LEAD_IN = 0.1
"""Seconds of silence before a chapter's first sound."""

Chapters = Sequence[tuple[str, float]]
"""Titles, and seconds of speech."""


def chapter_take(seconds: float, profile: Profile, pitch: float = 120.0) -> Take:
    wave = talk(seconds, profile.rate, pitch, breath=0.02)
    (take,) = takes(profile, [np.pad(wave, (round(LEAD_IN * profile.rate), 0))])
    return take


def timeline(number: int, title: str, titles: Sequence[str], made: Sequence[Take]) -> Timeline:
    start, chapters = 0, []
    for name, take in zip(titles, made, strict=True):
        chapters.append(TimedChapter(name, (Cue(Segment(text=name), Samples(start), take.samples),)))
        start += take.samples
    return Timeline(number, title, made[0].rate, tuple(chapters))


def episode(folder: Path, number: int, title: str, chapters: Chapters, profile: Profile = COMPACT) -> EpisodeEntry:
    """Its MP3 is written into `folder`."""
    made = [chapter_take(seconds, profile, 100 + 10 * number) for _, seconds in chapters]
    laid = timeline(number, title, [name for name, _ in chapters], made)
    path = folder / f"{number:02}-book.mp3"
    with path.open("wb") as file:
        link(made, file, profile)
    size = path.stat().st_size
    return EpisodeEntry(number, title, path.name, laid.samples, profile.rate, size, "", chapter_entries(laid))


def edition(
    folder: Path,
    *episodes: tuple[str, Chapters],
    profile: Profile = COMPACT,
    **about: Any,  # noqa: ANN401 - any field of About
) -> Edition:
    """A book of episodes with their titles and chapters; `about` is what else is known of it."""
    made = tuple(
        episode(folder, number, title, chapters, profile) for number, (title, chapters) in enumerate(episodes, 1)
    )
    return Edition(replace(About(title="كتاب", language="ar", episodes=len(made)), **about), made, folder)


def bound(book: Edition) -> bytes:
    """The book as an M4B."""
    file = BytesIO()
    M4B().write(book, file)
    return file.getvalue()


def bound_file(book: Edition) -> Path:
    path = book.folder / M4B.file
    path.write_bytes(bound(book))
    return path
