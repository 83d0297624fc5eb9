"""The list of what is published. To add one: a file beside this one, and a line in a list."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakawati.errors import SettingsError
from hakawati.publishing.chapters_json import ChaptersJson
from hakawati.publishing.edition import About
from hakawati.publishing.playlist import Playlist
from hakawati.publishing.publication import BookPublication, EpisodePublication
from hakawati.publishing.transcript.srt import SubRip
from hakawati.publishing.transcript.vtt import WebVtt

# None of these modules imports anything heavy before it is asked to write.
EPISODE: tuple[EpisodePublication, ...] = (ChaptersJson(), WebVtt(), SubRip())
BOOK: tuple[BookPublication, ...] = (Playlist(),)

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
    """What `publish` asks for by name. Raises SettingsError for an unknown name and for what cannot be made."""
    problems = [_unknown(name) for name in asked if name not in (*names(), DEFAULT)]
    wanted, default = set(asked), DEFAULT in asked
    refused = {one.name: why for one in BOOK if (why := one.refused(about))}
    problems += [why for name, why in refused.items() if name in wanted]
    if problems:
        raise SettingsError(problems)
    return Chosen(
        tuple(one for one in EPISODE if default or one.name in wanted),
        tuple(
            one for one in BOOK if one.name in wanted or (default and not one.asked_only and one.name not in refused)
        ),
        tuple(why for one in BOOK if default and not one.asked_only and (why := refused.get(one.name))),
    )


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name, names(), 1, 0.5)
    meant = f" Did you mean `{near[0]}`?" if near else ""
    return f"publish: nothing is called {name!r}.{meant} There are: {', '.join([DEFAULT, *names()])}."
