"""Verse of languages with capitals, by the shape of its lines."""

import re

from hakawati.script.letters import is_said

LINES = range(3, 61)
WIDEST = 60
"""Columns: prose is wrapped wider, or begins most lines with a small letter."""

WORDS = range(3, 13)
"""On an average line."""

_LIST_ITEM = re.compile(r"\s*(?:[-–—•*·]|\(?\w{1,3}[.)])\s")
_GOES_ON = re.compile(r"[,;—–][’”»\"')]*\Z")
_FULL_STOP = re.compile(r"[.!?…][’”»\"')]*\Z")
_PARTED = re.compile(r"\s+/{1,2}\s+")


def is_stanza(text: str) -> bool:
    """Short lines that each begin with a capital, though a comma shows that some sentence goes on."""
    lines = [each.strip() for each in text.split("\n") if each.strip()]
    if len(lines) not in LINES or any(len(each) > WIDEST or _LIST_ITEM.match(each) for each in lines):
        return False
    words = sum(len(each.split()) for each in lines) / len(lines)
    shaped = words >= WORDS.start and words < WORDS.stop and all(map(_begins_with_capital, lines))
    return shaped and any(map(_GOES_ON.search, lines[:-1])) and not _is_address(lines)


def is_line_of_verse(text: str, before: str, after: str, *, goes_on: bool) -> bool:
    """Of a text with a line to a paragraph: lines that break off, each followed by another with a capital."""
    if not _is_line(text):
        return False
    breaks_off = not _FULL_STOP.search(text.rstrip())
    if goes_on:
        leads_on = not _FULL_STOP.search(before.rstrip()) or (breaks_off and _is_line(after))
        return _is_line(before) and leads_on
    goes_on_twice = breaks_off and _is_line(after) and not _FULL_STOP.search(after.rstrip())
    return goes_on_twice and any(map(_GOES_ON.search, (text.rstrip(), after.rstrip())))


def _is_line(text: str) -> bool:
    shaped = len(text) <= WIDEST and "\n" not in text and len(text.split()) in WORDS and not _LIST_ITEM.match(text)
    plain = shaped and _begins_with_capital(text) and not any(map(str.isdigit, text))
    return plain and not text.rstrip().endswith(":") and not _is_address([text])


def _begins_with_capital(each: str) -> bool:
    return next(filter(is_said, each), "a").isupper()


def _is_address(lines: list[str]) -> bool:
    """Names, streets and the like: nearly every word has a capital, or numbers stand in most lines."""
    words = [word for each in lines for word in each.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    numbers = sum(any(map(str.isdigit, each)) for each in lines)
    return 2 * capitals > len(words) + len(lines) or 2 * numbers > len(lines)


def quoted_lines(body: str) -> bool:
    """Lines of verse written in one, a slash between: “… / …”."""
    lines = _PARTED.split(body.strip())
    return len(lines) > 1 and all(len(each.split()) >= 3 and _begins_with_capital(each) for each in lines)
