"""Digits as typed, said in words: whole numbers, decimals, codes, and numbers of one character such as ½ or ②."""

import unicodedata
from fractions import Fraction

from hakawati.spelling.arabic.cardinals import LIMIT, cardinal
from hakawati.spelling.arabic.grammar import Case, Gender

POINT = "فَاصِلَةٌ"
_OVER = "عَلَى"
_LONGEST_FRACTION = 3
"""Decimals of more digits than this are said digit by digit."""

_SHARES = {
    Fraction(1, 2): "نِصْفٌ",
    Fraction(1, 3): "ثُلُثٌ",
    Fraction(2, 3): "ثُلُثَانِ",
    Fraction(1, 4): "رُبُعٌ",
    Fraction(3, 4): "ثَلَاثَةُ أَرْبَاعٍ",
}


def whole(digits: str, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """`digits` of any script as a number; one by one if a zero leads or there are more than 15 of them."""
    if (len(digits) > 1 and unicodedata.decimal(digits[0]) == 0) or int(digits) >= LIMIT:
        return " ".join(cardinal(unicodedata.decimal(digit)) for digit in digits)
    return cardinal(int(digits), gender, case)


def decimal(before: str, after: str, case: Case = Case.NOMINATIVE) -> str:
    """A decimal number, the digits `before` and `after` its point."""
    fraction = " ".join(map(whole, after)) if len(after) > _LONGEST_FRACTION else whole(after, case=case)
    return f"{whole(before, case=case)} {POINT} {fraction}"


def single(char: str) -> str:
    """A character that is a number by itself and no digit. Its value is Unicode's own (`unicodedata.numeric`)."""
    value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
    if value in _SHARES:
        return _SHARES[value]
    parts = [cardinal(abs(value.numerator))]
    if value.denominator != 1:
        parts += [_OVER, cardinal(value.denominator, case=Case.GENITIVE)]
    return " ".join(parts)
