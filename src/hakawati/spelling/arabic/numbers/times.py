"""Times of the day: the hour is a feminine ordinal («الساعة الخامسة»), but for the first, which is «الواحدة»."""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers.definite import with_clitics
from hakawati.spelling.arabic.numbers.nouns import Noun, counted
from hakawati.spelling.arabic.numbers.place import CERTAIN, Place, place, place_of_noun_before
from hakawati.spelling.arabic.numbers.ranges import DASH
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL

_CLOCK = r"(?P<{0}hour>\d{{1,2}}):(?P<{0}minute>[0-5٠-٥۰-۵]\d)(?::(?P<{0}second>[0-5٠-٥۰-۵]\d))?(?![\d:])"
_TIME = re.compile(
    rf"(?<![\d:/.,]){_CLOCK.format('')}(?:{DASH}{_CLOCK.format('last_')})?"
    rf"(?:\s?(?P<half>[صم])(?![^\W\d_]|[{TATWEEL}\u064b-\u065f]|\s?\d))?",
    re.VERBOSE,
)
_HOUR = re.compile(
    rf"(?<![\d:/.,])(?P<hour>\d{{1,2}})(?![\d%٪]|[:/.,٫]\d)(?:\s?(?P<half>[صم])(?![^\W\d_]|[{TATWEEL}\u064b-\u065f]|\s?\d))?"
)
_HOUR_NOUNS = frozenset({"الساعة", "والساعة", "بالساعة", "للساعة", "فالساعة"})
_HALVES = {"ص": "صَبَاحًا", "م": "مَسَاءً"}
_PARTS = {15: "الرُّبُع", 20: "الثُّلُث", 30: "النِّصْف"}
_SHORT_OF = {40: "ثُلُثًا", 45: "رُبُعًا"}
"""Minutes said as what is missing to the next hour."""
_MINUTE = Noun("دَقِيقَة", "دَقَائِقَ")
_SECOND = Noun("ثَانِيَة", "ثَوَانٍ")
_NOON = 12


def times(text: str) -> Iterator[Edit]:
    """Every «10:30», and every number behind «الساعة»."""
    at = 0
    for found in re.finditer(r"(?<!\d)\d", text):
        if found.start() >= at and (edit := _clock(text, found.start()) or _full_hour(text, found.start())):
            yield edit
            at = edit.end


def _clock(text: str, start: int) -> Edit | None:
    found = _TIME.match(text, start)
    if not found or int(found["hour"]) > 24 or int(found["last_hour"] or 0) > 24:
        return None
    where, case, named = _at(text, start)
    half = f" {_HALVES[found['half']]}" if found["half"] else ""
    if found["last_hour"]:
        spoken = _from_to(found, where, named=named)
    elif named or where.governed:
        spoken = with_clitics(where.clitics, _said(found, "", case))
    else:
        spoken = with_clitics(where.clitics, f"السَّاعَة{case.vowel} {_said(found, '', case)}")
    return said(text, where.start, found.end(), spoken + half, 1.0 if named or half else 0.7)


def _full_hour(text: str, start: int) -> Edit | None:
    found = _HOUR.match(text, start)
    where, case, named = _at(text, start)
    if not found or not named or int(found["hour"]) > 24:
        return None
    half = f" {_HALVES[found['half']]}" if found["half"] else ""
    return said(text, where.start, found.end(), where.clitics + _hour(int(found["hour"]), case) + half)


def _at(text: str, start: int) -> tuple[Place, Case, bool]:
    """Where a time stands, its case (an adverb's behind any word), and whether «الساعة» stands before it."""
    where = place(text, start)
    noun, case, sure = place_of_noun_before(text, start)
    named = noun in _HOUR_NOUNS
    if not named:
        adverb = where.word and not where.governed
        return where, Case.ACCUSATIVE if adverb else where.case, False
    alone = len(text[: where.start].split()) == 1
    return where, case if alone or (case is Case.GENITIVE and sure == CERTAIN) else Case.ACCUSATIVE, True


def _from_to(found: re.Match[str], where: Place, *, named: bool) -> str:
    one, other = _said(found, "", Case.GENITIVE), _said(found, "last_", Case.GENITIVE)
    if where.governed or named:
        return f"{with_clitics(where.clitics, one)} إِلَى {other}"
    return f"{where.clitics}مِنَ السَّاعَةِ {one} إِلَى {other}"


def _said(found: re.Match[str], part: str, case: Case) -> str:
    hour, minute = int(found[f"{part}hour"]), int(found[f"{part}minute"])
    second = int(found[f"{part}second"] or 0)
    if not second and minute in _SHORT_OF and 1 <= hour <= _NOON:
        return f"{_hour(hour % _NOON + 1, case)} إِلَّا {_SHORT_OF[minute]}"
    parts = [_hour(hour, case)]
    if minute in _PARTS and not second:
        parts.append(f"{_PARTS[minute]}{case.vowel}")
    elif minute:
        parts.append(counted(minute, _MINUTE, case))
    if second:
        parts.append(counted(second, _SECOND, case))
    return " وَ".join(parts)


def _hour(hour: int, case: Case) -> str:
    hour = hour if hour % 24 else _NOON
    return f"الْوَاحِدَة{case.vowel}" if hour == 1 else ordinal(hour, Gender.FEMININE, case)
