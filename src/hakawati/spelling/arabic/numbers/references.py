"""References: pages, volumes, hadith numbers, editions, verses.

What is said is a phrase by itself, so a policy may say, shorten or skip what this rule edits.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.cardinals import cardinal
from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers.place import place
from hakawati.spelling.arabic.numbers.ranges import DASH
from hakawati.spelling.arabic.numbers.said import from_, said
from hakawati.spelling.arabic.numbers.suras import NAMES
from hakawati.spelling.arabic.numbers.written import as_written
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL

_DIGITS = r"[1-9١-٩۱-۹]\d{0,3}(?!\d)"
_NOT_IN_A_WORD = rf"(?<![\w{TATWEEL}\u064b-\u065f\u0670])"
_ABBREVIATED = re.compile(
    rf"""{_NOT_IN_A_WORD}(?P<part>صص|ص|مج|ج|ح|ط)[\s.:]{{0,2}}(?P<first>{_DIGITS})
    (?:{DASH}(?P<last>{_DIGITS}) | /(?P<page>{_DIGITS}) | (?P<others>(?:\s?[،,]\s?{_DIGITS})+)(?=\s*(?:[)\].؛]|\Z)))?
    (?![.,٫٬]\d)""",
    re.VERBOSE,
)
_VOLUME_AND_PAGE = re.compile(
    rf"(?P<book>[(\[][^()\[\]\n]*?)(?<![\d/])(?P<volume>{_DIGITS})/(?P<page>{_DIGITS})(?=[^()\[\]\d/]*[)\]])"
)
_NAME = rf"(?:{'|'.join(as_written(name) for name in sorted(NAMES, key=len, reverse=True))})"
_NUMBER = r"[1-9١-٩۱-۹]\d{0,2}(?!\d)"
_VERSES = rf"(?P<first>{_NUMBER})(?:{DASH}(?P<last>{_NUMBER})|(?P<others>(?:\s?(?:[،,]|و)\s?\d{{1,3}}(?!\d))+))?"
_SURA_AND_VERSE = re.compile(
    rf"(?:(?<=[(\[{{])\s*|(?P<titled>{as_written('سورة')}\s+)[(«\"]?)(?P<name>{_NAME})[»\"]?(?P<by>\s*[:،,/]\s*|\s+|(?=\d)){_VERSES}"
)
_END_OF_CITATION = re.compile(r"\s*[)\]}،؛.]")
_BY_NUMBERS = re.compile(rf"(?P<koran>القرآن)\s*(?:الكريم\s*)?[(\[]?(?P<sura>\d{{1,3}}):{_VERSES}")
_LAST_VERSE, _LAST_SURA = 286, 114
_DIGIT = re.compile(r"\d+")
_LEAST_CERTAIN_PAGE = 10
"""In brackets without a book, «2/5» may as well be a fraction."""


def references(text: str) -> Iterator[Edit]:
    """Every reference, in order and not overlapping."""
    found = sorted((*_verses(text), *_volumes_and_pages(text), *_abbreviated(text)), key=lambda edit: edit.start)
    at = 0
    for edit in found:
        if edit.start >= at:
            yield edit
            at = edit.end


def _abbreviated(text: str) -> Iterator[Edit]:
    for found in _ABBREVIATED.finditer(text):
        where = place(text, found.start())
        case = Case.GENITIVE if where.governed else Case.NOMINATIVE
        yield said(text, *found.span(), _said(found, case), 0.8 if found["part"] == "ط" else 1.0)


def _said(found: re.Match[str], case: Case) -> str:
    """What an abbreviation and its number say, in `case`."""
    first = int(found["first"])
    if found["part"].startswith("ص") and found["others"]:
        pages = (first, *map(int, _DIGIT.findall(found["others"])))
        return f"الصَّفَحَات{case.vowel} {' وَ'.join(cardinal(page, Gender.FEMININE, case) for page in pages)}"
    if found["part"].startswith("ص"):
        return _pages(first, int(found["last"] or 0), case)
    page = f" {_pages(int(found['page']), 0, Case.NOMINATIVE)}" if found["page"] else ""
    if found["part"] == "ح":
        return f"الْحَدِيث{case.vowel} رَقْم{case.vowel} {cardinal(first, case=Case.GENITIVE)}{page}"
    noun, plural, gender = _ORDERED[found["part"]]
    if found["last"]:
        one, other = (ordinal(int(found[part]), gender, Case.GENITIVE) for part in ("first", "last"))
        return f"{plural}{case.vowel} {from_(one)} إِلَى {other}"
    return f"{noun}{case.vowel} {ordinal(first, gender, case)}{page}"


_ORDERED = {
    "ج": ("الْجُزْء", "الْأَجْزَاء", Gender.MASCULINE),
    "مج": ("الْمُجَلَّد", "الْمُجَلَّدَات", Gender.MASCULINE),
    "ط": ("الطَّبْعَة", "الطَّبَعَات", Gender.FEMININE),
}


def _pages(first: int, last: int, case: Case) -> str:
    one = cardinal(first, Gender.FEMININE, Case.GENITIVE)
    if last <= first:
        return f"صَفْحَة{case.vowel} {one}"
    plural = Case.GENITIVE if case is Case.GENITIVE else Case.NOMINATIVE
    return f"الصَّفَحَات{plural.vowel} {from_(one)} إِلَى {cardinal(last, Gender.FEMININE, Case.GENITIVE)}"


def _volumes_and_pages(text: str) -> Iterator[Edit]:
    """«(الطبقات 2/236)»: volume and page, as the footnotes of editions have it."""
    for found in _VOLUME_AND_PAGE.finditer(text):
        page = int(found["page"])
        named = any(map(str.isalpha, found["book"]))
        if named or page >= _LEAST_CERTAIN_PAGE:
            spoken = f"الْجُزْءُ {ordinal(int(found['volume']))} {_pages(page, 0, Case.NOMINATIVE)}"
            behind_book = text[: found.start("volume")].rstrip()
            if named and behind_book[-1:].isalpha():
                yield Edit(len(behind_book), found.end(), f"، {spoken}", noted=True, confidence=0.9)
            else:
                yield said(text, found.start("volume"), found.end(), spoken, 0.9 if named else 0.7)


def _verses(text: str) -> Iterator[Edit]:
    """«(البقرة: 255)», «سورة البقرة 255», «القرآن 2:255»."""
    for found in _SURA_AND_VERSE.finditer(text):
        numbers = _numbers(found)
        if max(numbers) <= _LAST_VERSE and (found["titled"] or _END_OF_CITATION.match(text, found.end())):
            if not found["titled"]:
                yield Edit(found.start("name"), found.start("name"), "سُورَةُ ", noted=True)
            yield Edit(found.start("by"), found.end(), f"، {_verse(found, numbers)}", noted=True)
    for found in _BY_NUMBERS.finditer(text):
        numbers = _numbers(found)
        if int(found["sura"]) <= _LAST_SURA and max(numbers) <= _LAST_VERSE:
            sura = ordinal(int(found["sura"]), Gender.FEMININE)
            yield said(text, found.start("sura"), found.end(), f"السُّورَةُ {sura}، {_verse(found, numbers)}")


def _numbers(found: re.Match[str]) -> list[int]:
    others = _DIGIT.findall(found["others"] or "")
    return [int(found["first"]), *([int(found["last"])] if found["last"] else map(int, others))]


def _verse(found: re.Match[str], numbers: list[int]) -> str:
    if found["last"] and numbers[1] > numbers[0] + 1:
        one, other = (ordinal(number, Gender.FEMININE, Case.GENITIVE) for number in numbers)
        return f"الْآيَاتُ {from_(one)} إِلَى {other}"
    noun = ("الْآيَةُ", "الْآيَتَانِ", "الْآيَاتُ")[min(len(numbers), 3) - 1]
    return f"{noun} {' وَ'.join(ordinal(number, Gender.FEMININE) for number in numbers)}"
