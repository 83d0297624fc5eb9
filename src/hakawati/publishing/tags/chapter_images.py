"""Pictures of chapters, from a folder: `01-02.jpg` is the second chapter's of the first episode.

`chapter_images` in hakawati.toml names the folder; a tag holds the pictures within its chapters.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from hakawati.errors import SettingsError
from hakawati.publishing.tags.pictures import is_picture

LARGEST = 1_000_000
"""Bytes of one picture: an episode's stand in its MP3, before the sound."""
IGNORED = frozenset({"desktop.ini", "thumbs.db"})
_NAME = re.compile(r"0*(\d{1,6})-0*(\d{1,6})\.(?:jpe?g|png)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class ChapterImages:
    """`pictures` are PNG or JPEG, by the numbers of episode and chapter; `unused` are sentences on other files."""

    pictures: Mapping[int, Mapping[int, bytes]]
    unused: tuple[str, ...] = ()


class _Numbered(NamedTuple):
    """A file that is named as pictures of chapters are."""

    path: Path
    episode: int
    chapter: int


def chapter_images(folder: Path, chapters: Mapping[int, int]) -> ChapterImages:
    """The pictures in `folder`; `chapters` tells how many chapters each episode has.

    Raises SettingsError, all problems at once, for a folder that cannot be read and for what is named as a picture
    but is none, is too large, or is there twice.
    """
    paths = _files(folder)
    numbered = [found for path in paths if (found := _numbered(path))]
    known = [one for one in numbered if 1 <= one.chapter <= chapters.get(one.episode, 0)]
    if problems := [*_twice(known), *(problem for one in known if (problem := _problem(one.path)))]:
        raise SettingsError(problems)
    named, used = {one.path for one in numbered}, {one.path for one in known}
    pictures: dict[int, dict[int, bytes]] = {}
    for one in known:
        pictures.setdefault(one.episode, {})[one.chapter] = one.path.read_bytes()
    return ChapterImages(pictures, tuple(_unused(path, path in named) for path in paths if path not in used))


def _files(folder: Path) -> Sequence[Path]:
    """In the order of their names; without what systems leave in folders of pictures."""
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        raise SettingsError([f"chapter_images: {folder} cannot be read: {error.strerror}."]) from error
    return [path for path in paths if not path.name.startswith(".") and path.name.lower() not in IGNORED]


def _numbered(path: Path) -> _Numbered | None:
    found = _NAME.fullmatch(path.name)
    return _Numbered(path, int(found[1]), int(found[2])) if found else None


def _twice(numbered: Sequence[_Numbered]) -> Iterator[str]:
    seen: dict[tuple[int, int], Path] = {}
    for one in numbered:
        other = seen.setdefault((one.episode, one.chapter), one.path)
        if other is not one.path:
            yield f"chapter_images: {other.name} and {one.path.name} are for the same chapter. Keep one of them."


def _problem(path: Path) -> str | None:
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            begin = file.read(16)
    except OSError as error:
        return f"chapter_images: {path} cannot be read: {error.strerror}."
    if not is_picture(begin):
        return f"chapter_images: {path} is no PNG and no JPEG. Convert it to one of them."
    if size > LARGEST:
        return f"chapter_images: {path} has {size:,} bytes, and {LARGEST:,} are the most. Make it smaller."
    return None


def _unused(path: Path, numbered: bool) -> str:  # noqa: FBT001 - one fact of the path
    if numbered:
        return f"chapter_images: {path.name} is not used: the book has no such chapter."
    return f"chapter_images: {path.name} is not used: pictures are called such as 01-02.jpg, for episode and chapter."
