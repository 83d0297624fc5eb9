"""The words of a text, made comparable however they are vowelled, spelled and joined."""

import re
from functools import lru_cache
from typing import NamedTuple

from hakawati.script.letters import ARABIC, MARKS
from hakawati.script.mushaf.spelling import letters, near
from hakawati.script.mushaf.weight import FAMILIAR, PARTICLES
from hakawati.script.vocabulary import listed

_WORD = re.compile(f"[{ARABIC}][{ARABIC}{MARKS}]*")
FILLERS = listed("ان الا اما بعد لقد قد بل بلي نعم انه ثم يا ايها والله والذي نفسي نفس محمد بيده")

_LEAST = 3
"""Letters left behind a particle: fewer, and it is a letter of the word itself («وعد», «فم»)."""


class Form(NamedTuple):
    """A word's letters, and its stem: the same without «و» or «ف» and the article in front."""

    letters: str
    stem: str

    def agrees(self, other: "Form") -> bool:
        """Whether both are one word, a slip of the pen allowed."""
        return self.stem == other.stem or near(self.letters, other.letters)

    @property
    def fills(self) -> bool:
        """Whether it is left out in front of someone's words, or put there, as the sentence around them needs it."""
        return self.letters in FILLERS or self.stem in FILLERS

    @property
    def tells(self) -> bool:
        """Whether the word is more than a particle or one that any religious prose is full of."""
        return self.stem not in _COMMON


class Word(NamedTuple):
    """`text[start:end]`."""

    start: int
    end: int
    form: Form


def words_of(text: str) -> list[Word]:
    return [Word(*match.span(), form(match.group())) for match in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 15)
def form(word: str) -> Form:
    spelled = letters(word)
    return Form(spelled, _stem(spelled))


def _stem(spelled: str) -> str:
    if spelled[:1] in {"و", "ف"} and (len(spelled) > _LEAST or spelled[1:] in PARTICLES):
        spelled = spelled[1:]
    return spelled[2:] if spelled.startswith("ال") and len(spelled) > _LEAST + 1 else spelled


_FORMULAS = listed(
    "نفسي بيده نفس محمد محمدا ايم عزتي جلالي اشهد تشهد يشهد وحده شريك",
    "ملايكته كتبه رسله تقوي اتقوا اوصيكم معشر بينا بينما نايم",
)
"""Oaths («والذي نفسي بيده»), the creed and how sermons and dreams begin: anyone's words."""

_COMMON = frozenset(_stem(letters(word)) for word in PARTICLES | FAMILIAR | _FORMULAS)
