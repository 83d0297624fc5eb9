"""A book as it lies in its folder, made without an engine: every word's time is known, and sounds as a tone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np

from hakawati.model import Chapter, Cue, Mark, Segment, Speech, Take, TimedChapter, Timeline
from hakawati.profiles import PROFILES
from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.page.book_page import Page
from hakawati.publishing.page.episode_text import EpisodeText
from hakawati.publishing.page.text_page import TextPage
from hakawati.sound.encoding import SILENT_END, encode
from hakawati.sound.linking import link
from hakawati.units import Hertz, Samples

PROFILE = PROFILES["compact"]
LEAD = 0.15
"""Seconds before a segment's first word."""


@dataclass(frozen=True)
class Episode:
    title: str
    chapters: tuple[Chapter, ...]


def words(text: str) -> list[tuple[int, int]]:
    """Where the words of `text` begin and end."""
    ends = list(accumulate((len(word) + 1 for word in text.split(" ")), initial=0))
    return [(begin, end - 1) for begin, end in pairwise(ends) if end - 1 > begin]


def seconds_of(text: str, begin: int, end: int) -> float:
    """Words last unevenly, as spoken ones do."""
    return 0.16 + 0.05 * (end - begin) + 0.03 * (ord(text[begin]) % 5)


def cue(segment: Segment, start: int, rate: Hertz, *, marked: bool) -> Cue:
    places = words(segment.text)
    lengths = [seconds_of(segment.text, *place) for place in places]
    begins = list(accumulate(lengths, initial=LEAD))
    frame = PROFILE.frame
    samples = -(-round((begins[-1] + 0.25) * rate) // frame) * frame
    marks = tuple(Mark(*place, Samples(round(at * rate))) for place, at in zip(places, begins, strict=False))
    return Cue(segment, Samples(start), Samples(samples), marks if marked else ())


def timeline(number: int, episode: Episode, unmarked: Iterable[str] = ()) -> Timeline:
    """`unmarked` are texts for which the voice told no words."""
    start, chapters, silent = 0, [], frozenset(unmarked)
    for chapter in episode.chapters:
        cues = []
        for segment in chapter.segments:
            cues.append(cue(segment, start, PROFILE.rate, marked=segment.text not in silent))
            start = cues[-1].end
        chapters.append(TimedChapter(chapter.title, tuple(cues)))
    return Timeline(number, episode.title, PROFILE.rate, tuple(chapters))


def sound(of: Cue) -> Take:
    """A tone for each word, every one of another pitch; silence at the end."""
    wave = np.zeros(of.samples, np.float32)
    ends = [mark.sample for mark in of.marks[1:]] + [of.samples - SILENT_END]
    for place, (mark, end) in enumerate(zip(of.marks, ends, strict=False)):
        time = np.arange(max(0, end - mark.sample - 600)) / PROFILE.rate
        wave[mark.sample : mark.sample + len(time)] = 0.1 * np.sin(2 * np.pi * (220 + 20 * (place % 12)) * time)
    return encode(Speech((wave * 32767).astype("<i2").tobytes(), PROFILE.rate), PROFILE)


def write_sound(path: Path, of: Timeline) -> None:
    with path.open("wb") as file:
        link((sound(cue) for chapter in of.chapters for cue in chapter.cues), file, PROFILE)


def entry(of: Timeline, name: str, *, size: int = 1, digest: str = "") -> EpisodeEntry:
    return EpisodeEntry(of.number, of.title, name, of.samples, of.rate, size, digest, chapter_entries(of))


def publish(folder: Path, about: About, timelines: Sequence[Timeline], *, extra: Iterable[str] = ()) -> Edition:
    """The page and the episodes' texts; `extra` are names of files that lie there besides."""
    entries, made = [], set(extra)
    for of in timelines:
        stem = f"{of.number:02}-book"
        for publication in (EpisodeText(), TextPage()):
            (folder / f"{stem}{publication.ending}").write_bytes(publication.write(of, about))
            made.add(f"{stem}{publication.ending}")
        mp3 = folder / f"{stem}.mp3"
        written = mp3.read_bytes() if mp3.exists() else b""
        entries.append(entry(of, mp3.name, size=len(written), digest=sha256(written).hexdigest()))
    edition = Edition(about, tuple(entries), folder, frozenset(made))
    with (folder / Page.file).open("wb") as file:
        Page().write(edition, file)
    return edition
