"""The book's chapters, end to end over all episodes. Players show one flat list of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakawati.publishing.edition import ChapterEntry, Edition, EpisodeEntry
from hakawati.publishing.one_line import one_line
from hakawati.units import Hertz, Milliseconds, Samples, samples


@dataclass(frozen=True, slots=True)
class BookChapter:
    """A chapter and its place in the book."""

    title: str
    start: Samples
    end: Samples


def book_chapters(edition: Edition) -> tuple[BookChapter, ...]:
    """Each starts where the one before ends, the first at 0, the last ends with the sound.

    An episode begins on its sample; within it a chapter keeps the millisecond that every other publication states.
    """
    marks = list(_marks(edition))
    ends = [start for _, start in marks[1:]] + [length(edition)]
    return tuple(BookChapter(title, start, end) for (title, start), end in zip(marks, ends, strict=True))


def length(edition: Edition) -> Samples:
    return Samples(sum(episode.samples for episode in edition.episodes))


def _marks(edition: Edition) -> Iterator[tuple[str, Samples]]:
    """Titles and starts."""
    begin, several = 0, len(edition.episodes) > 1
    for episode in edition.episodes:
        for nth, chapter in enumerate(_chapters_of(episode)):
            title = _opening_title(episode, chapter) if several and nth == 0 else chapter.title
            yield one_line(title), Samples(begin + _place(chapter.start, episode.rate))
        begin += episode.samples


def _chapters_of(episode: EpisodeEntry) -> Sequence[ChapterEntry]:
    return episode.chapters or [ChapterEntry(episode.title, Milliseconds(0), Milliseconds(0))]


def _place(time: Milliseconds, rate: Hertz) -> Samples:
    return samples(time / 1000, rate)


def _opening_title(episode: EpisodeEntry, chapter: ChapterEntry) -> str:
    """Of an episode's first chapter, the episode's title ahead, as a heading; but nothing twice."""
    if chapter.title.startswith(episode.title):
        return chapter.title
    return f"{episode.title}: {chapter.title}"
