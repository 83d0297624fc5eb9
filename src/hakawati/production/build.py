"""The way of a whole book: plan, perform, link, publish."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from hakawati.engines.registry import require
from hakawati.model import Book
from hakawati.production.crew import Failed, Workplace, cores, crew, perform_all
from hakawati.production.episode import (
    Linked,
    episode_key,
    keep_episode,
    kept_episode,
    known_takes,
    timeline,
    write_mp3,
)
from hakawati.production.folder import Folder, Published, occupied
from hakawati.production.places import open_store, out_folder
from hakawati.production.plan import EpisodePlan, Job, plan
from hakawati.production.progress import Progress, Unheard
from hakawati.production.report import BuildReport, EpisodeReport, Failure, episode_report
from hakawati.production.sources import book_of, cover_of, source_path
from hakawati.production.taking import Performed
from hakawati.publishing import playlist
from hakawati.publishing.playlist import Entry
from hakawati.publishing.tags import About
from hakawati.settings import Settings
from hakawati.store import Store


def build(settings: Settings, here: Path, progress: Progress | None = None) -> BuildReport:
    """Build the book that `settings` name, from the folder `here`.

    Raises HakawatiError. Takes that fail are in the report; their episodes are not published.
    """
    began = time.monotonic()
    progress = progress or Unheard()
    store = open_store(settings)
    book = book_of(settings, store)
    source = source_path(settings)
    episodes = plan(book, settings, source.stem)
    require(sorted({job.voice.engine for episode in episodes for job in episode.jobs()}))
    out = out_folder(settings, here)
    with occupied(out, book.title, source.stem, progress.say) as folder:
        folder.refuse_strangers([playlist.FILE_NAME, *(episode.file for episode in episodes)])
        making = Making(episodes, _about(book, settings), store, folder, progress)
        making.make(settings.jobs or cores())
        making.publish()
    return making.report(str(out), time.monotonic() - began)


def _about(book: Book, settings: Settings) -> About:
    return About(
        album=book.title,
        artist=book.author,
        language=book.language,
        episodes=len(book.episodes),
        genre=settings.genre,
        year=settings.year,
        cover=cover_of(settings),
    )


@dataclass(slots=True)
class Making:
    """A book on its way: what of it is done, what failed, and where it goes."""

    episodes: list[EpisodePlan]
    about: About
    store: Store
    folder: Folder
    progress: Progress
    done: dict[int, EpisodeReport] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)
    performed: int = 0
    reused: int = 0

    def make(self, workers: int) -> None:
        """Make every episode that is not there already, `workers` takes at a time."""
        self.progress.begin(sum(len(episode) for episode in self.episodes))
        left = [episode for episode in self.episodes if not self._is_there(episode)]
        if left:
            self._perform(left, workers)

    def _is_there(self, episode: EpisodePlan) -> bool:
        """Whether an earlier build made just this episode, and the folder still has it."""
        takes = known_takes(episode, self.store)
        linked = kept_episode(episode_key(episode, takes, self.about), self.store) if takes else None
        if not linked or not self.folder.holds(episode.file, linked.sha256):
            return False
        self.done[episode.number] = episode_report(episode.file, linked.sha256, linked.timeline)
        self.reused += len(episode)
        self.progress.advance(len(episode))
        return True

    def _perform(self, episodes: list[EpisodePlan], workers: int) -> None:
        """Perform the segments of all, and link each episode as soon as its last take is there."""
        place = Workplace(self.store.root, self.store.limit)
        outcomes: dict[int, dict[int, Performed | Failed]] = {episode.number: {} for episode in episodes}
        by_number = {episode.number: episode for episode in episodes}
        with crew(workers) as executor:
            for (number, nth), outcome in perform_all(_tasks(episodes), executor, workers, place):
                self._count(outcome)
                outcomes[number][nth] = outcome
                if len(outcomes[number]) == len(by_number[number]):
                    in_order = [outcome for _, outcome in sorted(outcomes.pop(number).items())]
                    self._finish(by_number[number], in_order)

    def _count(self, outcome: Performed | Failed) -> None:
        if isinstance(outcome, Performed):
            self.performed += outcome.new
            self.reused += not outcome.new
        self.progress.advance(1)

    def _finish(self, episode: EpisodePlan, outcomes: list[Performed | Failed]) -> None:
        """Link and publish the episode, unless a take of it failed."""
        for job, outcome in zip(episode.jobs(), outcomes, strict=True):
            if isinstance(outcome, Failed):
                self.failed.append(Failure(episode.number, job.segment.text, outcome.error))
        performed = [outcome for outcome in outcomes if isinstance(outcome, Performed)]
        if len(performed) == len(outcomes):
            self._link(episode, performed)

    def _link(self, episode: EpisodePlan, performed: list[Performed]) -> None:
        from hakawati.publishing.tags import tag  # noqa: PLC0415 - a build with nothing to do tags nothing

        laid = timeline(episode, performed)
        written = tag(laid, self.about)
        digest = self.folder.write(episode.file, lambda file: write_mp3(file, written, episode, performed, self.store))
        name = episode_key(episode, [take.key for take in performed], self.about)
        keep_episode(name, Linked(digest, laid), self.store)
        self.done[episode.number] = episode_report(episode.file, digest, laid)

    def publish(self) -> None:
        """The playlist, if there is anything to play; then what this book no longer has is removed."""
        there = tuple(self._published())
        if there:
            entries = [Entry(episode.file, episode.title, episode.seconds) for episode in there]
            text = playlist.dump(self.about.album, self.about.artist, entries)
            self.folder.write(playlist.FILE_NAME, lambda file: file.write(text.encode()))
        names = {episode.file for episode in there} | ({playlist.FILE_NAME} if there else set())
        for name in self.folder.close(there, names):
            self.progress.say(f"removed {name}, which this book no longer has")

    def _published(self) -> Iterator[Published]:
        """What the folder now has of each episode; of one that failed, what an earlier build made."""
        earlier = {episode.number: episode for episode in self.folder.contents.episodes}
        for episode in self.episodes:
            done = self.done.get(episode.number)
            if done:
                yield Published(episode.number, done.file, done.title, done.seconds)
            elif episode.number in earlier:
                yield earlier[episode.number]

    def report(self, out: str, wall_seconds: float) -> BuildReport:
        done = tuple(self.done[number] for number in sorted(self.done))
        return BuildReport(
            out=out,
            episodes=done,
            segments=sum(len(episode) for episode in self.episodes),
            performed=self.performed,
            reused=self.reused,
            failed=tuple(sorted(self.failed, key=lambda failure: failure.episode)),
            audio_seconds=sum(episode.seconds for episode in done),
            wall_seconds=wall_seconds,
        )


def _tasks(episodes: list[EpisodePlan]) -> Iterator[tuple[tuple[int, int], Job]]:
    for episode in episodes:
        for nth, job in enumerate(episode.jobs()):
            yield (episode.number, nth), job
