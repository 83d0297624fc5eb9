"""Words that announce God's: «قال تعالى», «قوله سبحانه», «ونزلت هذه الآية», «في محكم تنزيله», «ثم تلا»."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from hakawati.script.mushaf.words import Word
from hakawati.script.vocabulary import listed

_GOD = r"(?: (?:الله|ربنا|ربك|ربكم|ربي|رب العزه|رب العالمين|الحق|المولي|الرب|الباري|الخالق|القران))"
_PRAISE = (
    r"(?: (?:و?تبارك|و?تعالي|و?سبحانه|و?تقدس|عز|و?جل|شانه|و?علا|جلاله|جلالته|ثناوه|ذكره|في علاه|جلت قدرته"
    r"|من قايل|اسمه|العظيم|الكريم|اصدق القايلين))"
)
_SAYING = r"(?:قال|يقول|قول|قوله|قولا|قايلا|قلت|تقول)"
_SENDING_DOWN = (
    r"(?:انزل الله|انزل ربنا|اوحي الله|نزلت? (?:قوله|القران|الوحي|فيه|فيهم|فيها|فينا|في|هذه|تلك|عليه)"
    r"|انزلت (?:فيه|فيهم|فيها|في|هذه))"
)
_READING = r"(?:تلا|تلت|يتلو|تلاوه|تلوت|قرا|يقرا|قراه|قرات|اقرا|يقراون|قراوا|يرتل)"
_SCRIPTURE = (
    r"(?:الايه|ايه|الايات|ايات|الايتين|محكم تنزيله|محكم التنزيل|التنزيل|كتابه|كتاب الله|الكتاب العزيز"
    r"|القران الكريم|القران|قران|الذكر الحكيم|سوره \S+)"
)
_KIND = r"(?: (?:الكريمه|الكريم|العزيز|الحكيم|العظيم|التاليه|المباركه|الشريفه|الاتيه))?"
_ANNOUNCING = re.compile(
    rf"(?<!\S)[وفبلك]{{0,2}}(?:{_SAYING}(?:{_GOD}{_PRAISE}*|{_PRAISE}+)|قوله|{_SENDING_DOWN}|{_READING}|{_SCRIPTURE}{_KIND})"
    r"(?!\S)"
)

WINDOW = 9
"""Words that may stand between the announcement and a colon or an opening mark."""

OTHERS_SPEAK = listed("قال فقال وقال قالت فقالت وقالت قالوا فقالوا وقالوا")
"""Between the announcement and a colon: what follows is someone else's."""

_OPENING = re.compile(r"[:﴿{«“\"‹]")
_SENTENCE_END = re.compile(r"[.؟?!\n»﴾}]")


class Announced(NamedTuple):
    """Words with which God's words may begin: `behind` an announcement, or `opened` by the next colon or mark."""

    behind: frozenset[int]
    opened: frozenset[int]

    @property
    def begins(self) -> frozenset[int]:
        return self.behind | self.opened


def announced(text: str, words: Sequence[Word]) -> Announced:
    spelled = " ".join(word.letters for word in words)
    begins = accumulate((len(word.letters) + 1 for word in words), initial=0)
    number = {begin: at for at, begin in enumerate(begins) if at < len(words)}
    found = (number.get(match.end() + 1) for match in _ANNOUNCING.finditer(spelled))
    behind = frozenset(at for at in found if at is not None)
    opened = (_opened(text, words, at) for at in behind)
    return Announced(behind, frozenset(at for at in opened if at is not None))


def _opened(text: str, words: Sequence[Word], behind: int) -> int | None:
    for at in range(behind, min(behind + WINDOW, len(words))):
        gap = text[words[at - 1].end : words[at].start]
        if _OPENING.search(gap):
            return at
        if _SENTENCE_END.search(gap) or words[at].letters in OTHERS_SPEAK:
            break
    return None
