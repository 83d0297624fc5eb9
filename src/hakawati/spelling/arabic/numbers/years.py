"""Years in words, and the eras they count in."""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.cardinals import cardinal
from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers import governors
from hakawati.spelling.arabic.numbers.agreement import CERTAIN, counted_after
from hakawati.spelling.arabic.numbers.months import MONTH
from hakawati.spelling.arabic.numbers.ordinal_nouns import CENTURIES, LARGEST_YEAR_OF_REIGN
from hakawati.spelling.arabic.numbers.place import Place, clause_before, in_list, place
from hakawati.spelling.arabic.numbers.ranges import DASH, said_range
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.arabic.numbers.written import as_written, names, skeletons
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL, skeleton, words

_END = rf"(?![^\W\d_]|[{TATWEEL}\u064b-\u065f\u0670])"
_ERA = rf"""
    (?: ق[.]?\s?م[.]?{_END} | ق[.]?\s?ه{TATWEEL}*[.]?{_END} | ه{TATWEEL}*[.]?ش{_END} | ه{TATWEEL}*{_END} | م{_END} )
"""
_ERAS = (
    (re.compile(r"ق.*م.*"), "قَبْلَ الْمِيلَادِ"),
    (re.compile(r"ق.*"), "قَبْلَ الْهِجْرَةِ"),
    (re.compile(r"ه.*ش"), "لِلْهِجْرَةِ الشَّمْسِيَّةِ"),
    (re.compile(r"ه.*"), "لِلْهِجْرَةِ"),
    (re.compile(r"م"), "لِلْمِيلَادِ"),
)
_CHRISTIAN = "م"
_FIRST_CERTAIN_YEAR = 100
"""A smaller number before «م» may as well count metres."""
_RECENT = range(1000, 2100)
"""Numbers that are years where nothing is counted."""

_YEAR_OF_ERA = re.compile(
    rf"""(?<![\d.,٫٬/]) (?:(?P<died>(?<![^\W\d_])ت[.:]?\s?(?=\d)))?
    (?P<first>\d{{1,4}}) (?:\s?(?P<first_era>{_ERA}))? (?:(?:{DASH})(?P<last>\d{{1,4}}))? [)\]]?\s?(?P<era>{_ERA})""",
    re.VERBOSE,
)
_NAMED_ERAS = names(
    "هجري | هجرية | هجريا | للهجرة | من الهجرة | ميلادي | ميلادية | ميلاديا | للميلاد | قبل الميلاد | قبل الهجرة"
)
_OF_NAMED_ERA = re.compile(
    rf"(?<![\d.,٫٬/])(?P<first>\d{{1,4}})(?=\s(?:{'|'.join(map(as_written, _NAMED_ERAS))})(?![^\W\d_]))"
)
_TWO_CALENDARS = re.compile(
    rf"""(?<![\d.,٫٬/]) (?P<first>\d{{1,4}}) \s?(?P<first_era>{_ERA})? \s?[-–/=]\s?
    (?P<last>\d{{1,4}}) (?!\d) (?:\s?(?P<era>{_ERA}))? (?!\s?[-–/=]?\d)""",
    re.VERBOSE,
)
_YEARS = re.compile(
    rf"(?<![\d.,٫٬/:])(?P<first>\d{{1,4}})(?:(?:{DASH})(?P<last>\d{{2,4}}))?(?![\d%٪]|[.,٫٬/:]\d)", re.VERBOSE
)
_AFTER_MONTH = re.compile(rf"{MONTH}\s*[،,/]?\s*(?:من\s)?\Z")
_LONGEST_MONTH = 40

