"""The list of what is published. To add one: a file beside this one, and a line in a list.

None of these modules imports anything heavy before it is asked to write.
"""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hakawati.errors import SettingsError
from hakawati.publishing.chapters_json import ChaptersJson
from hakawati.publishing.cover import CoverFile
from hakawati.publishing.edition import About
from hakawati.publishing.feed.rss_feed import RssFeed
from hakawati.publishing.m4b.m4b import M4B
from hakawati.publishing.manifest.audiobook import Audiobook
from hakawati.publishing.page.book_page import Page
from hakawati.publishing.page.episode_text import EpisodeText
from hakawati.publishing.page.text_page import TextPage
from hakawati.publishing.playlist import Playlist
from hakawati.publishing.publication import BookPublication, EpisodePublication
from hakawati.publishing.transcript.srt import SubRip
from hakawati.publishing.transcript.vtt import WebVtt

EPISODE: tuple[EpisodePublication, ...] = (
    ChaptersJson(),
    WebVtt(),
    SubRip(),
    EpisodeText(),
    TextPage(),
)
BOOK: tuple[BookPublication, ...] = (
    CoverFile(),
    Playlist(),
    RssFeed(),
    Audiobook(),
    M4B(),
    Page(),
)

DEFAULT = "default"
"""Stands in `publish` for all that is made where nothing is asked for."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to be made, in the order of the lists; `left_out` are sentences on what else could be, and how."""

    episode: tuple[EpisodePublication, ...]
    book: tuple[BookPublication, ...]
    left_out: tuple[str, ...] = ()

    def files(self, stems: Sequence[str]) -> Iterator[str]:
        """All that is made beside the MP3s, whose names without an ending are `stems`."""
        for stem in stems:
            yield from (stem + one.ending for one in self.episode)
        yield from (one.file for one in self.book)


def names() -> list[str]:
    return list(dict.fromkeys([*(one.name for one in EPISODE), *(one.name for one in BOOK)]))


def chosen(asked: Sequence[str], about: About) -> Chosen:
    """What `publish` asks for by name, and what `default` stands for.

    What `default` alone asks for and cannot be made is left out, with a sentence. Raises SettingsError with every
    problem: names that nothing has, what was asked for by name and cannot be made, settings that cannot be right.
    """
    default = DEFAULT in asked
    answers = [_answer(one, about) for one in BOOK if one.name in asked or (default and not one.asked_only)]
    problems = [_unknown(name) for name in asked if name not in (*names(), DEFAULT)]
    problems += [mistake for answer in answers for mistake in answer.mistakes]
    problems += [answer.lack for answer in answers if answer.lack and answer.publication.name in asked]
    if problems:
        raise SettingsError(list(dict.fromkeys(problems)))
    return Chosen(
        tuple(one for one in EPISODE if default or one.name in asked),
        tuple(answer.publication for answer in answers if not answer.lack),
        tuple(answer.lack for answer in answers if answer.lack),
    )


class _Answer(NamedTuple):
    """What a publication says to the settings: what it lacks, and what cannot be right."""

    publication: BookPublication
    lack: str | None
    mistakes: Sequence[str] = ()


def _answer(one: BookPublication, about: About) -> _Answer:
    try:
        return _Answer(one, one.refused(about))
    except SettingsError as error:
        return _Answer(one, None, error.problems)


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, names(), 1, 0.5)
    meant = f" Did you mean `{near[0]}`?" if near else ""
    return f"publish: nothing is called {name!r}.{meant} There are: {', '.join([DEFAULT, *names()])}."
