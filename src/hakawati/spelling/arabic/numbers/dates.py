"""Days of the month: a day is an ordinal («الثاني عشر من»), a month in digits its name, a year follows «سنة»."""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers.definite import with_clitics
from hakawati.spelling.arabic.numbers.months import CHRISTIAN, HIJRI, MONTH
from hakawati.spelling.arabic.numbers.place import Place, place
from hakawati.spelling.arabic.numbers.ranges import DASH
from hakawati.spelling.arabic.numbers.said import from_, said
from hakawati.spelling.arabic.numbers.years import era_said, year
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL

_ERA = rf"(?:\s?(?P<era>ه{TATWEEL}*|م)(?![^\W\d_]|[{TATWEEL}\u064b-\u065f]))?"
_DAY_FIRST = re.compile(
    rf"(?<![\d/.,-])(?P<day>\d{{1,2}})(?P<by>\s?[/\-.]\s?)(?P<month>\d{{1,2}})(?P=by)(?P<year>\d{{4}}|(?<!\.)\d{{2,3}})(?![\d/-]){_ERA}"
)
_YEAR_FIRST = re.compile(
    rf"(?<![\d/.,-])(?P<year>\d{{3,4}})(?P<by>\s?[/\-.]\s?)(?P<month>\d{{1,2}})(?P=by)(?P<day>\d{{1,2}})(?![\d/-]){_ERA}"
)
_DAY_OF_MONTH = re.compile(
    rf"""(?<![\d/.,٫٬:-]) (?P<day>\d{{1,2}}) (?:{DASH}(?P<last>\d{{1,2}}))?
    (?P<of>\s+م{"[ِ]?"}ن[\u064e\u0652]?(?=\s))? (?=[\s/]+(?:شهر\s+)?{MONTH})""",
    re.VERBOSE,
)
_NUMBERED_MONTH = re.compile(r"(?<![\d/.,-])(?P<day>\d{1,2})/(?P<month>\d{1,2})(?![\d/])")
_DATING = frozenset({"يوم", "تاريخ", "بتاريخ", "ليلة", "مساء", "صباح"})
_LAST_HIJRI_YEAR = 1600
"""A year below without an era is one of the Hijra."""


def dates(text: str) -> Iterator[Edit]:
    """Every date in digits, and every day before the name of a month."""
    at = 0
    for found in re.finditer(r"(?<!\d)\d", text):
        if found.start() < at:
            continue
        for reader in (_numeric, _day_of_month, _numbered_month):
            if edit := reader(text, found.start()):
                yield edit
                at = edit.end
                break


def _numeric(text: str, start: int) -> Edit | None:
    found = _YEAR_FIRST.match(text, start) or _DAY_FIRST.match(text, start)
    if not found:
        return None
    day, month, in_year = (int(found[part]) for part in ("day", "month", "year"))
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    hijri = found["era"].startswith("ه") if found["era"] else 1000 <= in_year < _LAST_HIJRI_YEAR
    era = f" {era_said(found['era'])}" if found["era"] else ""
    where = place(text, start)
    name = (HIJRI if hijri else CHRISTIAN)[month - 1]
    spoken = f"{_day(where, day)} {from_(name)} سَنَةَ {year(in_year)}{era}"
    return said(text, where.start, found.end(), spoken, 0.95 if in_year > 99 else 0.7)


def _day_of_month(text: str, start: int) -> Edit | None:
    found = _DAY_OF_MONTH.match(text, start)
    if not found or not _is_day(found["day"]) or not _is_day(found["last"] or "1"):
        return None
    where = place(text, start)
    spoken = _days(where, int(found["day"]), int(found["last"])) if found["last"] else _day(where, int(found["day"]))
    end = found.start("of") if found["of"] else found.end()
    return said(text, where.start, end, spoken if found["of"] else f"{spoken} مِنْ")


def _numbered_month(text: str, start: int) -> Edit | None:
    """«يوم 12/5»: of a calendar not named, so that the month keeps its number."""
    found = _NUMBERED_MONTH.match(text, start)
    where = place(text, start)
    if not found or where.word not in _DATING or not _is_day(found["day"]) or not 1 <= int(found["month"]) <= 12:
        return None
    month = ordinal(int(found["month"]), case=Case.GENITIVE)
    return said(text, where.start, found.end(), f"{_day(where, int(found['day']))} مِنَ الشَّهْرِ {month}", 0.9)


def _is_day(digits: str) -> bool:
    return 1 <= int(digits) <= 31


def _day(where: Place, day: int) -> str:
    """The day as an adverb (accusative) behind a word that does not govern it."""
    case = Case.ACCUSATIVE if where.word and not where.governed else where.case
    return with_clitics(where.clitics, ordinal(day, case=case))


def _days(where: Place, first: int, last: int) -> str:
    one, other = (ordinal(day, case=Case.GENITIVE) for day in (first, last))
    if where.governed:
        return f"{with_clitics(where.clitics, one)} إِلَى {other}"
    return f"{where.clitics}مِنَ {one} إِلَى {other}"
