"""The shape of a line of Arabic verse: two halves of like length, parted by a sign or a wide space, and its rhyme."""

import re
from typing import Literal, NamedTuple

from hakawati.script.letters import ARABIC, bare, folded

Parting = Literal["sign", "weak"]
"""`sign` parts hemistichs and little else (***, %~%, //); `weak` ones part much besides (…, a dash, a wide space)."""

LETTERS = range(8, 46)
"""Of a half: the shortest metres have eight, the longest some thirty."""

WORDS = range(2, 10)

LIKE = 0.65
"""The shorter half has at least this share of the longer one's letters."""

_SIGN = re.compile(r"\s+\*\s+|\s*(?:\*{2,5}|%~%|/{2,}|={2,}|~+|[۞❖•○◦٭⁂])\s*")
_WEAK = re.compile(r"\s*(?:\.{2,}|…+)\s*|\s+[/|#]\s+|\s+[-–—]{1,3}\s+|\t\s*|[^\S\n]{3,}")
_ARABIC_LETTERS = re.compile(f"[{ARABIC}]")
_ENDS = re.compile(r"[\s.،؛!؟…*()«»“”\"]+\Z")
_NO_VERSE = re.compile(r"[\d:.\n]|[A-Za-z]{2}")


class Line(NamedTuple):
    """A line of two hemistichs."""

    first: str
    second: str
    parting: Parting

    @property
    def balance(self) -> float:
        """Letters of the shorter half by those of the longer one."""
        one, other = letters(self.first), letters(self.second)
        return min(one, other) / max(one, other)

    @property
    def opens_poem(self) -> bool:
        """The first line of a poem often rhymes in itself."""
        return rhymed(self.first, self.second)


def line(text: str) -> Line | None:
    """`text` as a line of two hemistichs, if it has their shape."""
    for parting, pattern in (("sign", _SIGN), ("weak", _WEAK)):
        halves = [half for half in pattern.split(_ENDS.sub("", text.strip())) if half.strip()]
        if len(halves) == 2:
            found = Line(halves[0], halves[1], "sign" if parting == "sign" else "weak")
            return found if _are_halves(found) else None
        if len(halves) > 2:
            return None
    return None


def _are_halves(found: Line) -> bool:
    return is_hemistich(found.first) and is_hemistich(found.second) and found.balance >= LIKE


def is_hemistich(text: str) -> bool:
    """Whether `text` is as long as a hemistich and holds nothing that verse does not."""
    plain = _ENDS.sub("", text.strip())
    return letters(plain) in LETTERS and len(plain.split()) in WORDS and not _NO_VERSE.search(plain)


def letters(text: str) -> int:
    return len(_ARABIC_LETTERS.findall(bare(text)))


def rhymed(one: str, other: str) -> bool:
    """Whether both end in the same consonant, and the same long vowel or ha behind it.

    Endings in ة are not counted: they rhyme in every list of things.
    """
    return _rhyme(one) == _rhyme(other) != ""


def _rhyme(text: str) -> str:
    word = "".join(_ARABIC_LETTERS.findall(folded(_ENDS.sub("", text)[-12:])))
    if word.endswith("ة"):
        return ""
    return word[-2:] if len(word) > 2 and word[-1] in "اويهك" else word[-1:]
