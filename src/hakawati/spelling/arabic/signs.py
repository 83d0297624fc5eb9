"""Signs that are seen and not said: brackets, quotation marks, dashes, bullets, slashes and their like.

Engines spell them out, or trip over them. What they mean to the ear is a light pause or nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from hakawati.spelling.arabic.pauses import ELLIPSIS, PAUSES
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import FATHA, is_letter, is_mark

_SIGNS = frozenset({"Ps", "Pe", "Pi", "Pf", "Pd", "Pc", "Po", "Sc", "Sk", "Sm", "So"})
"""The Unicode categories of punctuation and symbols."""
_PAUSING = frozenset({"Ps", "Pe", "Pd"})
"""Brackets and dashes: an aside."""
_QUOTING = frozenset("\"'`´«»‹›“”„‟‘’‚‛")
_APOSTROPHES = frozenset("'’")

_READ = frozenset({"Sc", "Sm"})
"""Currencies and mathematics: signs that readers say."""
_READ_TOO = frozenset("&@#%‰§°№")
_DRAWN = frozenset("|~<>")
"""Mathematics by Unicode, ornament and frames in texts."""
UNREAD = 0.3
"""Confidence in leaving such a sign unsaid."""

_SAID = {"+": "زَائِدُ", "=": "يُسَاوِي", "×": "فِي", "÷": "عَلَى"}
"""Between two things, what a reader says. After the numbers have been put in words, they are words all."""
_AND, AND = "&", f"و{FATHA}"
SAID = 0.9
"""Confidence in saying such a sign."""

_RUN = re.compile(r" *s[s ]*")


def edits(text: str) -> Iterator[Edit]:
    """Each run of signs, with the white space in and around it, becomes a comma, a space or nothing.

    A comma for brackets and dashes that stand apart between words; a space where words would grow together. Where a
    sign goes that a reader would have said («+», «&», «$»), the editor is told.
    """
    for run in _RUN.finditer(_shape(text)):
        start, end = run.span()
        before, behind = text[start - 1 : start], text[end : end + 1]
        if said := _said(text[start:end], before, behind):
            yield Edit(start, end, said, noted=True, confidence=SAID)
            continue
        heard = _heard(text[start:end], before, behind)
        if any(map(_is_read, text[start:end])):
            yield Edit(start, end, heard, noted=True, confidence=UNREAD)
        else:
            yield Edit(start, end, heard)


def _said(run: str, before: str, behind: str) -> str:
    """What is said for a single sign between two words, as much space before it as behind; empty for nothing."""
    sign = run.strip()
    evenly = run.startswith(sign) == run.endswith(sign)
    if not evenly or not _is_of_word(before) or not _is_of_word(behind):
        return ""
    if sign == _AND:
        return f" {AND}" if is_letter(behind) else f" {AND} "
    return f" {_SAID[sign]} " if sign in _SAID else ""


def _is_of_word(char: str) -> bool:
    return char.isalpha() or is_mark(char)


def _shape(text: str) -> str:
    """`text` with every sign as `s`, white space as a space and all else as a dot."""
    return "".join(
        "s" if _is_sign(char) and not _is_apostrophe(text, at) else _blank(char) for at, char in enumerate(text)
    )


def _blank(char: str) -> str:
    return " " if char.isspace() else "."


@cache
def _is_sign(char: str) -> bool:
    return char not in PAUSES and char != ELLIPSIS and unicodedata.category(char) in _SIGNS


@cache
def _is_read(char: str) -> bool:
    return char in _READ_TOO or (unicodedata.category(char) in _READ and char not in _DRAWN)


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether an apostrophe stands inside a word of another script, as in *don't*."""
    return text[at] in _APOSTROPHES and 0 < at < len(text) - 1 and all(map(_is_foreign, (text[at - 1], text[at + 1])))


def _is_foreign(char: str) -> bool:
    return char.isalpha() and not is_letter(char)


def _heard(run: str, before: str, behind: str) -> str:
    """What a run of signs and white space sounds like, between two characters (empty at the text's ends)."""
    if not before or not behind or behind in PAUSES:
        return ""
    apart = any(map(str.isspace, run))
    if before in PAUSES or all(char in _QUOTING or char.isspace() for char in run):
        return " " if apart else ""
    return "، " if apart and any(unicodedata.category(char) in _PAUSING for char in run) else " "
