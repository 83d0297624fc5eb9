"""Digits as typed, said in words: whole numbers, decimals and codes."""

import unicodedata

from hakawati.spelling.arabic.cardinals import LIMIT, cardinal
from hakawati.spelling.arabic.grammar import Case, Gender

_POINT = "فَاصِلَة"
_LONGEST_FRACTION = 3
"""Decimals of more digits than this are said digit by digit."""


def whole(
    digits: str, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE, *, construct: bool = False
) -> str:
    """`digits` of any script as a number; one by one if a zero leads or there are more than 15 of them."""
    if (len(digits) > 1 and unicodedata.decimal(digits[0]) == 0) or int(digits) >= LIMIT:
        return one_by_one(digits)
    return cardinal(int(digits), gender, case, construct=construct)


def one_by_one(digits: str) -> str:
    """Each of `digits` by itself, as codes are read."""
    return " ".join(cardinal(unicodedata.decimal(digit)) for digit in digits)


def decimal(before: str, after: str, case: Case = Case.NOMINATIVE) -> str:
    """A decimal number, the digits `before` and `after` its point."""
    fraction = one_by_one(after) if len(after) > _LONGEST_FRACTION else whole(after, case=case)
    return f"{whole(before, case=case)} {_POINT}{case.tanwin} {fraction}"
