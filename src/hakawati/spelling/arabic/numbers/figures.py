"""Numbers as typed: digits of any script, grouped by thousands, with a decimal fraction."""

import re
from dataclasses import dataclass
from unicodedata import decimal as decimal_value

from hakawati.spelling.arabic.cardinals import LIMIT
from hakawati.spelling.arabic.digit_strings import decimal, whole
from hakawati.spelling.arabic.grammar import Case, Gender

_GROUPED = r"\d{1,3}(?:[,٬]\d{3})+(?!\d) | \d{1,3}(?:[.،]\d{3}){2,}(?!\d) | \d{1,3}(?:[ ]\d{3}){2,}(?![ ]?\d)"
"""Groups of three behind a comma; behind a full stop, an Arabic comma or a space only two or more of them."""
FIGURE = rf"(?:(?:{_GROUPED} | \d+)(?:[.٫]\d+)?(?![.٫]?\d))"
"""A number, as a part of a verbose pattern."""

START = r"(?<!\d)(?<!\d[.٫,٬])"
"""Not inside a longer number, as a part of a pattern."""

MINUS = r"(?:−|(?<=[\s(\[])-)(?=\d)"
"""A sign before a number: behind a word a hyphen may join, at the beginning it may list: there it is none."""
BELOW_ZERO = "سَالِب"

_NO_DIGIT = re.compile(r"\D")
_FRACTION = re.compile(r"(?P<whole>.*?)(?:[.٫](?P<fraction>\d+))?", re.DOTALL)
_GROUPED_ALONE = re.compile(_GROUPED, re.VERBOSE)


@dataclass(frozen=True, slots=True)
class Figure:
    """The digits before and behind the decimal point."""

    digits: str
    fraction: str = ""

    @property
    def value(self) -> int:
        """What stands before the point."""
        return int(self.digits)

    @property
    def is_number(self) -> bool:
        """Whether it is said as a number, and not digit by digit."""
        return self.value < LIMIT and (len(self.digits) == 1 or decimal_value(self.digits[0]) > 0)

    @property
    def is_whole(self) -> bool:
        """Whether it counts: a number without a fraction."""
        return self.is_number and not self.fraction

    def said(self, gender: Gender, case: Case, *, construct: bool = False) -> str:
        """In words; a decimal is of no gender."""
        if self.fraction:
            return decimal(self.digits, self.fraction, case)
        return whole(self.digits, gender, case, construct=construct)


def is_grouped(typed: str) -> bool:
    """Whether `typed` is one whole number, its thousands set apart."""
    return _GROUPED_ALONE.fullmatch(typed) is not None


def figure(typed: str) -> Figure:
    """The number that `typed` (which matches FIGURE) means."""
    if is_grouped(typed):
        return Figure(_NO_DIGIT.sub("", typed))
    found = _FRACTION.fullmatch(typed)
    assert found, f"{typed} is a number"
    return Figure(_NO_DIGIT.sub("", found["whole"]), found["fraction"] or "")
