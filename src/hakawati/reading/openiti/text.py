"""The lines of an OpenITI text as paragraphs.

By how a line begins, it is

- `### |`, `### ||` …, or `# |` …: a heading of the first, second … level
- `### |EDITOR|` and its like: what kind of part begins; no text
- `### $`, `### @`: an entry of a biographical or other dictionary, or an event
- `#`: a paragraph
- `~~`: what goes on with the line before
"""

import re
from collections.abc import Iterator
from pathlib import Path

from hakawati.reading.decoding import decode
from hakawati.reading.openiti.header import about, body_start
from hakawati.reading.openiti.marks import HEMISTICH, unmarked
from hakawati.reading.source import Paragraph, Shape, Source

_LINE = re.compile(r"[^\n\r]*\S[^\n\r]*")
_HEADING = re.compile(r"[ \t]*#+[ \t]*(\|+)[ \t]*")
_BEGIN = re.compile(
    r"[ \t]*(?:"
    r"###[ \t]+(?:\|[A-Z]+\||\$+(?:[A-Z_]+\$)?|@[ \t]+RAW\b|@)"
    r"|\#+(?:\$\#[A-Z]+|[ \t]+\$[A-Z_]+\$|~:[a-z]+:)?"
    r")[ \t]*"
)
_KIND_OF_PART = re.compile(r"[ \t]*#+[ \t]*\|[A-Z]+\|")
_NO_TEXT = re.compile(r"[ \t]*(?:#META#|######OpenITI#)")
_GOES_ON = re.compile(r"[ \t]*(?:~~|Page(?:Beg|End)?V\w+\s*$)")

LONGEST_VERSE = 200
"""Characters of a line of two hemistichs, with the marks in it."""


def read(data: bytes, path: Path) -> Source:
    """Raises SourceError for what is no text."""
    text = decode(data, path)
    return Source(path, text, "openiti", tuple(paragraphs(text)), about(text))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs behind the header, in order; what has no text is left out."""
    for start, end in _blocks(text):
        level, begin = _opening(text, start)
        found, places = unmarked(text, min(begin, end), end)
        if found:
            shape: Shape = "heading" if level else "poetry" if _is_verse(text[start:end]) else "prose"
            yield Paragraph(found, places, shape, level)


def _is_verse(block: str) -> bool:
    """Whether the sign between hemistichs parts what stands here; texts have it in long prose too, by mistake."""
    return block.count(HEMISTICH) * LONGEST_VERSE >= len(block) and HEMISTICH in block


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that begins something begins, and where the last line that goes on with it ends."""
    start = end = -1
    for match in _LINE.finditer(text, body_start(text)):
        if _NO_TEXT.match(match.group()):
            continue
        if start >= 0 and _GOES_ON.match(match.group()):
            end = match.end()
            continue
        if start >= 0:
            yield start, end
        start, end = match.span()
    if start >= 0:
        yield start, end


def _opening(text: str, start: int) -> tuple[int, int]:
    """The level of the heading that begins here (0: none), and where its text begins."""
    heading = _HEADING.match(text, start)
    if heading and not _KIND_OF_PART.match(text, start):
        return len(heading[1]), heading.end()
    begin = _BEGIN.match(text, start)
    return 0, begin.end() if begin else start
