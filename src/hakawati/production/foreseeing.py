"""What a build would cost, before it costs: how many takes and characters are new for each engine, and how long.

Spells the book and looks into the store; performs nothing and asks nobody.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.errors import EngineError, OverLimit
from hakawati.production.crew import Crew
from hakawati.production.plan import EpisodePlan, Job
from hakawati.production.progress import Progress
from hakawati.production.speaking import NO_ANSWERS, Line, Wanting, gathered, speech_key
from hakawati.production.studio import Studio, Workplace, studio
from hakawati.production.taking import kept_take, lines_of, spoken_text, take_key
from hakawati.store import Kind

SPOKEN_A_SECOND = 14.0
"""Characters of text in a second of speech, about."""
FINISHED_A_SECOND = 100.0
"""Seconds of speech that one core finishes and encodes in a second, about."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One job. `take` is the key of its take; `requests` are what a remote engine would be asked; `characters` what
    any other engine would be given. Neither where the take or its speech is kept.
    """

    take: str
    engine: str
    new: bool
    characters: int = 0
    requests: tuple[Request, ...] = ()


@dataclass(frozen=True, slots=True)
class EngineForecast:
    """`characters` and `requests` are what would be sent or spoken anew; `seconds` how long that takes, about."""

    engine: str
    takes: int
    characters: int
    requests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """`takes` of `segments` segments would be made anew; `engines` are all that the book has, with nothing new too.
    `seconds`: all engines, finishing and encoding, about.
    """

    segments: int
    takes: int
    characters: int
    seconds: float
    engines: tuple[EngineForecast, ...]
    max_characters: int | None = None

    def require_within_limit(self) -> None:
        """Raises OverLimit."""
        if self.max_characters is not None and self.characters > self.max_characters:
            each = ", ".join(f"{one.engine} {one.characters:,}" for one in self.engines if one.characters)
            raise OverLimit(
                f"{self.characters:,} characters would be performed anew ({each}), and max_characters allows "
                f"{self.max_characters:,}: nothing was begun. Raise it, or build less of the text."
            )


def forecast(
    episodes: Iterable[EpisodePlan], crew: Crew, place: Workplace, progress: Progress, limit: int | None = None
) -> Forecast:
    """Of all jobs of `episodes`. `limit` is the most characters that may be new."""
    tally = _Tally()
    for _, foreseen in crew.each(partial(foresee_here, place=place), (job for one in episodes for job in one.jobs())):
        tally.add(foreseen)
        progress.advance(1)
    return tally.forecast(place, crew.workers, limit)


def foresee_here(job: Job, place: Workplace) -> Foreseen:
    """In this process. A text that its engine cannot perform at all costs nothing; the build will tell."""
    here = studio(place)
    spoken = spoken_text(job.segment, job.context, here.store)
    take = take_key(job, spoken, here)
    if kept_take(take, here.store):
        return Foreseen(take, job.voice.engine, new=False)
    try:
        heard = gathered(lines_of(job, spoken, here), here, NO_ANSWERS)
    except EngineError:
        return Foreseen(take, job.voice.engine, new=True)
    if isinstance(heard, Wanting):
        return Foreseen(take, job.voice.engine, True, requests=heard.requests)
    return Foreseen(take, job.voice.engine, True, _unspoken(Line(spoken.text, job.voice, job.language), here))


def _unspoken(line: Line, here: Studio) -> int:
    """The characters that an engine of this machine would perform; of a remote one all is there."""
    engine = here.engines[line.voice.engine]
    kept = engine.slow and here.store.get(Kind.SPEECH, speech_key(line, here))
    return 0 if isinstance(engine, RemoteEngine) or kept else len(line.text)


@dataclass(slots=True)
class _Tally:
    """Each take and each request counted once, however often the book has it."""

    segments: int = 0
    takes: dict[str, Foreseen] = field(default_factory=dict)
    requests: dict[str, set[Request]] = field(default_factory=dict)

    def add(self, foreseen: Foreseen) -> None:
        self.segments += 1
        self.requests.setdefault(foreseen.engine, set()).update(foreseen.requests)
        if foreseen.new:
            self.takes[foreseen.take] = foreseen

    def forecast(self, place: Workplace, workers: int, limit: int | None) -> Forecast:
        engines = tuple(self._of(name, place, workers) for name in sorted(self.requests))
        characters = sum(one.characters for one in engines)
        sound = characters / SPOKEN_A_SECOND / FINISHED_A_SECOND / workers
        seconds = sum(one.seconds for one in engines) + sound
        return Forecast(self.segments, len(self.takes), characters, seconds, engines, limit)

    def _of(self, name: str, place: Workplace, workers: int) -> EngineForecast:
        engine = studio(place).engines[name]
        takes = [take for take in self.takes.values() if take.engine == name]
        asked = self.requests[name]
        characters = sum(take.characters for take in takes) + sum(len(request.text) for request in asked)
        seconds = characters / engine.characters_per_second / (1 if engine.remote else workers)
        return EngineForecast(name, len(takes), characters, len(asked), seconds)
