"""Signs of the mushaf in plain spelling: what guides the reciter's eye goes, what is a vowel is written as one.

Engines name such signs by their code. Pauses, assimilation and lengthening are the reciter's, not theirs. The dagger
alif and alif wasla stay: they are spelling.
Signs after the Unicode chart *Arabic* and the King Fahd Complex's Hafs encoding.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import DAMMA, DAMMATAN, FATHATAN, KASRA, KASRATAN, SUKUN

_PAUSES = "\u0615-\u0617\u06d6-\u06dc\ufdf0\ufdf1"
"""Small high letters over the end of a word, or apart behind it."""
_PARTS = "\u06de\u06e9"
_VERSE_END = "\u06dd"
_RECITATION = "\u0653\u06df\u06e0\u06e2-\u06e4\u06e8\u06ea-\u06ed"
"""Lengthening, silent letters, assimilation."""
_TURNED_DAMMA, _SUBSCRIPT_ALIF = "\u0657", "\u0656"

_PLAIN = {
    "\u06e1": SUKUN,
    "\u06e5": "و",
    "\u06e6": "ي",
    "\u06e7": "ي",
    "\u08f0": FATHATAN,
    "\u08f1": DAMMATAN,
    "\u08f2": KASRATAN,
    "\u065e": DAMMATAN,
}

_SIGN = re.compile(
    rf"(?P<apart>\s?(?:\d*{_VERSE_END}\s?\d*|[{_PARTS}])|\s[{_PAUSES}]+(?=\s|\Z))|(?P<on>[{_PAUSES}{_RECITATION}]+)"
    rf"|(?P<plain>[{''.join(_PLAIN)}])|(?P<vowel>[{_TURNED_DAMMA}{_SUBSCRIPT_ALIF}])"
)


def edits(text: str) -> Iterator[Edit]:
    """The number at a verse's end is dropped with its sign, the white space before what stands apart too."""
    for sign in _SIGN.finditer(text):
        yield Edit(*sign.span(), _spoken(text, sign), noted=True)


def _spoken(text: str, sign: re.Match[str]) -> str:
    if sign["plain"]:
        return _PLAIN[sign["plain"]]
    if sign["vowel"]:
        return _vowel(text, sign)
    return " " if sign["apart"] and text[sign.end() : sign.end() + 1].isalnum() else ""


def _vowel(text: str, sign: re.Match[str]) -> str:
    """Two marks with two meanings: long vowels in Indian print («لَهٗ», «بِهٖ»), open tanwin in the mushaf of Medina."""
    long = text[: sign.start()].rstrip("\u0651\u064f\u0650")[-1:] == "ه"
    if sign["vowel"] == _TURNED_DAMMA:
        return FATHATAN if text[sign.end() : sign.end() + 1] in ("ا", "ى") or not long else f"{DAMMA}و"
    return f"{KASRA}ي" if long else KASRATAN
