"""Numbers in English words: American wording, without "and" and without commas, which engines would pause at."""

import re
from functools import lru_cache

NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d,]*\d)|\d+)(?:\.\d+)?"
"""A number as English writes it: commas between thousands, a point before decimals."""
SIGNED = rf"(?:(?<![\w)])[-−])?{NUMBER}"
APART = r"(?<!\w)(?<!\d[.,])"
"""Where a number begins: not inside a word or another number."""
DASH = r"\s?[-‐‑‒–—]\s?"

_LONGEST_NAMED = 15
"""Digits of the longest whole number that is said as one number: nobody counts further."""
_CACHED = 4096


@lru_cache(_CACHED)
def cardinal(number: int) -> str:
    """1250000 is "one million two hundred fifty thousand"."""
    return _plain(_num2words(number, "cardinal"))


@lru_cache(_CACHED)
def ordinal(number: int) -> str:
    """22 is "twenty-second"."""
    return _plain(_num2words(number, "ordinal"))


@lru_cache(_CACHED)
def year(number: int) -> str:
    """1905 is "nineteen oh five", 2005 "two thousand five", 622 "six twenty-two"."""
    return _plain(_num2words(number, "year")).replace("oh-", "oh ")


def digit_by_digit(digits: str) -> str:
    """Each digit by its name; everything else is passed over."""
    return " ".join(cardinal(int(digit)) for digit in digits if digit.isdecimal())


def number_words(written: str) -> str:
    """`written` matches `SIGNED`. A code with a leading zero, or longer than any count, is said digit by digit."""
    if written[0] in "-−":
        return f"minus {number_words(written[1:])}"
    whole, _, decimals = written.replace(",", "").partition(".")
    said = digit_by_digit(whole) if _is_code(whole) else cardinal(int(whole))
    return f"{said} point {digit_by_digit(decimals)}" if decimals else said


def plural(words: str) -> str:
    """The plural of a numeral: "nineties", "hundreds", "sixes"."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def decade(number: int) -> str:
    """1980 is "nineteen eighties", 1900 "nineteen hundreds"."""
    return plural(year(number))


def pairs(number: int) -> str:
    """Three or four digits as rooms and flights are called: 101 is "one oh one", 1204 "twelve oh four"."""
    return year(number) if number < 2000 or number % 1000 >= 10 else cardinal(number)


def letters(abbreviation: str) -> str:
    """«ph.d.» is "P.H.D": points between the letters, so that no engine reads a word or an article («AD», «A M»), and
    none behind, where it would end the sentence.
    """
    return ".".join(char for char in abbreviation.upper() if char.isalpha())


def whole(written: str) -> int:
    """The value of digits, with or without commas between thousands."""
    return int(re.sub(r"\D", "", written))


def _is_code(digits: str) -> bool:
    return len(digits) > _LONGEST_NAMED or (len(digits) > 1 and digits[0] == "0")


def _plain(words: str) -> str:
    return words.replace(",", "").replace(" and ", " ")


def _num2words(number: int, kind: str) -> str:
    from num2words import num2words  # noqa: PLC0415 - brings two score languages along

    return str(num2words(number, lang="en", to=kind))
