"""What is to be made: for each episode its file, its chapters and one job for each segment, with voice and pauses."""

from collections.abc import Iterator
from dataclasses import dataclass

from hakawati.engines.casting import cast_voice
from hakawati.model import Book, Ending, Episode, Manner, Role, Segment, Silence, Voice
from hakawati.production.pauses import silences
from hakawati.profiles import PROFILES, Profile
from hakawati.publishing.names import episode_file, slug
from hakawati.settings import Settings
from hakawati.spelling.announcement import announcement


@dataclass(frozen=True, slots=True)
class Job:
    """All that shapes one take; `profile` is a profile's name."""

    segment: Segment
    voice: Voice
    language: str
    profile: str
    silence: Silence


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
    """`name` is what files are called by: the source's name without its ending."""
    return [
        EpisodePlan(
            episode.number,
            episode.title or book.title,
            episode_file(episode.number, len(book.episodes), slug(name)),
            tuple(_chapters(episode, book, settings)),
        )
        for episode in book.episodes
    ]


def _chapters(episode: Episode, book: Book, settings: Settings) -> Iterator[ChapterPlan]:
    texts = [chapter.segments for chapter in episode.chapters]
    if settings.announce:
        texts[0] = (_announced(episode, book.language), *texts[0])
    pauses = iter(silences(texts, settings.pauses, PROFILES[settings.profile]))
    for chapter, segments in zip(episode.chapters, texts, strict=True):
        yield ChapterPlan(
            chapter.title,
            tuple(
                Job(segment, voice_of(segment, settings, book.language), book.language, settings.profile, next(pauses))
                for segment in segments
            ),
        )


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
