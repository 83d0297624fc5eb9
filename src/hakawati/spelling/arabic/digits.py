"""Digits in words: numbers, decimals, percent, years, pages and volumes.

First edition: a number does not agree with a noun yet. It counts in the form for masculine things, in the genitive
after a word that governs one (في, بعد, نسبة ...) or a preposition written in one with it, otherwise in the nominative.
A year is a feminine genitive (سنة is understood) unless عام stands before it; a page too; a volume is an ordinal.
"""

import re
import unicodedata
from collections.abc import Iterator

from hakawati.spelling.arabic.digit_strings import decimal, single, whole
from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import FATHA, KASRA, TATWEEL, is_letter, is_mark, skeleton, words

_REFERENCE = re.compile(r"(?P<part>[صج])[\s.]{0,2}(?P<digits>(?![0٠۰])[0-9٠-٩۰-۹]{1,4})(?!\d)")
_NUMBER = re.compile(
    rf"""
    (?P<percent_before>[%٪]\s?)?
    (?P<number>\d{{1,3}}(?:[,٬]\d{{3}})+(?!\d)(?:[.٫]\d+)? | \d+(?:[.٫]\d+)*)
    (?(percent_before)|(?P<tail>\s?(?:[%٪] | (?:ه{TATWEEL}*|م)(?![^\W\d_]|[{TATWEEL}\u064b-\u065f\u0670])))?)
    """,
    re.VERBOSE,
)
_POINT = re.compile(r"[.٫]")
_GROUPING = str.maketrans("", "", ",٬")
_PERCENT_SIGNS = ("%", "٪")

_PREFIX = re.compile(rf"(?P<letter>[وفبلك])(?P<rest>[\u064b-\u0652{TATWEEL}]*)$")
_PREFIX_VOWELS = {"و": FATHA, "ف": FATHA, "ك": FATHA, "ب": KASRA, "ل": KASRA}
_GOVERNING_PREFIXES = ("ب", "ل", "ك")
_REACH = 24
"""How far back the word before a number is looked for."""

_PERCENT, _HIJRI, _CHRISTIAN = "بِالْمِئَةِ", "لِلْهِجْرَةِ", "لِلْمِيلَادِ"
_PAGE, _VOLUME = "صَفْحَةُ", "الْجُزْءُ"
_FIRST_CERTAIN_YEAR = 100
"""A smaller number before «م» may as well count metres."""

_FEMININE_YEAR = frozenset({"سنة", "السنة"})
_MASCULINE_YEAR = frozenset({"عام", "العام"})
_GOVERNING = (
    _FEMININE_YEAR
    | _MASCULINE_YEAR
    | {"في", "من", "الى", "على", "عن", "منذ", "حتى", "بعد", "قبل", "نحو", "حوالي", "بين", "صفحة", "رقم", "نسبة"}
)
"""Skeletons of words after which a number stands in the genitive."""


def edits(text: str) -> Iterator[Edit]:
    """Every number becomes words, with a space where they would grow together with their neighbours."""
    at = 0
    while (start := _next_number(text, at)) is not None:
        edit = _said(text, start)
        yield edit
        at = edit.end


def _next_number(text: str, at: int) -> int | None:
    """The offset of the next number, its leading letter or sign included."""
    return next((start for start in range(at, len(text)) if _begins_number(text, start)), None)


def _begins_number(text: str, start: int) -> bool:
    char = text[start]
    if char in "صج":
        return _reference(text, start) is not None
    if char in _PERCENT_SIGNS:
        return _NUMBER.match(text, start) is not None
    # ideographs that mean a number are numeric too, but letters
    return char.isnumeric() and unicodedata.category(char).startswith("N")


def _reference(text: str, start: int) -> re.Match[str] | None:
    """The page or volume named at `start`, if its letter stands by itself."""
    before = text[start - 1 : start]
    return None if before.isalnum() or _is_mark(before) else _REFERENCE.match(text, start)


