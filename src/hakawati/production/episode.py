"""An episode's takes become its timeline and its MP3 file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import msgspec

from hakawati.model import Cue, Take, TimedChapter, Timeline
from hakawati.production.plan import EpisodePlan
from hakawati.production.taking import Performed, kept_spoken_text, kept_take, made_take, take_key
from hakawati.publishing.tags import About
from hakawati.store import Kind, Store, key
from hakawati.units import Samples

REVISION = 1
"""Raised when episodes come out otherwise from the same takes."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An episode that was made once: the hash of its file (SHA-256) and its timeline."""

    sha256: str
    timeline: Timeline


def episode_key(episode: EpisodePlan, takes: list[str], about: About) -> str:
    """`takes` are the keys of the episode's takes, in order."""
    segments = [[chapter.title, [job.segment for job in chapter.jobs]] for chapter in episode.chapters]
    return key(REVISION, episode.number, episode.title, segments, takes, about, episode.profile)


def known_takes(episode: EpisodePlan, store: Store) -> list[str] | None:
    """The keys of the episode's takes, where every segment's spoken text is known already."""
    takes = []
    for job in episode.jobs():
        spoken = kept_spoken_text(job.segment, job.context, store)
        if spoken is None:
            return None
        takes.append(take_key(job, spoken))
    return takes


def kept_episode(name: str, store: Store) -> Linked | None:
    kept = store.get(Kind.EPISODE, name)
    return msgspec.msgpack.decode(kept, type=Linked) if kept else None


def keep_episode(name: str, linked: Linked, store: Store) -> None:
    store.put(Kind.EPISODE, name, msgspec.msgpack.encode(linked))


def timeline(episode: EpisodePlan, performed: list[Performed]) -> Timeline:
    """The takes laid end to end."""
    takes, start, chapters = iter(performed), 0, []
    for chapter in episode.chapters:
        cues = []
        for job in chapter.jobs:
            take = next(takes)
            cues.append(Cue(job.segment, Samples(start), take.samples, take.marks))
            start += take.samples
        chapters.append(TimedChapter(chapter.title, tuple(cues)))
    return Timeline(episode.number, episode.title, episode.profile.rate, tuple(chapters))


def write_mp3(file: BinaryIO, tag: bytes, episode: EpisodePlan, performed: list[Performed], store: Store) -> None:
    from hakawati.sound.linking import link  # noqa: PLC0415 - a build with nothing to do links nothing

    file.write(tag)
    link(_takes(episode, performed, store), file, episode.profile)


def _takes(episode: EpisodePlan, performed: list[Performed], store: Store) -> Iterator[Take]:
    """From the store; what it has lost since (a small limit, a damaged entry) is made again."""
    for job, take in zip(episode.jobs(), performed, strict=True):
        yield kept_take(take.key, store) or made_take(job, store)[1]
