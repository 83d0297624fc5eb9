"""Whether a gap stands in a vowelled quotation, where nothing is supplied: scripture and sayings are what they are."""

import re

from hakawati.script.letters import ARABIC, MARKS, VOWELS, bare

_WORD = re.compile(rf"[{ARABIC}][{ARABIC}{MARKS}\u0640]*")
_VOWEL = re.compile(f"[{VOWELS}]")
_NEIGHBOURS = 4
_REACH = 60
"""Characters in which that many words have room."""


def in_vowelled_quotation(text: str, start: int, end: int) -> bool:
    """Whether the word before the gap `text[start:end]` is vowelled, and half of the words around it too."""
    first = _aside_start(text, start)
    before = _WORD.findall(text, first, start)[-_NEIGHBOURS - 1 :]
    behind = _WORD.findall(text, end, end + _REACH)[:_NEIGHBOURS]
    if not before or not _is_vowelled(before[-1]):
        return False
    around = [*before[:-1], *behind]
    return 2 * sum(map(_is_vowelled, around)) >= len(around)


def _aside_start(text: str, start: int) -> int:
    """Where to look from: not beyond the parenthesis that the gap stands in."""
    first = max(0, start - _REACH)
    opened = text.rfind("(", first, start)
    return opened if opened >= 0 and text.find(")", opened, start) < 0 else first


def _is_vowelled(word: str) -> bool:
    """At least four vowel marks to ten letters."""
    return 10 * len(_VOWEL.findall(word)) >= 4 * len(bare(word))
