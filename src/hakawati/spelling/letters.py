"""The letters and marks of Arabic script.

Ranges and classes are those of the Unicode charts *Arabic*, *Arabic Supplement* and *Arabic Extended-A/B*. Letters in
presentation forms are not counted: the rule for them has turned them into plain ones before anyone asks.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

FATHATAN, DAMMATAN, KASRATAN = "\u064b", "\u064c", "\u064d"
FATHA, DAMMA, KASRA = "\u064e", "\u064f", "\u0650"
SHADDA, SUKUN = "\u0651", "\u0652"
DAGGER_ALIF = "\u0670"
HAMZA_ABOVE, HAMZA_BELOW = "\u0654", "\u0655"
TATWEEL = "\u0640"

TANWIN = frozenset((FATHATAN, DAMMATAN, KASRATAN))
SHORT_VOWELS = frozenset((FATHA, DAMMA, KASRA))
VOWELS = TANWIN | SHORT_VOWELS | {SUKUN}
"""The marks of which a letter bears one at most: a short vowel, a tanwin or a sukun."""

SILENCED = frozenset("\u06df\u06e0")
"""The Uthmani circles over a letter that is not said: such a letter takes no vowel."""

MADDA = "\u0653"

UTHMANI_VOWELS = frozenset((DAGGER_ALIF, MADDA, *"\u0656\u0657\u065e\u06e1\u08f0\u08f1\u08f2"))
"""Vowels and the sukun as the mushaf writes them: dagger and subscript alif, madda, turned damma, open tanwin."""

_LETTERS = (
    r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff"
    r"\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c8"
)
_MARKS = (
    r"\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    r"\u08ca-\u08e1\u08e3-\u08ff"
)
_SEATED_HAMZA = rf"{TATWEEL}(?=[{HAMZA_ABOVE}{HAMZA_BELOW}])"

_LETTER = re.compile(rf"[{_LETTERS}]")
_MARK = re.compile(rf"[{_MARKS}]")
_MARKED_LETTER = re.compile(rf"(?:[{_LETTERS}]|{_SEATED_HAMZA})[{_MARKS}]*")
_WORD = re.compile(rf"(?:{_MARKED_LETTER.pattern})+")


@dataclass(frozen=True, slots=True)
class MarkedLetter:
    """A letter with the marks on it, as typed; `end` is the offset behind the last mark."""

    letter: str
    marks: str
    end: int

    @property
    def start(self) -> int:
        return self.end - len(self.marks) - 1


def is_letter(char: str) -> bool:
    """Whether `char` is one letter of Arabic script (tatweel is none)."""
    return _LETTER.fullmatch(char) is not None


def is_mark(char: str) -> bool:
    """Whether `char` is one mark set on Arabic letters: vowels, shadda, combining hamza, Uthmani signs."""
    return _MARK.fullmatch(char) is not None


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
    """The words in Arabic script, each a run of letters with their marks; a hamza sitting on a tatweel is a letter."""
    return _WORD.finditer(text, start, len(text) if end is None else end)


def marked_letters(word: str, start: int = 0) -> list[MarkedLetter]:
    """The letters of `word` with their marks; offsets count from `start`."""
    return [
        MarkedLetter(found.group()[0], found.group()[1:], start + found.end())
        for found in _MARKED_LETTER.finditer(word)
    ]


def skeleton(text: str) -> str:
    """The letters without marks, every hamza off its seat: what stays the same however a word is vowelled.

    One character for each letter; أ إ آ and ا are one, so are ؤ and و, ئ and ي.
    """
    return "".join(char for char in unicodedata.normalize("NFD", text) if unicodedata.category(char) != "Mn")


def base_letters(text: str) -> tuple[str, list[int]]:
    """`text` without marks and symbols, every hamza off its seat, and for each character left its offset in `text`."""
    found = [(_base(char), at) for at, char in enumerate(text)]
    kept = [(base, at) for base, at in found if base]
    return "".join(base for base, _ in kept), [at for _, at in kept]


@cache
def _base(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0]
    return "" if unicodedata.category(base) in ("Mn", "So") else base
