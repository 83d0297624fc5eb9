"""Amounts: a number with a percent sign, a currency or a unit, which is said as a noun that agrees.

The sign of a currency may stand before its number, and thousands or millions between («$5 ملايين»). Two digits behind
the point of a currency are its hundredths. Behind a decimal the unit stands in the genitive singular.
"""

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import partial

from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers.figures import BELOW_ZERO, FIGURE, MINUS, START, Figure, figure
from hakawati.spelling.arabic.numbers.fractions import fraction, is_part
from hakawati.spelling.arabic.numbers.measures import CURRENCIES, HUNDREDTHS, PERCENT, SCALES, UNITS
from hakawati.spelling.arabic.numbers.nouns import Noun, counted
from hakawati.spelling.arabic.numbers.place import Place, place
from hakawati.spelling.arabic.numbers.ranges import DASH, said_range
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL


def _any_of(*tables: dict[str, object]) -> str:
    names = sorted((name for table in tables for name in table), key=len, reverse=True)
    return "|".join(re.escape(name) for name in names)


_NO_LETTER_BEHIND = rf"(?:(?<=[$€£¥₪₺₹₽﷼°℃℉%٪‰؉])|(?![\w{TATWEEL}\u064b-\u065f]))"
_COUNTED = rf"(?:\d+[,،]\d{{1,2}}(?![\d,،]) | {FIGURE})"
"""With a unit behind, a comma before one or two digits is a decimal point."""
_AMOUNT = re.compile(
    rf"""
    (?:(?P<sign>(?<![A-Za-z])(?:{_any_of(dict(CURRENCIES))}|[%٪]))\s?)?
    (?P<minus>{MINUS})? {START} (?P<first>{_COUNTED}) (?:(?:{DASH})(?P<last>{_COUNTED}))?
    (?:\s+(?P<scale>{"|".join(SCALES)})(?![^\W\d_]))?
    (?:\s?(?P<unit>{_any_of(dict(CURRENCIES), dict(UNITS), dict(PERCENT))}){_NO_LETTER_BEHIND})?
    """,
    re.VERBOSE,
)
_PART_OF_UNIT = re.compile(
    rf"""
    {START} (?:(?P<whole>\d{{1,3}})\s)? (?:(?P<part>\d{{1,2}})[/⁄](?P<parts>\d{{1,2}})|(?P<sign>[¼-¾⅐-⅞]))
    \s?(?P<unit>{_any_of(dict(CURRENCIES), dict(UNITS))}){_NO_LETTER_BEHIND}
    """,
    re.VERBOSE,
)
_METRES = "م"
_LIKELY_METRES = 0.8
_LENGTHS = frozenset({"م", "m", "كم", "كلم", "km"})


def amounts(text: str) -> Iterator[Edit]:
    """Every amount, in order; a number without a sign or unit is left to the rules behind."""
    parts = [edit for found in _PART_OF_UNIT.finditer(text) if (edit := _part(text, found))]
    wholes = (_edit(text, found) for found in _AMOUNT.finditer(text) if found["sign"] or found["unit"])
    others = (one for one in wholes if not any(one.start < part.end and part.start < one.end for part in parts))
    yield from sorted([*parts, *others], key=lambda edit: edit.start)


def _part(text: str, found: re.Match[str]) -> Edit | None:
    """«1/2 كم», «3 ½ كم»: half of one, three and a half."""
    value = Fraction(unicodedata.numeric(found["sign"])).limit_denominator(10) if found["sign"] else None
    part, parts = (value.numerator, value.denominator) if value else (int(found["part"]), int(found["parts"]))
    if found["whole"] and not is_part(part, parts):
        return None
    where = place(text, found.start(), measure=found["unit"] in _LENGTHS)
    noun = _noun(found["unit"])
    if found["whole"]:
        spoken = f"{counted(int(found['whole']), noun, where.case)} وَ{fraction(part, parts, where.case)}"
    else:
        spoken = f"{fraction(part, parts, where.case, construct=True)} {noun.one(Case.GENITIVE)}"
    sure = max(where.sure, 0.9) if is_part(part, parts) else 0.6
    return said(text, where.start, found.end(), where.said(spoken), sure)


def _edit(text: str, found: re.Match[str]) -> Edit:
    name = found["unit"] or found["sign"]
    where = place(text, found.start(), measure=name in _LENGTHS)
    end = found.end() if found["unit"] else found.end("scale") if found["scale"] else _end_of_figures(found)
    sure = _LIKELY_METRES if name == _METRES else 1.0
    return said(text, where.start, end, _spoken(where, found, name), min(sure, max(where.sure, 0.9)))


def _end_of_figures(found: re.Match[str]) -> int:
    return found.end("last") if found["last"] else found.end("first")


def _spoken(where: Place, found: re.Match[str], name: str) -> str:
    first = _typed(found["first"])
    amount = partial(_amount, name=name, scale=found["scale"] or "")
    if found["last"]:
        gender = Gender.MASCULINE if name in PERCENT or found["scale"] else _noun(name).gender
        return said_range(where, partial(first.said, gender), partial(amount, _typed(found["last"])))
    if found["minus"]:
        return where.said(f"{BELOW_ZERO}{where.case.vowel} {amount(first, Case.GENITIVE)}")
    return where.said(amount(first, where.case))


def _typed(number: str) -> Figure:
    if re.fullmatch(r"\d+[,،]\d{1,2}", number):
        return Figure(*re.split("[,،]", number))
    return figure(number)


def _noun(name: str) -> Noun:
    return CURRENCIES.get(name) or UNITS[name]


def _amount(number: Figure, case: Case, *, name: str, scale: str) -> str:
    if name in PERCENT:
        return " ".join(filter(None, (number.said(Gender.MASCULINE, case), scale, PERCENT[name])))
    noun = _noun(name)
    if scale:
        construct = number.is_whole and not 11 <= number.value % 100 <= 99
        return f"{number.said(Gender.MASCULINE, case, construct=construct)} {scale} {noun.one(Case.GENITIVE)}"
    if number.is_whole:
        return counted(number.value, noun, case)
    if noun in HUNDREDTHS and len(number.fraction) == 2:
        return _with_hundredths(number, noun, case)
    return f"{number.said(noun.gender, case)} {noun.one(Case.GENITIVE)}"


def _with_hundredths(number: Figure, noun: Noun, case: Case) -> str:
    parts = [counted(number.value, noun, case)] if number.value else []
    if int(number.fraction) or not parts:
        parts.append(counted(int(number.fraction), HUNDREDTHS[noun], case))
    return " وَ".join(parts)
