"""Digits of other scripts, and Roman numerals that are one character, become the common ones that other rules read."""

import re
import unicodedata

from hakawati.spelling.english.saying import Said, edits_by

_OTHER_DIGIT = r"(?![0-9])\d"
_ROMAN_CHARACTERS = "\u2160-\u217f"


def _common(found: re.Match[str]) -> Said:
    char = found.group()
    plain = str(unicodedata.decimal(char)) if char.isdecimal() else unicodedata.normalize("NFKC", char)
    return Said(plain, noted=False)


edits = edits_by(re.compile(rf"{_OTHER_DIGIT}|[{_ROMAN_CHARACTERS}]"), _common)
