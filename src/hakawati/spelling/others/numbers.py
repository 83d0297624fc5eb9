"""Cardinals, decimals, percent, years and sums of money, for any language of the table.

Only a number that stands by itself is said: dates, hours, spans and codes are left to the engine, and so is a number
whose form depends on the noun behind it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.others.grammar import GRAMMARS, Currency, Grammar
from hakawati.spelling.others.numerals import cardinal, decimal, year

_NO_BREAK = "\u00a0\u202f\u2009"
_UNITS = "km|cm|mm|m|kg|g|mg|l|ml|h|s|min|Uhr|kWh|kW|W|V|Hz|GB|MB|ha|dB|Mio|Mrd|Std|Min|км|кг|см|мм|м|г|л|ч"
"""Engines say these behind digits only."""
_CERTAIN, _AGREED = 0.9, 0.7
_WORD_BEHIND = re.compile(r"\s+[^\W\d_]|[^\W\d_]")
_ORDINAL_BEHIND = re.compile(r"\.\s+\w")


def numbers_of(language: str) -> Callable[[str], Iterator[Edit]]:
    """The rule for the numbers of `language`, one of the table."""
    grammar = GRAMMARS[language]
    pattern = _number_pattern(grammar)

    def edits(text: str) -> Iterator[Edit]:
        for found in pattern.finditer(text):
            spoken = _said(found, grammar, language)
            if spoken:
                confidence = _AGREED if grammar.agrees(_value(found)) else _CERTAIN
                yield Edit(*found.span(), spoken, noted=True, confidence=confidence)

    return edits


def _number_pattern(grammar: Grammar) -> re.Pattern[str]:
    # where no sign parts thousands, a common space does; elsewhere two numbers in a row are a code
    between = f"[{re.escape(grammar.thousands) or ' '}{_NO_BREAK}]"
    signs = "".join(map(re.escape, grammar.currencies)) or "(?!)"
    currency = f"[{signs}]" if grammar.currencies else "(?!)"
    percent_first = r"(?P<percent_first>%\s?)?" if grammar.percent_first else ""
    return re.compile(
        rf"(?<![\w.,:/%€$£#@+*=–—−-])(?<!\d\s){percent_first}(?:(?P<currency_first>{currency})\s?)?(?P<minus>[-−](?=\d))?"
        rf"(?P<whole>\d{{1,3}}(?:{between}\d{{3}})+|\d{{1,15}})(?:{re.escape(grammar.decimal)}(?P<decimals>\d{{1,9}}))?"
        rf"(?:\s?(?P<percent>[%٪])|\s?(?P<currency>{currency}))?(?![\w/:°%€$£+*=²³½¼¾-]|[.,٫٬–—]\d|\s?[–—−×+=/*-]\s?\d|\s\d|\s?°|\s?(?:{_UNITS})(?:[²³]|\b))"
    )


def _value(found: re.Match[str]) -> int:
    return int("".join(str(unicodedata.decimal(char)) for char in found["whole"] if char.isdecimal()))


def _said(found: re.Match[str], grammar: Grammar, language: str) -> str:
    """What is said for a number, or nothing where that is not certain."""
    whole = _value(found)
    if whole >= grammar.limit or _is_code(found) or (found["minus"] and not grammar.minus):
        return ""
    minus = f"{grammar.minus} " if found["minus"] else ""
    if currency := found["currency"] or found["currency_first"]:
        sum_said = "" if found["percent"] else _sum(whole, found["decimals"], grammar.currencies[currency], language)
        return sum_said and minus + sum_said
    number = _number(found, whole, grammar, language)
    if not number:
        return ""
    if found["percent"] or ("percent_first" in found.re.groupindex and found["percent_first"]):
        return minus + _percent(number, grammar) if grammar.percent else ""
    return minus + number


def _is_code(found: re.Match[str]) -> bool:
    return found["whole"][0] in "0٠۰" and len(found["whole"]) > 1


def _number(found: re.Match[str], whole: int, grammar: Grammar, language: str) -> str:
    if found["decimals"]:
        digits = "".join(str(unicodedata.decimal(char)) for char in found["decimals"])
        return decimal(str(whole), digits, language) if grammar.point else ""
    if not found["percent"] and _depends_on_what_follows(found, whole, grammar):
        return ""
    if not _looks_like_year(found, whole):
        return cardinal(whole, language)
    return year(whole, language) if grammar.years else ""


def _depends_on_what_follows(found: re.Match[str], whole: int, grammar: Grammar) -> bool:
    text, end = found.string, found.end()
    if grammar.ordinal_point and _ORDINAL_BEHIND.match(text, end):
        return True
    return grammar.agrees(whole) and _WORD_BEHIND.match(text, end) is not None


def _looks_like_year(found: re.Match[str], whole: int) -> bool:
    return found["whole"].isdecimal() and 1000 <= whole <= 2100 and not found["percent"]


def _percent(number: str, grammar: Grammar) -> str:
    return f"{grammar.percent} {number}" if grammar.percent_first else f"{number} {grammar.percent}"


def _sum(units: int, hundredths: str | None, currency: Currency, language: str) -> str:
    """«5,50 €»; only sums below a million, with two decimals or none, whose words do not agree."""
    grammar = GRAMMARS[language]
    if units >= 1_000_000 or (hundredths and len(hundredths) != 2) or (units != 1 and grammar.money_agrees(units)):
        return ""
    said = currency.one if units == 1 else f"{cardinal(units, language)} {currency.many}"
    return (
        f"{said}{grammar.money_joint}{cardinal(int(hundredths), language)}" if hundredths and int(hundredths) else said
    )
