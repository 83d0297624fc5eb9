"""Dates in figures: «3 May 2024», «May 3–5», «2024-05-03», «3/5/2024».

A date of slashes is read day first where the month cannot tell, as most of the world writes it: a guess, and noted so.
"""

import re

from hakawati.spelling.english.months import GREGORIAN, MONTH
from hakawati.spelling.english.numerals import ordinal, year
from hakawati.spelling.english.saying import Said, edits_by

_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ENDING = r"(?:st|nd|rd|th)?"
_DAYS = rf"(?P<day>{_DAY}){_ENDING}(?:(?:\s?[-–]\s?|\sto\s|/)(?P<last>{_DAY}){_ENDING})?"
_YEAR = r"(?P<year>[12]\d{3})(?![\d/]|[.,:-]\d|\s?[–-]\s?\d)"
_DAY_FIRST = re.compile(
    rf"(?<![\w.,:/-])(?P<the>[Tt]he )?{_DAYS}(?: of)? (?P<month>{MONTH})(?![\w’'])(?:(?:,| of)? {_YEAR})?"
)
_MONTH_FIRST = re.compile(rf"(?<!\w)(?P<month>{MONTH}) (?:the )?{_DAYS}(?![\w/]|[.,:]\d)(?:,? {_YEAR})?")
_MONTH_AND_YEAR = re.compile(rf"(?<!\w){MONTH},? (?P<it>{_YEAR})(?!s)")
_ISO = re.compile(rf"(?<![\w-])(?P<year>\d{{4}})-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})(?![\w-])")
_FIGURES = re.compile(
    r"(?<![\w./-])(?P<first>\d{1,2})(?P<sign>[/.-])(?P<second>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\w/-]|\.\d)"
)

_CERTAIN, _BY_POINTS, _GUESSED = 1.0, 0.9, 0.5
_THIS_CENTURY = 50
"""A year of two figures below this is of the 21st century."""


def _day_first(found: re.Match[str]) -> Said:
    days = f"the {ordinal(int(found['day']))}"
    if found["last"]:
        days += f" to the {ordinal(int(found['last']))}"
    if (found["the"] or "").startswith("T"):
        days = days.capitalize()
    return Said(f"{days} of {found['month']}{_and_year(found['year'])}")


def _month_first(found: re.Match[str]) -> Said:
    days = ordinal(int(found["day"]))
    if found["last"]:
        days += f" to {ordinal(int(found['last']))}"
    return Said(f"{found['month']} {days}{_and_year(found['year'])}")


def _and_year(written: str | None) -> str:
    return f", {year(int(written))}" if written else ""


def _month_and_year(found: re.Match[str]) -> Said:
    return Said(year(int(found["year"])))


def _iso(found: re.Match[str]) -> Said:
    month = GREGORIAN[int(found["month"]) - 1]
    return Said(f"{month} {ordinal(int(found['day']))}, {year(int(found['year']))}")


def _figures(found: re.Match[str]) -> Said | None:
    first, second = int(found["first"]), int(found["second"])
    day, month = (second, first) if second > 12 else (first, second)
    if not (1 <= day <= 31 and 1 <= month <= 12) or (found["sign"] == "." and len(found["year"]) == 2):
        return None
    certain = max(first, second) > 12 or first == second
    confidence = _CERTAIN if certain else _BY_POINTS if found["sign"] == "." else _GUESSED
    return Said(f"the {ordinal(day)} of {GREGORIAN[month - 1]}, {year(_century(found['year']))}", confidence)


def _century(written: str) -> int:
    short = int(written)
    if len(written) > 2:
        return short
    return short + (2000 if short < _THIS_CENTURY else 1900)


iso = edits_by(_ISO, _iso)
figures = edits_by(_FIGURES, _figures)
day_first = edits_by(_DAY_FIRST, _day_first)
month_first = edits_by(_MONTH_FIRST, _month_first)
month_and_year = edits_by(_MONTH_AND_YEAR, _month_and_year)