_DISTANCES = skeletons(
    """
    مسافة ارتفاع طول عرض عمق سباق بعد يبعد تبعد مساحة سرعة قطع سار ارتفاعه طوله عرضه عمقه بارتفاع بطول بعمق بعرض
    """
)
_TIMES_OF_YEARS = skeletons(
    """
    في خلال منذ حتى مطلع منتصف أواخر أوائل نهاية بداية أوساط صيف شتاء ربيع خريف حرب ثورة نكسة نكبة أحداث مواليد دستور
    انتخابات انقلاب معاهدة مؤتمر قانون زلزال هزيمة اتفاقية
    """
)
_CLOSED = re.compile(r"\s*(?:\Z|[.!?؟،,؛;:)\]»\"”])")


def years(text: str) -> Iterator[Edit]:
    """Every year, in order; what may as well be another number is left to the rules behind."""
    at = 0
    while found := _next_year(text, at):
        yield found
        at = found.end


def year(number: int, gender: Gender = Gender.FEMININE) -> str:
    """The year in words: a cardinal in the genitive, agreeing with «سنة» or with «عام»."""
    return cardinal(number, gender, Case.GENITIVE)


def era_said(era: str) -> str:
    """What is said behind a year for the abbreviation `era`."""
    return next(spoken for pattern, spoken in _ERAS if pattern.fullmatch(era))


def _next_year(text: str, at: int) -> Edit | None:
    for found in _YEARS_START.finditer(text, at):
        start = found.start()
        if _is_ordinal(text, found.end() - 1):
            continue
        for reader in (_two_calendars, _of_era, _of_named_era, _of_noun_or_month, _bare):
            if edit := reader(text, start):
                return edit
    return None


_DIGITS = re.compile(r"\d+")
_THE_CENTURY = frozenset({"القرن", "القرنين", "القرنان", "القرون"})
_THE_YEAR = frozenset({"السنة", "العام"})
_YEARS_START = re.compile(r"(?<!\d)\d|(?<![^\W\d_])ت[.:]?\s?\d")


def _two_calendars(text: str, start: int) -> Edit | None:
    """«1445هـ/2024م», «1445/2024»: a Hijri year and the Christian year it fell in."""
    found = _TWO_CALENDARS.match(text, start)
    if not found or not (found["era"] or found["first_era"] or "/" in found.group()):
        return None
    hijri, christian = int(found["first"]), int(found["last"])
    if abs(hijri * 0.970225 + 621.57 - christian) > 2:
        return None
    first = f"{_named(text, start, hijri)} {era_said('ه')}"
    second = f"سَنَةَ {year(christian)} {era_said(_CHRISTIAN)}"
    return said(text, place(text, start).start, found.end(), f"{first}، {second}")


def _of_era(text: str, start: int) -> Edit | None:
    found = _YEAR_OF_ERA.match(text, start)
    if not found or not _is_year(text, found):
        return None
    first = _named(text, found.start("first"), int(found["first"]))
    spoken = f"{first} {era_said(found['first_era'])}" if found["first_era"] else first
    begin = place(text, start).start
    if found["last"]:
        spoken = _span(text, found.start("first"), int(found["first"]), int(found["last"]))
    if found["died"]:
        spoken = f"تُوُفِّيَ {spoken}"
    return said(text, begin, found.end(), f"{spoken} {era_said(found['era'])}")


def _is_year(text: str, found: re.Match[str]) -> bool:
    """Whether «م» means an era; the other abbreviations always do."""
    if found["era"] != _CHRISTIAN:
        return True
    before = clause_before(text, found.start("first"))
    if before and _is_year_noun(before[-1]):
        return True
    return int(found["first"]) >= _FIRST_CERTAIN_YEAR and not _DISTANCES.intersection(before[-4:])


def _of_named_era(text: str, start: int) -> Edit | None:
    """«13 للهجرة»: the era is the author's word."""
    found = _OF_NAMED_ERA.match(text, start)
    if not found:
        return None
    return said(text, place(text, start).start, found.end(), _named(text, start, int(found["first"])), 0.9)


