"""Gaps: white space where a sign has been lost, and whether a text's other white space lets one believe in it."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from hakawati.script.letters import ARABIC, MARKS, SIGNS

_BLANK = r"[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_MARK = "[.،؛:؟!…)\\]»”]"
_GAP = re.compile(rf"(?<=[{ARABIC}{MARKS}])(?:(?P<spaced>\s+)(?={_MARK})|(?P<wide>{_BLANK}{{2,}})(?=\S))")


class Kind(Enum):
    """What makes it a gap: more than one space before a word, or any before a mark."""

    WIDE = "wide"
    SPACED = "spaced"


class Gap(NamedTuple):
    """The white space `text[start:end]`."""

    start: int
    end: int
    kind: Kind


def gaps(text: str) -> Iterator[Gap]:
    """The gaps behind words in Arabic script, in order. Line ends and indents are none, nor is sentence spacing."""
    for found in _GAP.finditer(text):
        yield Gap(*found.span(), Kind.WIDE if found["wide"] else Kind.SPACED)


_WORDS = rf"[{ARABIC}{MARKS}\u0640]+"
_PARTING = re.compile(rf"[^{ARABIC}{MARKS}\u0640 \u00a0]|[{SIGNS}]|[ \u00a0]{{2,}}")
_REACH = 100
"""Characters in which the longest name and the words before it have room."""


def words_before(text: str, at: int) -> list[str]:
    """The words before `at` with nothing but single spaces between them, as many as `_REACH` holds."""
    tail = text[max(0, at - _REACH) : at]
    parted = [mark.end() for mark in _PARTING.finditer(tail)]
    words = tail[parted[-1] if parted else 0 :].split()
    return words[1:] if at > _REACH and not parted else words


def runs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Each run of words with nothing but single spaces between them, and where it ends."""
    for run in re.finditer(rf"{_WORDS}(?:[ \u00a0]{_WORDS})*", text):
        yield run.end(), run.group().split()
