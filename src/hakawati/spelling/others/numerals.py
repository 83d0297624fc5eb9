"""Numbers in words, by a language's grammar."""

import re
from functools import lru_cache

from hakawati.spelling.others.grammar import GRAMMARS, Grammar

_CACHED = 4096


@lru_cache(_CACHED)
def cardinal(number: int, language: str) -> str:
    """`number` in words in `language` (ISO 639-1); in digits where that is not certain."""
    grammar = GRAMMARS.get(language)
    if grammar is None or not 0 <= number < grammar.limit:
        return str(number)
    return _mended(_num2words(number, grammar, "cardinal"), grammar)


@lru_cache(_CACHED)
def ordinal(number: int, language: str) -> str:
    """The ordinal in its dictionary form. Call it only for languages with a rule for ordinals."""
    grammar = GRAMMARS[language]
    return _mended(_num2words(number, grammar, "ordinal"), grammar)


def year(number: int, language: str) -> str:
    """A year: in hundreds where the language counts so from 1100 to 1999, else the cardinal."""
    hundreds = GRAMMARS[language].hundreds
    if hundreds is None or not 1100 <= number <= 1999:
        return cardinal(number, language)
    century, rest = divmod(number, 100)
    word, joint = hundreds
    return cardinal(century, language) + word + (f"{joint}{cardinal(rest, language)}" if rest else "")


def decimal(whole: str, decimals: str, language: str) -> str:
    """`whole` and `decimals` are digits; zeros that lead the decimals are said one by one."""
    grammar = GRAMMARS[language]
    rest = decimals.lstrip("0") if grammar.decimals_whole else ""
    single = decimals[: len(decimals) - len(rest)]
    parts = [*(cardinal(int(digit), language) for digit in single), *([cardinal(int(rest), language)] if rest else [])]
    return " ".join([cardinal(int(whole), language), grammar.point, *parts])


def _mended(words: str, grammar: Grammar) -> str:
    for slip, right in grammar.corrections:
        words = re.sub(slip, right, words)
    return words


def _num2words(number: int, grammar: Grammar, kind: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - brings two score languages along

    return str(num2words(number, lang=grammar.code, to=kind)).strip()