def _is_ordinal(text: str, start: int) -> bool:
    """Whether the number at `text[start]` is that of a century or of a year of a reign («السنة 7»)."""
    word = place(text, start).word
    number = _DIGITS.match(text, start)
    if word.removeprefix("ال") in CENTURIES or in_list(word, _THE_CENTURY):
        return True
    small = number is not None and int(number.group()) <= LARGEST_YEAR_OF_REIGN
    return small and in_list(word, _THE_YEAR)


def _of_noun_or_month(text: str, start: int) -> Edit | None:
    """A year behind «سنة» or «عام», or behind the name of a month."""
    found = _YEARS.match(text, start)
    if not found:
        return None
    where = place(text, start)
    month = _AFTER_MONTH.search(text, max(0, where.start - _LONGEST_MONTH), where.start)
    named = _is_year_noun(where.word) and not where.article
    counts = int(found["first"]) < _FIRST_CERTAIN_YEAR and _counts(text, found)
    if counts or not (named or (month and len(found["first"]) >= 3)):
        return None
    if found["last"]:
        return said(text, where.start, found.end(), _span(text, start, *_bounds(found)))
    return said(text, where.start, found.end(), _named(text, start, int(found["first"])))


def _bare(text: str, start: int) -> Edit | None:
    """«2010-2015», «في 1979.»: numbers of four digits that can only be years where nothing is counted."""
    found = _YEARS.match(text, start)
    if not found or int(found["first"]) not in _RECENT or _counts(text, found):
        return None
    where = place(text, start)
    if where.article:
        return None
    if found["last"]:
        first, last = _bounds(found)
        if not first < last or last not in _RECENT:
            return None
        return said(text, where.start, found.end(), _span(text, start, first, last), 0.8)
    if where.word in _TIMES_OF_YEARS and (_CLOSED.match(text, found.end())):
        return said(text, where.start, found.end(), where.said(f"سَنَةِ {year(int(found['first']))}"), 0.8)
    return None


def _bounds(found: re.Match[str]) -> tuple[int, int]:
    """First and last year; «1939-45» ends in 1945."""
    first, last = found["first"], found["last"]
    return int(first), int(first[: len(first) - len(last)] + last) if len(last) < len(first) else int(last)


def _counts(text: str, found: re.Match[str]) -> bool:
    """Whether a noun that is counted stands behind, in the form that the number asks for."""
    number = int(found["last"] or found["first"])
    counted = counted_after(text, found.end(), number)
    return counted.sure == CERTAIN and (counted.follows or _is_in_accusative(text, found.end()))


def _is_in_accusative(text: str, end: int) -> bool:
    """Whether the next word may be a singular in the accusative: it has its alif, or an ending that needs none."""
    behind = next(words(text, end, end + 30), None)
    return behind is not None and skeleton(behind.group())[-1] in "اةءى"


def _is_year_noun(word: str) -> bool:
    return word in governors.FEMININE_YEARS or word in governors.MASCULINE_YEARS


def _named(text: str, start: int, number: int) -> str:
    """The year at `text[start]` with what is written in one with it, behind «سنة» unless a noun stands there."""
    where = place(text, start)
    return where.said(_with_noun(where, number)) if not where.article else where.said(year(number))


def _with_noun(where: Place, number: int) -> str:
    if _is_year_noun(where.word):
        return year(number, _gender(where))
    return f"{'سَنَةِ' if where.governed else 'سَنَةَ'} {year(number)}"


def _gender(where: Place) -> Gender:
    return Gender.MASCULINE if where.word in governors.MASCULINE_YEARS else Gender.FEMININE


def _span(text: str, start: int, first: int, last: int) -> str:
    """From one year to another."""
    where = place(text, start)
    if _is_year_noun(where.word):
        gender = _gender(where)
        joint = " وَ" if where.word.endswith(("ي", "تي")) else " إِلَى "
        return where.said(f"{year(first, gender)}{joint}{year(last, gender)}")
    return said_range(where, lambda _: f"سَنَةِ {year(first)}", lambda _: f"سَنَةِ {year(last)}")
