"""`playlist.m3u8`: the episodes in order, as mpv, VLC and mpd read it (extended M3U in UTF-8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from hakawati.publishing.edition import About, Edition
from hakawati.publishing.one_line import one_line
from hakawati.units import Seconds

FILE_NAME = "playlist.m3u8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a playlist: `file` is relative to the playlist."""

    file: str
    title: str
    seconds: Seconds


class Playlist:
    name = "playlist"
    file = FILE_NAME
    revision = 1
    asked_only = False

    def refused(self, about: About) -> str | None:  # noqa: ARG002 - it needs nothing
        return None

    def write(self, edition: Edition, file: BinaryIO) -> None:
        entries = [Entry(episode.file, episode.title, episode.seconds) for episode in edition.episodes]
        file.write(dump(edition.about.title, edition.about.author, entries).encode())


def dump(title: str, artist: str | None, entries: Iterable[Entry]) -> str:
    lines = ["#EXTM3U", f"#PLAYLIST:{one_line(title)}"]
    for entry in entries:
        name = f"{one_line(artist)} - {one_line(entry.title)}" if artist else one_line(entry.title)
        lines += f"#EXTINF:{round(entry.seconds)},{name}", entry.file
    return "\n".join(lines) + "\n"


def load_files(text: str) -> list[str]:
    """The files a playlist names, in order."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]
