"""Characters that stand for nothing one can hear: zero-width, direction and control characters."""

import unicodedata
from collections.abc import Iterator

from hakawati.spelling.edits import Edit

_SILENT_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs"})
_SILENT_MARKS = frozenset(map(chr, (0x034F, *range(0xFE00, 0xFE10))))
"""The grapheme joiner and the variation selectors: marks that shape a glyph and nothing else."""
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0")
"""The Hangul fillers: letters to Unicode, used as blanks everywhere."""
_JOINERS = frozenset("\u200c\u200d")


def edits(text: str) -> Iterator[Edit]:
    """Drops every invisible character (white space is not one of them)."""
    for at, char in enumerate(text):
        if char in _BLANK_LETTERS or (not char.isalnum() and _is_invisible(char)):
            yield Edit(at, at + 1, "")


def edits_sparing_joiners(text: str) -> Iterator[Edit]:
    """As `edits`, but keeps the zero-width (non-)joiner, which makes letters in Persian and the scripts of India."""
    return (edit for edit in edits(text) if text[edit.start] not in _JOINERS)


def _is_invisible(char: str) -> bool:
    if char in _SILENT_MARKS:
        return True
    return unicodedata.category(char) in _SILENT_CATEGORIES and not char.isspace()
