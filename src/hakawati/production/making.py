"""A book on its way: what of it is done, what failed, and where it goes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hakawati.production.crew import Crew
from hakawati.production.episode import (
    Linked,
    entry,
    episode_key,
    keep_episode,
    kept_episode,
    known_takes,
    timeline,
    write_mp3,
)
from hakawati.production.folder import Folder
from hakawati.production.performing import Failed, StoodIn, Understudy, perform_all
from hakawati.production.plan import EpisodePlan, Job
from hakawati.production.progress import Progress
from hakawati.production.publishing import Publishing
from hakawati.production.report import Failure, Fallback
from hakawati.production.studio import Studio, Workplace
from hakawati.production.taking import Performed
from hakawati.publishing.edition import EpisodeEntry

Outcome = Performed | StoodIn | Failed


@dataclass(slots=True)
class Making:
    episodes: list[EpisodePlan]
    publishing: Publishing
    studio: Studio
    folder: Folder
    progress: Progress
    done: dict[int, EpisodeEntry] = field(default_factory=dict)
    failed: list[Failure] = field(default_factory=list)
    fallbacks: list[Fallback] = field(default_factory=list)
    performed: int = 0
    reused: int = 0

    def left(self) -> list[EpisodePlan]:
        """The episodes that are not there already, just as they would be made."""
        return [episode for episode in self.episodes if not self._is_there(episode)]

    def _is_there(self, episode: EpisodePlan) -> bool:
        """Whether an earlier build made just this episode, and the folder still has it."""
        takes = known_takes(episode, self.studio)
        linked = kept_episode(self._key(episode, takes), self.studio.store) if takes else None
        if not linked or not all(self.folder.holds(name, digest) for name, digest in linked.files.items()):
            return False
        self._done(episode, linked)
        self.reused += len(episode)
        self.progress.advance(len(episode))
        return True

    def _key(self, episode: EpisodePlan, takes: list[str]) -> str:
        return episode_key(episode, takes, self.publishing.shaped_by(episode.number))

    def _done(self, episode: EpisodePlan, linked: Linked) -> None:
        self.done[episode.number] = entry(episode, linked, self.folder.size(episode.file))

    def perform(
        self, episodes: list[EpisodePlan], crew: Crew, place: Workplace, understudy: Understudy | None = None
    ) -> None:
        """Perform the segments of all, and link each episode as soon as its last take is there."""
        outcomes: dict[int, dict[int, Outcome]] = {episode.number: {} for episode in episodes}
        by_number = {episode.number: episode for episode in episodes}
        for (number, nth), outcome in perform_all(_tasks(episodes), crew, place, understudy):
            self._count(outcome)
            outcomes[number][nth] = outcome
            if len(outcomes[number]) == len(by_number[number]):
                in_order = [outcome for _, outcome in sorted(outcomes.pop(number).items())]
                self._finish(by_number[number], in_order)

    def _count(self, outcome: Outcome) -> None:
        performed = outcome.performed if isinstance(outcome, StoodIn) else outcome
        if isinstance(performed, Performed):
            self.performed += performed.new
            self.reused += not performed.new
        self.progress.advance(1)

    def _finish(self, episode: EpisodePlan, outcomes: list[Outcome]) -> None:
        """Link and publish the episode, unless a take of it failed."""
        made: list[tuple[Job, Performed]] = []
        for job, outcome in zip(episode.jobs(), outcomes, strict=True):
            if isinstance(outcome, Failed):
                self.failed.append(Failure(episode.number, job.segment.text, outcome.error))
            elif isinstance(outcome, StoodIn):
                voice = str(outcome.job.voice)
                self.fallbacks.append(Fallback(episode.number, job.segment.text, voice, outcome.error))
                made.append((outcome.job, outcome.performed))
            else:
                made.append((job, outcome))
        if len(made) == len(outcomes):
            self._link(episode, made)

    def _link(self, episode: EpisodePlan, made: list[tuple[Job, Performed]]) -> None:
        takes = [take for _, take in made]
        laid = timeline(episode, takes)
        written = self.publishing.tag(laid)
        digest = self.folder.write(
            episode.file, lambda file: write_mp3(file, written, made, episode.profile, self.studio)
        )
        linked = Linked({episode.file: digest, **self.publishing.episode(episode.stem, laid)}, laid)
        keep_episode(self._key(episode, [take.key for take in takes]), linked, self.studio.store)
        self._done(episode, linked)
        for sentence in self.publishing.warnings(laid):
            self.progress.say(sentence)

    def publish(self) -> None:
        """The book as a whole, if there is anything to play; then what it no longer has is removed."""
        there = tuple(self._published())
        if there:
            beside = self.publishing.chosen.files([episode.stem for episode in there])
            self.publishing.book(there, list(filter(self._is_made, beside)))
        for name in self.folder.close(there, self._names(there)):
            self.progress.say(f"removed {name}, which this book no longer has")

    def _is_made(self, name: str) -> bool:
        """All of the book is, and of an episode that failed what an earlier build made."""
        return name in self.folder.contents.files or name in {one.file for one in self.publishing.chosen.book}

    def _names(self, there: tuple[EpisodeEntry, ...]) -> set[str]:
        """All that may stay: also of an episode that failed and that an older list knows nothing of."""
        files = {episode.file for episode in self.episodes} | {episode.file for episode in there}
        stems = {episode.stem for episode in self.episodes} | {episode.stem for episode in there}
        return {*files, *self.publishing.chosen.files(sorted(stems))}

    def _published(self) -> Iterator[EpisodeEntry]:
        """What the folder now has of each episode; of one that failed, what an earlier build made."""
        earlier = {episode.number: episode for episode in self.folder.contents.episodes}
        for episode in self.episodes:
            there = self.done.get(episode.number) or earlier.get(episode.number)
            if there:
                yield there


def _tasks(episodes: list[EpisodePlan]) -> Iterator[tuple[tuple[int, int], Job]]:
    for episode in episodes:
        for nth, job in enumerate(episode.jobs()):
            yield (episode.number, nth), job
