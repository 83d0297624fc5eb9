"""Abbreviations of words, said in full where their neighbours leave no doubt: «إلخ», «اهـ», «د.», «ثنا», «تح».

Letters that count something («ص 5», «ج2», «1445هـ») are the rule for digits' own.
"""

import re
from collections.abc import Iterator
from heapq import merge
from typing import NamedTuple

from hakawati.script.letters import ARABIC, MARKS
from hakawati.spelling.arabic import abbreviated_titles, narration_links
from hakawati.spelling.edits import Edit

_IN_WORD = f"{ARABIC}{MARKS}\u0640"
_START, _END = f"(?<![{_IN_WORD}\\d.])", f"(?![{_IN_WORD}])"
_PUBLISHERS = "دار|مكتبة|مؤسسة|مطبعة|المطبعة|بولاق|الحلبي|بيروت|القاهرة|الرسالة|المكتبة"


class _Abbreviation(NamedTuple):
    """What is written, in its context, and what is said for it."""

    written: re.Pattern[str]
    said: str
    confidence: float


def _written(pattern: str, said: str, confidence: float) -> _Abbreviation:
    return _Abbreviation(re.compile(pattern), said, confidence)


_ABBREVIATIONS = (
    _written(rf"(?<![{_IN_WORD}\d])(?:إلخ|الخ){_END}", "إِلَى آخِرِهِ", 0.98),
    # with its stroke or dot: «اه» alone is a sigh, and «أ هـ» behind a number a year
    _written(rf"(?<!\d\s){_START}(?:اهـ+|ا\sهـ+|[اأ]\.\s?هـ*){_END}", "انْتَهَى", 0.95),
    _written(rf"{_START}تح\s?[.:]?(?=\s[{_IN_WORD}]{{3}})", "تَحْقِيقُ", 0.85),
    _written(rf"{_START}ط\.?(?=\s(?:{_PUBLISHERS}){_END})", "طَبْعَةُ", 0.85),
    # behind a word of saying: «المص» is also how a sura begins
    _written(rf"(?<=قال )المص{_END}", "الْمُصَنِّفُ", 0.85),
    _written(rf"(?:(?<=قول )|(?<=كلام )|(?<=عبارة )|(?<=مراد ))المص{_END}", "الْمُصَنِّفِ", 0.85),
    _written(rf"{_START}ص\.\s?ب\.?(?=\s?:?\s?\d)", "صُنْدُوقُ الْبَرِيدِ", 0.9),
)


def edits(text: str) -> Iterator[Edit]:
    """Each abbreviation that is certain becomes words, noted."""
    end = 0
    rules = (_of_words(text), abbreviated_titles.edits(text), narration_links.edits(text))
    for edit in merge(*rules, key=lambda edit: edit.start):
        if edit.start >= end:
            yield edit
            end = edit.end


def _of_words(text: str) -> Iterator[Edit]:
    found = [
        Edit(*written.span(), abbreviation.said, noted=True, confidence=abbreviation.confidence)
        for abbreviation in _ABBREVIATIONS
        for written in abbreviation.written.finditer(text)
    ]
    yield from sorted(found, key=lambda edit: edit.start)
