"""Figures that are no quantity: telephone numbers, book numbers, versions, rooms and flights."""

import re

from hakawati.spelling.english.numerals import digit_by_digit, number_words, pairs
from hakawati.spelling.english.saying import Said, edits_by

_TELEPHONE = re.compile(
    r"""(?<![\w.,/-])(?:
      \+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,5}
    | \(\d{2,5}\)\s?\d{3,4}[\s.-]?\d{3,4}
    | \d{3}[.-]\d{3}[.-]\d{4}
    | \d{3}-\d{4}(?<!00)
    | 0\d{2,4}[\s-]\d{3,4}(?:[\s-]?\d{3,4})?
    )(?![\w/-]|[.,]\d)""",
    re.VERBOSE,
)
_CALLED = re.compile(
    r"(?<!\w)(?:[Tt]el|[Pp]hone|[Ff]ax|[Cc]all|[Dd]ial|[Tt]elephone|[Mm]obile|[Nn]umber is)[.:]?\s"
    r"(?P<it>\d[\d\s.-]{1,14}\d)(?![\w/-]|[.,]\d)"
)
_BOOK_NUMBER = re.compile(r"(?<=ISBN|ISSN)(?P<gap>(?:-1[03])?:?\s)(?P<it>\d[\d\s-]{6,20}[\dX])(?!\w)")
_BOOK_NUMBER_ONLY = re.compile(r"(?<!\w)(?P<code>\d{1,4}(?:-\d{1,7}){3,})(?!\w)")
_VERSION = re.compile(r"(?<![\w.,])v?(?P<it>\d+(?:\.\d+){2,})(?!\w|\.\d)")
_NAMED_VERSION = re.compile(
    r"(?<!\w)(?:[Vv]ersions?|[Vv]er\.|[Rr]elease|Python|iOS|Android|Windows|Linux|Unicode|Firefox|Chrome|macOS|Debian|Ubuntu)\s"
    r"(?P<it>\d+\.\d+)(?![\w]|\.\d)"
)
_SHORT_VERSION = re.compile(r"(?<!\w)(?P<it>v(?P<number>\d+(?:\.\d+)*))(?!\w)")
_ROOM = re.compile(
    r"(?<!\w)(?:[Rr]ooms?|[Ff]lights?|[Hh]ighway|[Rr]oute|[Aa]partment|[Ss]uite|[Ff]lat|[Bb]us|[Ee]xtension|[Aa]pt\.) "
    r"(?:[A-Z]{2} ?)?(?P<it>[1-9]\d{2,3})(?!\w|[.,]\d)"
)
_LIKELY = 0.9


def _digits(found: re.Match[str]) -> Said:
    written = found["it"] if "it" in found.re.groupindex else found.group()
    groups = [group for group in re.split(r"[^\dX]+", written) if group]
    said = ", ".join(digit_by_digit(group) + (" X" if group.endswith("X") else "") for group in groups)
    return Said(f"plus {said}" if written.startswith("+") else said, _LIKELY)


def _version(found: re.Match[str]) -> Said:
    return Said(_pointed(found["it"]))


def _short_version(found: re.Match[str]) -> Said:
    return Said(f"version {_pointed(found['number'])}", _LIKELY)


def _pointed(written: str) -> str:
    return " point ".join(map(number_words, written.split(".")))


def _room(found: re.Match[str]) -> Said:
    return Said(pairs(int(found["it"])), _LIKELY)


telephones = edits_by(_TELEPHONE, _digits)
called = edits_by(_CALLED, _digits)
book_numbers = edits_by(_BOOK_NUMBER, _digits)
long_codes = edits_by(_BOOK_NUMBER_ONLY, _digits)
versions = edits_by(_VERSION, _version)
named_versions = edits_by(_NAMED_VERSION, _version)
short_versions = edits_by(_SHORT_VERSION, _short_version)
rooms = edits_by(_ROOM, _room)