def _is_mark(char: str) -> bool:
    return char == TATWEEL or is_mark(char)


def _said(text: str, start: int) -> Edit:
    if text[start] in "صج" and (reference := _reference(text, start)):
        return _spaced(text, *reference.span(), _said_reference(reference["part"], reference["digits"]))
    if found := _NUMBER.match(text, start):
        return _said_number(text, found)
    return _spaced(text, start, start + 1, single(text[start]))


def _said_reference(part: str, digits: str) -> str:
    if part == "ص":
        return f"{_PAGE} {whole(digits, Gender.FEMININE, Case.GENITIVE)}"
    return f"{_VOLUME} {ordinal(int(digits))}"


def _said_number(text: str, found: re.Match[str]) -> Edit:
    before = text[max(0, found.start() - _REACH) : found.start()]
    prefix = _prefix(before)
    parts = _POINT.split(found["number"].translate(_GROUPING))
    unit = _unit(found, parts)
    number = _in_words(
        parts, *_agreement(prefix["letter"] if prefix else "", "" if prefix else _last_word(before), unit)
    )
    start = found.start() - (len(prefix.group()) if prefix else 0)
    end = found.end() if unit or not found["tail"] else found.end("number")
    return _spaced(text, start, end, f"{_vowelled(prefix) if prefix else ''}{number} {unit}".rstrip())


def _in_words(parts: list[str], gender: Gender, case: Case) -> str:
    """One part is a whole number, two are a decimal, more are said one after the other (a date, a version)."""
    if len(parts) == 2:
        return decimal(parts[0], parts[1], case)
    return " ".join(whole(part, gender, case) for part in parts)


def _unit(found: re.Match[str], parts: list[str]) -> str:
    """What is said behind the number for the sign or letter at it; empty where its meaning is not certain."""
    tail = (found["tail"] or "").strip()
    if found["percent_before"] or tail in _PERCENT_SIGNS:
        return _PERCENT
    if not tail or len(parts) != 1:
        return ""
    if tail.startswith("ه"):
        return _HIJRI
    return _CHRISTIAN if int(parts[0]) >= _FIRST_CERTAIN_YEAR else ""


def _agreement(prefix: str, word: str, unit: str) -> tuple[Gender, Case]:
    """The gender and case of a number by its `prefix` or the `word` before it, and the `unit` behind."""
    year = unit in (_HIJRI, _CHRISTIAN)
    gender = Gender.FEMININE if word in _FEMININE_YEAR or (year and word not in _MASCULINE_YEAR) else Gender.MASCULINE
    governed = year or word in _GOVERNING or prefix in _GOVERNING_PREFIXES
    return gender, Case.GENITIVE if governed else Case.NOMINATIVE


def _prefix(before: str) -> re.Match[str] | None:
    """The one-letter word that is written in one with the number."""
    found = _PREFIX.search(before)
    if not found:
        return None
    earlier = before[: found.start()][-1:]
    return None if is_letter(earlier) or _is_mark(earlier) else found


def _vowelled(prefix: re.Match[str]) -> str:
    """The prefixed word as typed, with its vowel if the author gave it none."""
    return prefix.group() if prefix["rest"].strip(TATWEEL) else prefix["letter"] + _PREFIX_VOWELS[prefix["letter"]]


def _last_word(before: str) -> str:
    """The skeleton of the word a space before a number, without «و» or a preposition written in one with it."""
    found = list(words(before))
    if not found or before[found[-1].end() :] != " ":
        return ""
    word = skeleton(found[-1].group())
    return word[1:] if word[:1] in _PREFIX_VOWELS and word[1:] in _GOVERNING else word


def _spaced(text: str, start: int, end: int, spoken: str) -> Edit:
    space_before = "" if start == 0 or text[start - 1].isspace() else " "
    space_behind = " " if text[end : end + 1].isalpha() else ""
    return Edit(start, end, f"{space_before}{spoken}{space_behind}", noted=True)
