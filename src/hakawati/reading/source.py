"""A source file as text: what mark-up and the script parser work on."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["plain", "script"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text[start:end]` of its source, without white space at the ends; never empty."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A file decoded. `text` is all of it, line ends as they are (a byte order mark is not text).

    A `script` says itself what its paragraphs are: it has none here.
    """

    path: Path
    text: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
