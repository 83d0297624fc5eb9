"""Numbers that are ordinals by the noun before them: «القرن 7», «الآية الـ5», «الآيات 5-7», «اليوم ال3».

An ordinal is an adjective: it agrees with its noun in gender and case and has the article as it has. Behind a noun
without the article («صفحة 5», «آية 5») a number stays a cardinal, in the genitive.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers.agreement import CERTAIN, counted_after, gender_of
from hakawati.spelling.arabic.numbers.ordinal_nouns import CENTURIES, LARGEST_YEAR_OF_REIGN, PLURALS, SINGULARS
from hakawati.spelling.arabic.numbers.place import clause_before, place, place_of_noun_before
from hakawati.spelling.arabic.numbers.ranges import DASH
from hakawati.spelling.arabic.numbers.said import from_, said
from hakawati.spelling.arabic.numbers.years import era_said
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import SHADDA, TATWEEL

_NUMBER = re.compile(
    rf"""(?<!\d)(?<!\d[.,/:٫٬])(?P<first>[1-9١-٩۱-۹]\d{{0,3}})
    (?:(?P<dash>{DASH})(?P<last>[1-9١-٩۱-۹]\d{{0,3}}) | (?P<others>(?:\s?(?:و\s?|،\s?)[1-9١-٩۱-۹]\d{{0,3}})+))?
    (?![\d%٪°]|[.,/:٫٬]\d)""",
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_ALONE = re.compile(r"(?P<first>[1-9١-٩۱-۹]\d{0,3})(?![\d%٪°]|[.,/:٫٬]\d)")
_ERA = re.compile(rf"\s?(?P<era>ه{TATWEEL}*|م|ق[.]?\s?م[.]?)(?![^\W\d_]|[{TATWEEL}\u064b-\u065f])")
_ERAS = {"ه": "الْهِجْرِي", "م": "الْمِيلَادِي"}
_ARTICLE = re.compile("(?:[وفبك]{0,2}ال|[وف]?لل)(?=..)")
_NUMBER_OF = "رقم"
"""«رقم الحديث 7» names a number, not a seventh."""
_YEARS = frozenset({"سنة", "عام"})


def ordinal_numbers(text: str) -> Iterator[Edit]:
    at = 0
    for found in re.finditer(r"(?<!\d)\d", text):
        if found.start() >= at and (edit := _edit(text, found.start())):
            yield edit
            at = edit.end


def _edit(text: str, start: int) -> Edit | None:
    found = _NUMBER.match(text, start)
    if not found:
        return None
    word, case, sure = place_of_noun_before(text, start)
    where = place(text, start)
    if clause_before(text, start)[-2:-1] == [_NUMBER_OF]:
        return None
    noun = _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else ""
    if not noun or (where.clitics and not where.article):
        return None
    if noun in PLURALS:
        return _several(text, found, PLURALS[noun], case, sure)
    gender = SINGULARS.get(noun) or (gender_of(noun, plural=False) if where.article else None)
    alone = _ALONE.match(text, start)
    if gender is None or not alone or _is_counting(text, alone, noun):
        return None
    spoken, end = _with_era(text, alone, noun, ordinal(int(alone["first"]), gender, case), case)
    return said(text, where.start, end, spoken, sure)


def _is_counting(text: str, found: re.Match[str], noun: str) -> bool:
    """Whether what follows is counted after all («اليوم 3 رجال»), or the number is too great for a year of a reign."""
    number = int(found["first"])
    if noun in _YEARS and number > LARGEST_YEAR_OF_REIGN:
        return True
    after = counted_after(text, found.end(), number)
    return after.sure == CERTAIN and (after.follows or number > 10)


def _with_era(text: str, found: re.Match[str], noun: str, spoken: str, case: Case) -> tuple[str, int]:
    """With its era: «القرن 7هـ» is القرن السابع الهجري, «السنة 7 هـ» السنة السابعة للهجرة."""
    era = _ERA.match(text, found.end()) if noun in CENTURIES or noun in _YEARS else None
    if not era:
        return spoken, found.end()
    named = _ERAS.get(era["era"][0])
    adjective = f"{named}{SHADDA}{case.vowel}" if named and noun in CENTURIES else era_said(era["era"])
    return f"{spoken} {adjective}", era.end()


def _several(text: str, found: re.Match[str], gender: Gender, case: Case, sure: float) -> Edit | None:
    """«الآيات 5-7» is من الخامسة إلى السابعة, «الآيتان 5 و6» الخامسة والسادسة."""
    where = place(text, found.start())
    if found["last"]:
        one, other = (ordinal(int(found[part]), gender, Case.GENITIVE) for part in ("first", "last"))
        return said(text, where.start, found.end(), f"{from_(one)} إِلَى {other}", sure)
    numbers = [int(found["first"]), *map(int, _DIGITS.findall(found["others"] or ""))]
    after = counted_after(text, found.end(), numbers[-1])
    if len(numbers) == 1 or (after.sure == CERTAIN and after.follows):
        return None
    spoken = " وَ".join(ordinal(number, gender, case) for number in numbers)
    return said(text, where.start, found.end(), spoken, sure)
