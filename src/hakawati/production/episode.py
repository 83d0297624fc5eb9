"""An episode's takes become its timeline and its MP3 file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import BinaryIO

import msgspec

from hakawati.model import Cue, Segment, Take, TimedChapter, Timeline
from hakawati.production.performing import take_now
from hakawati.production.plan import EpisodePlan, Job
from hakawati.production.studio import Studio
from hakawati.production.taking import Performed, kept_spoken_text, kept_take, take_key
from hakawati.profiles import Profile
from hakawati.publishing.adjoining import adjoining
from hakawati.publishing.edition import EpisodeEntry, chapter_entries
from hakawati.store import Kind, Store, key
from hakawati.units import Samples

REVISION = 4
"""Raised when episodes come out otherwise from the same takes."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An episode that was made once: its files with the hashes of their bytes (SHA-256), and its timeline."""

    files: dict[str, str]
    timeline: Timeline


def episode_key(episode: EpisodePlan, takes: list[str], shaped_by: object) -> str:
    """`takes` are the keys of the episode's takes, in order; `shaped_by` is what else shapes its files."""
    segments = [[chapter.title, _unplaced([job.segment for job in chapter.jobs])] for chapter in episode.chapters]
    return key(REVISION, episode.number, episode.title, segments, takes, shaped_by, episode.profile)


def _unplaced(segments: list[Segment]) -> list[tuple[Segment, bool]]:
    """Without their places in the source, of which only shows whether one touches the one before."""
    touching = [False, *(adjoining(before, after) for before, after in pairwise(segments))]
    return [(replace(one, start=0, end=0), touches) for one, touches in zip(segments, touching, strict=True)]


def known_takes(episode: EpisodePlan, studio: Studio) -> list[str] | None:
    """The keys of the episode's takes, where every segment's spoken text is known already."""
    takes = []
    for job in episode.jobs():
        spoken = kept_spoken_text(job.segment, job.context, studio.store)
        if spoken is None:
            return None
        takes.append(take_key(job, spoken, studio))
    return takes


def kept_episode(name: str, store: Store) -> Linked | None:
    kept = store.get(Kind.EPISODE, name)
    return msgspec.msgpack.decode(kept, type=Linked) if kept else None


def entry(episode: EpisodePlan, linked: Linked, size: int) -> EpisodeEntry:
    """What others publish of it. `size` is its MP3's, in bytes."""
    timeline = linked.timeline
    return EpisodeEntry(
        number=episode.number,
        title=episode.title,
        file=episode.file,
        samples=timeline.samples,
        rate=timeline.rate,
        bytes=size,
        sha256=linked.files[episode.file],
        chapters=chapter_entries(timeline),
    )


def keep_episode(name: str, linked: Linked, store: Store) -> None:
    store.put(Kind.EPISODE, name, msgspec.msgpack.encode(linked))


def timeline(episode: EpisodePlan, performed: list[Performed]) -> Timeline:
    """The takes laid end to end."""
    takes, start, chapters = iter(performed), 0, []
    for chapter in episode.chapters:
        cues = []
        for job in chapter.jobs:
            take = next(takes)
            cues.append(Cue(job.segment, Samples(start), take.samples, take.marks, take.sounding))
            start += take.samples
        chapters.append(TimedChapter(chapter.title, tuple(cues)))
    return Timeline(episode.number, episode.title, episode.profile.rate, tuple(chapters))


def write_mp3(
    file: BinaryIO, tag: bytes, made: Iterable[tuple[Job, Performed]], profile: Profile, studio: Studio
) -> None:
    """`made` are the takes in order, each with the job that it was made for."""
    from hakawati.sound.linking import link  # noqa: PLC0415 - a build with nothing to do links nothing

    file.write(tag)
    link(_takes(made, studio), file, profile)


def _takes(made: Iterable[tuple[Job, Performed]], studio: Studio) -> Iterator[Take]:
    """From the store; what it has lost since (a small limit, a damaged entry) is made again."""
    for job, performed in made:
        yield kept_take(performed.key, studio.store) or take_now(job, studio).take
