"""Plain text: one paragraph to a line, or lines of one width with empty lines between the paragraphs."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from hakawati.reading.decoding import decode
from hakawati.reading.source import Paragraph, Source

WRAPPED_WIDTHS = range(45, 121)
"""Columns. Nobody wraps text wider or narrower; verse is often narrower."""

_LINE = re.compile(r"[^\n\r\f\x85\u2028\u2029]+")
_BLOCK = re.compile(r"\S[^\n\r\f\x85\u2028\u2029]*(?:(?:\r\n|[\n\r])[^\S\n\r]*\S[^\n\r\f\x85\u2028\u2029]*)*")
_NEWLINE = re.compile(r"\r\n|[\n\r]")
_MARK = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")


def read(data: bytes, path: Path) -> Source:
    """Raises SourceError for what is no text."""
    text = decode(data, path)
    return Source(path, text, "plain", tuple(paragraphs(text)))


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of `text`, in order."""
    shape = _BLOCK if is_wrapped(text) else _LINE
    for match in shape.finditer(text):
        found = match.group()
        start = match.start() + len(found) - len(found.lstrip())
        end = match.start() + len(found.rstrip())
        if start < end:
            yield Paragraph(text[start:end], range(start, end))


def is_wrapped(text: str) -> bool:
    """Whether lines are broken where they were full: nine of ten lines that another follows could not have taken its
    first word too. That is the mark of a program that wraps; verse and one-line paragraphs break elsewhere.
    """
    blocks = [_NEWLINE.split(match.group()) for match in _BLOCK.finditer(text)]
    broken = [(line.rstrip(), after.split()[0]) for lines in blocks for line, after in pairwise(lines)]
    if len(broken) < 3 or len(broken) > 100 * len(blocks):
        return False
    return any(_are_full(broken, width) for width in (len, _columns))


def _are_full(broken: list[tuple[str, str]], width: Callable[[str], int]) -> bool:
    """Whether lines are full by this measure, given each with the word that follows it."""
    widths = sorted(width(line) for line, _ in broken)
    full = widths[-1 - len(widths) // 50]
    could_take_no_more = sum(width(line) + 1 + width(first) > full for line, first in broken)
    return full in WRAPPED_WIDTHS and could_take_no_more >= 0.9 * len(broken)


def _columns(line: str) -> int:
    """How wide a line is shown: marks take no room of their own. (Some programs that wrap count them all the same.)"""
    return len(_MARK.sub("", line))
