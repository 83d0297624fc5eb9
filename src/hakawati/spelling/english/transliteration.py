"""Letters with the marks of scholarly transliteration, which engines spell out by name («a macron»).

What stands for one sound of English is written so (š is sh); else the mark is left off. Accents that English readers
know (café, Gödel) stay. Hamza and ayn become an apostrophe inside a word, nothing at its edge.
"""

import re
import unicodedata

from hakawati.spelling.english.saying import Said, edits_by

_DIGRAPHS = {"ḫ": "kh", "ẖ": "kh", "ṯ": "th", "ḏ": "dh", "š": "sh", "č": "ch", "ž": "zh", "ǧ": "j", "ġ": "gh"}
_STRANGE_MARKS = "\u0304\u0306\u0307\u030c\u0323\u032e\u0331"
"""Macron, breve, dot above, caron; dot, breve and line below."""
_BREATHS = "ʾʿʼʻˀˁ"
_CONFIDENCE = 0.9


def _latin(found: re.Match[str]) -> Said | None:
    written = found.group()
    if written in _BREATHS:
        return _breath(found)
    decomposed = unicodedata.normalize("NFD", written)
    if not decomposed[0].isascii() or not any(mark in _STRANGE_MARKS for mark in decomposed[1:]):
        return None
    letter = unicodedata.normalize("NFC", written)
    plain = _DIGRAPHS.get(letter.lower(), decomposed[0].lower())
    return Said(plain.capitalize() if letter[0].isupper() else plain, _CONFIDENCE)


def _breath(found: re.Match[str]) -> Said:
    around = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return Said("’" if all(map(str.isalpha, around)) and _BREATHS.find(around[1]) < 0 else "", _CONFIDENCE)


edits = edits_by(
    re.compile(rf"[{_BREATHS}]|[A-Za-z\u00c0-\u024f\u1e00-\u1eff][\u0300-\u036f]+|[\u0100-\u024f\u1e00-\u1eff]"), _latin
)
