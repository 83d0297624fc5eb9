"""What the types cannot say: names that must be known, files that must be there, values that must fit each other."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hakawati.profiles import PROFILES
from hakawati.settings.checking import nearest

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG file begin."""


def not_fitting(values: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each problem."""
    yield from _profile(values)
    yield from _cover(values.get("cover"))
    for ref, path in values.get("recordings", {}).items():
        if not path.is_file():
            yield f"recordings.{ref}: there is no file {path}"
    for name in ("intro", "outro", "chime"):
        path = getattr(values["music"], name)
        if path and not path.is_file():
            yield f"music.{name}: there is no file {path}"


def _profile(values: Mapping[str, Any]) -> Iterator[str]:
    profile = values.get("profile", "podcast")
    if profile not in PROFILES:
        yield f"profile = {profile!r}: there are {', '.join(PROFILES)}.{nearest(profile, list(PROFILES))}"
    elif (longest := PROFILES[profile].max_minutes) and values.get("episode_minutes", 0) > longest:
        yield f"episode_minutes = {values['episode_minutes']:g}: profile {profile} allows {longest:g} at most"


def _cover(cover: Path | None) -> Iterator[str]:
    if cover and not cover.is_file():
        yield f"cover: there is no file {cover}"
    elif cover and not _head(cover).startswith(PICTURES):
        yield f"cover: {cover} is neither a PNG nor a JPEG picture"


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(max(map(len, PICTURES)))
