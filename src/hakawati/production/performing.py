"""All takes of a book made by a crew, with what remote engines must be asked fetched by this process meanwhile.

    job ─▶ worker ─▶ take, or what a remote engine must be asked for it
                ▲                                   │
                └────────── answers ◀── asking ◀────┘

A job whose engine fails may be handed to an understudy: the same job in another engine's voice.
"""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, Generic, TypeVar

from hakawati.errors import EngineError, EngineFailed, EngineRefused
from hakawati.production.asking import Asking
from hakawati.production.crew import Crew, result_of
from hakawati.production.plan import Job
from hakawati.production.speaking import NO_ANSWERS, Answers, Wanting
from hakawati.production.studio import Studio, Workplace, studio
from hakawati.production.taking import Made, Performed, make

MOST_ASKING = 64
"""Jobs that wait for answers at the most: more than any engine asks at once, few enough for memory not to grow."""

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that could not be performed, and why. `elsewhere`: another engine may well perform it."""

    error: str
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class StoodIn:
    """A job that its engine failed at, performed by the understudy."""

    performed: Performed
    job: Job
    error: str


Understudy = Callable[[Job], Job]


def failure(error: EngineError) -> Failed:
    return Failed(str(error), isinstance(error, EngineFailed | EngineRefused))


def perform_here(job: Job, place: Workplace, answers: Answers = NO_ANSWERS) -> Performed | Wanting | Failed:
    """Perform in this process. What the engine cannot do is an outcome; what stops all work is raised."""
    try:
        made = make(job, studio(place), answers)
    except EngineError as error:
        return failure(error)
    return made if isinstance(made, Wanting) else made.performed


def take_now(job: Job, studio: Studio) -> Made:
    """One take, made in this process. Raises EngineError."""
    made = make(job, studio)
    if isinstance(made, Wanting):
        made = make(job, studio, Asking(studio).ask(made))
    assert isinstance(made, Made), "all that was wanted is there"
    return made


def perform_all(
    tasks: Iterable[tuple[Tag, Job]], crew: Crew, place: Workplace, understudy: Understudy | None = None
) -> Iterator[tuple[Tag, Performed | StoodIn | Failed]]:
    """Every task's outcome, as they come. Raises HakawatiError where no job could go on."""
    return _Floor[Tag](crew, place, Asking(studio(place)), understudy).play(tasks)


@dataclass(frozen=True, slots=True)
class _Task(Generic[Tag]):
    """`error`: why the job's own engine failed, where this is its understudy's. `answers`: all that were asked for it,
    kept at hand because a small store may lose some before it has the others.
    """

    tag: Tag
    job: Job
    error: str | None = None
    answers: Answers = field(default_factory=dict)


@dataclass(slots=True)
class _Floor(Generic[Tag]):
    """What is being performed, and what waits for answers."""

    crew: Crew
    place: Workplace
    asking: Asking
    understudy: Understudy | None
    performing: "dict[Future[Performed | Wanting | Failed], _Task[Tag]]" = field(default_factory=dict)
    waiting: "dict[Future[Answers], _Task[Tag]]" = field(default_factory=dict)

    def play(self, tasks: Iterable[tuple[Tag, Job]]) -> Iterator[tuple[Tag, Performed | StoodIn | Failed]]:
        with closing(self.asking):
            yield from self._play(iter(tasks))

    def _play(self, left: Iterator[tuple[Tag, Job]]) -> Iterator[tuple[Tag, Performed | StoodIn | Failed]]:
        while True:
            room = min(self.crew.ahead - len(self.performing), MOST_ASKING - len(self.waiting))
            for tag, job in islice(left, max(0, room)):
                self._perform(_Task(tag, job))
            if not self.performing and not self.waiting:
                return
            under_way: list[Future[Any]] = [*self.performing, *self.waiting]
            wait(under_way, return_when=FIRST_COMPLETED)
            for answers in [future for future in self.waiting if future.done()]:
                yield from self._heard(answers)
            for ended in [future for future in self.performing if future.done()]:
                yield from self._ended(ended)

    def _perform(self, task: _Task[Tag]) -> None:
        self.performing[self.crew.begin(perform_here, task.job, self.place, task.answers)] = task

    def _heard(self, future: "Future[Answers]") -> Iterator[tuple[Tag, Performed | StoodIn | Failed]]:
        task = self.waiting.pop(future)
        try:
            self._perform(replace(task, answers={**task.answers, **future.result()}))
        except EngineError as error:
            yield from self._failed(task, failure(error))

    def _ended(
        self, future: "Future[Performed | Wanting | Failed]"
    ) -> Iterator[tuple[Tag, Performed | StoodIn | Failed]]:
        task = self.performing.pop(future)
        outcome = result_of(future)
        if isinstance(outcome, Wanting):
            self.waiting[self.asking.begin(outcome)] = task
        elif isinstance(outcome, Failed):
            yield from self._failed(task, outcome)
        else:
            yield task.tag, outcome if task.error is None else StoodIn(outcome, task.job, task.error)

    def _failed(self, task: _Task[Tag], failed: Failed) -> Iterator[tuple[Tag, Failed]]:
        """Handed to the understudy, if there is one who has not failed already and is another engine."""
        if task.error is not None:
            yield task.tag, replace(failed, error=f"{task.error} The fallback failed too: {failed.error}")
        elif self.understudy is None or not failed.elsewhere:
            yield task.tag, failed
        else:
            yield from self._handed_on(task, failed, self.understudy)

    def _handed_on(self, task: _Task[Tag], failed: Failed, understudy: Understudy) -> Iterator[tuple[Tag, Failed]]:
        try:
            job = understudy(task.job)
        except EngineError as error:  # it is not there, or lacks the language
            yield from self._failed(replace(task, error=failed.error), failure(error))
            return
        if job.voice.engine == task.job.voice.engine:
            yield task.tag, failed
        else:
            self._perform(_Task(task.tag, job, failed.error))
