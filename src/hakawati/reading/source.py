"""A source file as text: what mark-up and the script parser work on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["plain", "openiti", "document", "script"]

Shape = Literal["prose", "heading", "quotation", "poetry"]
"""What a format says of a paragraph; `prose` where it says nothing."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a source, without white space at its ends; never empty.

    `places` holds the offset in the source's text of each character of `text`: a `range` where the text stands there
    as it is, something longer where marks of the format stand in between. `level` counts a heading's depth from 1, and
    is 0 for all else.
    """

    text: str
    places: Sequence[int]
    shape: Shape = "prose"
    level: int = 0

    def __post_init__(self) -> None:
        assert len(self.text) == len(self.places), "every character has a place"


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a file says about its book; None where it says nothing. `language` is an ISO 639-1 code."""

    title: str | None = None
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file decoded. `text` is all of it, line ends as they are (a byte order mark is not text); of a document, the
    text that was found in it.

    A `script` says itself what its paragraphs are: it has none here.
    """

    path: Path
    text: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    about: About = About()
