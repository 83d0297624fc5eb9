"""What can be taken along, of what was made: links by what listeners call it."""

from collections.abc import Collection
from typing import NamedTuple

from hakawati.publishing.edition import EpisodeEntry


class Download(NamedTuple):
    """`label` names the link's text among the labels."""

    label: str
    file: str


def book_files(made: Collection[str]) -> tuple[Download, ...]:
    audiobooks = tuple(Download("m4b", name) for name in sorted(made) if name.endswith(".m4b"))
    others = (Download("playlist", "playlist.m3u8"), Download("feed", "feed.xml"))
    return (*audiobooks, *(download for download in others if download.file in made))


def episode_files(episode: EpisodeEntry, made: Collection[str]) -> tuple[Download, ...]:
    """The MP3 is always there."""
    others = (Download(kind, f"{episode.stem}.{kind}") for kind in ("vtt", "srt"))
    return (Download("mp3", episode.file), *(download for download in others if download.file in made))
