"""What counts as a letter, a mark on a letter, a vowel mark; and a word stripped to its bare letters."""

import re
import unicodedata

ARABIC = "\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdf9\ufe70-\ufefc"
"""Arabic letters, presentation forms too, as the inside of a regular expression's set."""

VOWELS = "\u064b-\u0652\u0670"
"""Tanween, the short vowels, shadda, sukun and the small alif, as the inside of a set."""

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
"""All marks on Arabic letters: vowels, Qur'anic signs, honorific signs."""

SIGNS = "\ufbc3-\ufbd2\ufd40-\ufd4f\ufd90\ufd91\ufdc8-\ufdcf\ufdf9-\ufdff"
"""Signs that are said as a formula, such as ﷺ and ﷽, as the inside of a set. Unicode counts few of them as letters."""

_SIGN = re.compile(f"[{SIGNS}]")
_MARKS = re.compile(f"[{MARKS}\u0640]")
_ALIFS = str.maketrans("أإآٱى", "ااااي")


def is_said(character: str) -> bool:
    """Whether `character` can be said aloud by itself: a letter, a digit or a sign that stands for a formula."""
    return character.isalnum() or _SIGN.match(character) is not None


def speakable(text: str) -> bool:
    """Whether anything in `text` can be said aloud."""
    return any(map(is_said, text))


def is_mark(character: str) -> bool:
    """Whether `character` belongs to the letter before it."""
    return not character.isascii() and (unicodedata.category(character)[0] == "M" or character == "\u200d")


def bare(text: str) -> str:
    """`text` without vowels, signs and tatweel: what is compared when only the letters matter."""
    return _MARKS.sub("", text)


def folded(text: str) -> str:
    """`bare`, and the forms of alif (and the final ya) made one, since writers mix them."""
    return bare(text).translate(_ALIFS)
