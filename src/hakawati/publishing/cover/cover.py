"""A book's cover: the user's picture made fit, or a drawn one."""

from dataclasses import dataclass
from hashlib import sha256

from hakawati.publishing.cover.drawing import drawn
from hakawati.publishing.cover.encoding import png, small
from hakawati.publishing.cover.faces import releases
from hakawati.publishing.cover.opening import opened
from hakawati.publishing.cover.squaring import squared

REVISION = 1
"""Raised whenever a cover comes out otherwise from the same picture, title and author."""
LETTERERS = ("uharfbuzz", "python-bidi")
"""Packages that shape what is drawn, beside Pillow and the fonts."""


@dataclass(frozen=True, slots=True)
class Cover:
    """`png` is square, RGB, 1400 to 3000 pixels wide; `picture` the same as a small JPEG, for tags.

    `said` are sentences for the user: what was done to the picture, or what the drawn words lack.
    """

    png: bytes
    picture: bytes
    said: tuple[str, ...]


def cover(picture: bytes | None, title: str, author: str | None, language: str, source: str = "cover") -> Cover:
    """The user's `picture` made fit, a PNG or JPEG; without one, a drawn cover.

    `source` is what sentences and errors call the picture: its file. Raises InputError for one that cannot be used.
    """
    if picture is None:
        drawing = drawn(title, author, language)
        return Cover(png(drawing.image), small(drawing.image), drawing.said)
    fit = squared(opened(picture, source), source)
    return Cover(png(fit.image), small(fit.image), fit.said)


def shaped_by(
    picture: bytes | None, title: str, author: str | None, language: str, source: str = "cover"
) -> tuple[object, ...]:
    """All that `cover` of the same depends on, as plain values: for the key that its result is kept under."""
    if picture is not None:
        return (REVISION, _version("pillow"), sha256(picture).hexdigest(), source)
    fonts = tuple(f"{release.family} {release.version}" for release in releases())
    return (REVISION, *map(_version, ("pillow", *LETTERERS)), fonts, title, author, language)


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - start-up has no need of it

    try:
        return version(package)
    except PackageNotFoundError:
        return None
