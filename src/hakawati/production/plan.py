"""What is to be made: for each episode its file, its chapters and one job for each segment, with voice and pauses."""

from collections.abc import Iterator
from dataclasses import dataclass

from hakawati.engines.casting import cast_voice
from hakawati.model import Book, Ending, Episode, Manner, Role, Segment, Silence, Voice
from hakawati.production.contexts import Around, Contexts, arounds
from hakawati.production.pauses import silences
from hakawati.profiles import PROFILES, Profile
from hakawati.publishing.names import episode_file, slug
from hakawati.settings import Settings
from hakawati.spelling.announcement import announcement
from hakawati.spelling.context import Context


@dataclass(frozen=True, slots=True)
class Job:
    """All that shapes one take; `profile` is a profile's name."""

    segment: Segment
    voice: Voice
    context: Context
    profile: str
    silence: Silence

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
    def profile(self) -> Profile:
        """All its jobs have the same."""
        return PROFILES[self.chapters[0].jobs[0].profile]

    def jobs(self) -> Iterator[Job]:
        for chapter in self.chapters:
            yield from chapter.jobs


def plan(book: Book, settings: Settings, name: str) -> list[EpisodePlan]:
    """`name` is what files are called by: the source's name without its ending.

    Raises InputError for a mistake in the lexicon.
    """
    contexts = Contexts(book, settings)
    return [
        EpisodePlan(
            episode.number,
            episode.title or book.title,
            episode_file(episode.number, len(book.episodes), slug(name)),
            tuple(_chapters(episode, contexts, settings)),
        )
        for episode in book.episodes
    ]


def _chapters(episode: Episode, contexts: Contexts, settings: Settings) -> Iterator[ChapterPlan]:
    language = contexts.language
    texts = [tuple(said_of(chapter.segments, settings)) for chapter in episode.chapters]
    if settings.announce:
        texts[0] = (_announced(episode, language), *texts[0])
    pauses = iter(silences(texts, settings.pauses, PROFILES[settings.profile]))
    for chapter, segments in zip(episode.chapters, texts, strict=True):
        yield ChapterPlan(
            chapter.title,
            tuple(
                Job(segment, voice, contexts.of(segment, around, voice), settings.profile, next(pauses))
                for segment, around, voice in _performed(segments, settings, language)
            ),
        )


def _performed(
    segments: tuple[Segment, ...], settings: Settings, language: str
) -> Iterator[tuple[Segment, Around, Voice]]:
    for segment, around in zip(segments, arounds(segments), strict=True):
        yield segment, around, voice_of(segment, settings, language)


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


def voice_of(segment: Segment, settings: Settings, language: str) -> Voice:
    return cast_voice(segment.manner, settings.cast, settings.engine, language)
