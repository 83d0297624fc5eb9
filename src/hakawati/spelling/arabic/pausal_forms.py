"""Pausal forms: how a word ends where the voice rests.

Before a pause ة is said h, a last short vowel and the tanween of u and i become a sukun, that of a leaves a long a (the
chapter on the pause in Wright's *A Grammar of the Arabic Language*, II §§ 223-230). Within a clause nothing changes.
Readers do this by themselves, and so do engines that vowel for themselves; this is for engines that say what is
written. Tanween stands before its alif.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import DAMMA, DAMMATAN, FATHA, FATHATAN, KASRA, KASRATAN, SHADDA, SUKUN

_PAUSE = "(?=[\\s»”\"')\\]]*(?:[.،؛:؟!…,;?]|\\Z))"
_LETTER = "[\u0621-\u063a\u0641-\u064a\u0671]"
_ENDING = f"[{FATHATAN}{DAMMATAN}{KASRATAN}{FATHA}{DAMMA}{KASRA}]"
_AT_PAUSE = re.compile(
    rf"(?P<feminine>(?<=[{FATHA}ا])ة{_ENDING}?)"
    rf"{_PAUSE}|(?P<long>{FATHATAN})(?=[اى]{_PAUSE})|(?<=ء)(?P<seatless>{FATHATAN}){_PAUSE}"
    rf"|(?<={_LETTER})(?<=\S{_LETTER})(?P<short>{_ENDING}){_PAUSE}|(?<={_LETTER}{SHADDA})(?P<doubled>{_ENDING}){_PAUSE}"
)
_SAID = {"feminine": "ه", "long": FATHA, "seatless": f"{FATHA}ا", "short": SUKUN, "doubled": ""}


def edits(text: str) -> Iterator[Edit]:
    """The last letters of each clause as they are said before its pause."""
    for found in _AT_PAUSE.finditer(text):
        yield Edit(*found.span(), _SAID[str(found.lastgroup)])
