"""What is to be made: for each episode its file, its chapters and one job for each segment, with voice and pauses."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial

from hakawati.engines.casting import Casting, joined
from hakawati.engines.registry import Engines
from hakawati.model import Book, Ending, Episode, Manner, Role, Segment, Silence, Voice
from hakawati.production.contexts import Contexts, arounds
from hakawati.production.pauses import silences
from hakawati.profiles import PROFILES, Profile
from hakawati.publishing.names import episode_file, slug
from hakawati.settings import Settings
from hakawati.sound.accompaniment import accompaniment
from hakawati.sound.score import Score
from hakawati.spelling.announcement import announcement
from hakawati.spelling.context import Context


@dataclass(frozen=True, slots=True)
class Job:
    """All that shapes one take; `profile` is a profile's name, `score` the music that sounds with it."""

    segment: Segment
    voice: Voice
    context: Context
    profile: str
    silence: Silence
    score: Score | None = None

    @property
    def language(self) -> str:
        return self.context.language


@dataclass(frozen=True, slots=True)
class ChapterPlan:
    title: str
    jobs: tuple[Job, ...]


@dataclass(frozen=True, slots=True)
class EpisodePlan:
    """`file` is the name in the output folder; its length is the number of its jobs."""

    number: int
    title: str
    file: str
    chapters: tuple[ChapterPlan, ...]

    def __len__(self) -> int:
        return sum(len(chapter.jobs) for chapter in self.chapters)

    @property
    def stem(self) -> str:
        """Its files' common name, without an ending."""
        return self.file.removesuffix(".mp3")

    @property
    def profile(self) -> Profile:
        """All its jobs have the same."""
        return PROFILES[self.chapters[0].jobs[0].profile]

    def jobs(self) -> Iterator[Job]:
        for chapter in self.chapters:
            yield from chapter.jobs


@dataclass(frozen=True)
class Planned:
    """A book ready to be made. `unused` are sentences on what the settings name and the book does not have;
    `understudy` makes of a job the same for the fallback engine, if there is to be one.
    """

    book: Book
    episodes: list[EpisodePlan]
    unused: list[str]
    understudy: Callable[[Job], Job] | None

    @cached_property
    def voices(self) -> list[Voice]:
        """All that perform, in the order they come."""
        return list(dict.fromkeys(job.voice for episode in self.episodes for job in episode.jobs()))

    @property
    def engines(self) -> list[str]:
        """The names of all that perform, but for the fallback."""
        return sorted({voice.engine for voice in self.voices})


def plan(book: Book, settings: Settings, engines: Engines, name: str) -> Planned:
    """`name` is what files are called by: the source's name without its ending.

    Raises InputError for a mistake in the lexicon, EngineUnavailable and VoiceUnknown for one in the cast.
    """
    planning = _Planning(settings, Contexts(book, settings, engines), Casting(book, settings, engines))
    episodes = [planning.episode(episode, name) for episode in book.episodes]
    understudy = partial(planning.understudy, settings.fallback) if settings.fallback else None
    return Planned(book, episodes, planning.casting.unused(), understudy)


@dataclass(frozen=True)
class _Planning:
    settings: Settings
    contexts: Contexts
    casting: Casting

    def episode(self, episode: Episode, name: str) -> EpisodePlan:
        book = self.contexts.book
        return EpisodePlan(
            episode.number,
            episode.title or book.title,
            episode_file(episode.number, len(book.episodes), slug(name)),
            tuple(self._chapters(episode)),
        )

    def _chapters(self, episode: Episode) -> Iterator[ChapterPlan]:
        texts = [self._said(chapter.segments) for chapter in episode.chapters]
        if self.settings.announce:
            texts[0] = (_announced(episode, self.contexts.language), *texts[0])
        profile = PROFILES[self.settings.profile]
        pauses = iter(silences(texts, self.settings.pauses, profile, self.casting.margins))
        chapters = [tuple(self._jobs(segments, pauses)) for segments in texts]
        for at, (chapter, jobs) in enumerate(zip(episode.chapters, chapters, strict=True)):
            yield ChapterPlan(chapter.title, self._scored(jobs, opens=at == 0, closes=at == len(chapters) - 1))

    def _scored(self, jobs: tuple[Job, ...], *, opens: bool, closes: bool) -> tuple[Job, ...]:
        """A chapter's jobs with their music; `opens` and `closes` say whether the episode begins or ends with it."""
        last = len(jobs) - 1
        return tuple(
            replace(job, score=score) if score else job
            for at, job in enumerate(jobs)
            for score in [self._score(opens=opens and at == 0, closes=closes and at == last, begins_chapter=at == 0)]
        )

    def _score(self, *, opens: bool, closes: bool, begins_chapter: bool) -> Score | None:
        return accompaniment(self.settings.music, opens=opens, closes=closes, begins_chapter=begins_chapter)

    def _said(self, segments: tuple[Segment, ...]) -> tuple[Segment, ...]:
        return joined(said_of(segments, self.settings), self.settings.recordings)

    def _jobs(self, segments: tuple[Segment, ...], pauses: Iterator[Silence]) -> Iterator[Job]:
        for segment, around, silence in zip(segments, arounds(segments), pauses, strict=False):
            voice = self.casting.voice(segment)
            yield Job(segment, voice, self.contexts.of(segment, around, voice.engine), self.settings.profile, silence)

    def understudy(self, engine: str, job: Job) -> Job:
        context = replace(job.context, vowels=self.contexts.wants_vowels(engine))
        return replace(job, voice=self.casting.understudy(job.segment, engine), context=context)


def said_of(segments: tuple[Segment, ...], settings: Settings) -> Iterator[Segment]:
    """The segments that are performed: citations are left out where the settings skip them."""
    for segment in segments:
        if settings.references != "skip" or segment.role is not Role.REFERENCE:
            yield segment


def _announced(episode: Episode, language: str) -> Segment:
    """The episode's number and title, spoken first, so that a single file stands on its own. Where the text itself
    begins with the title, the number is enough.
    """
    first = episode.chapters[0].segments[0]
    says_itself = first.role is Role.HEADING and _letters(episode.title).startswith(_letters(first.text))
    text = announcement(episode.number, "" if says_itself else episode.title, language)
    return Segment(text=text, manner=Manner(role=Role.HEADING), ending=Ending.PARAGRAPH)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
