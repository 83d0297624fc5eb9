"""Numbers that count nothing: in addresses of the web, telephone numbers, book numbers; said digit by digit.

In an address short numbers are said as numbers («rfc 822»), and nothing there is a date or a page.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.digit_strings import one_by_one, whole
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.arabic.numbers.written import as_written, names
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL

_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s()«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.])[A-Za-z][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|me|io)\b[^\s()«»]*"
)
_CUES = names(
    """
    هاتف | الهاتف | تلفون | تليفون | جوال | الجوال | موبايل | فاكس | الفاكس | ص.ب | ص ب | صندوق البريد
    كود | الكود | الرمز | رمز | الرقم السري | رقم الهوية | رقم الحساب | ردمك
    """
)
_CUE = rf"{'|'.join(map(as_written, _CUES))}|ISBN(?:-1[03])?|ISSN"
_BEHIND_CUE = re.compile(rf"(?<![^\W\d_])(?:{_CUE})\s?[.:]?\s?{TATWEEL}*(?P<code>\+?\d[\d\s/.-]*\d)(?![\d٪%])")
_ABROAD = r"(?:\+|00)\d[\d\s-]{5,}\d"
_AT_HOME = r"0\d{6,}|0\d{1,3}(?:[ -]\d{2,4}){2,}|\d{2,4}(?:-\d{2,4}){3,}"
_BOOK = r"97[89]-\d[\d-]{9,}\d"
_TELEPHONE = re.compile(rf"(?<![\w+])(?P<code>{_ABROAD}|{_AT_HOME}|{_BOOK})(?![\d/])")
_DIGITS = re.compile(r"\d+")
_PLUS = "زَائِدٌ"
_SHORT = 4
"""Numbers in an address of more digits than this are said digit by digit."""


def codes(text: str) -> Iterator[Edit]:
    """Every code, in order and not overlapping."""
    at = 0
    for found in _CANDIDATES.finditer(text):
        if found.start() < at:
            continue
        yield from _in_address(text, found) if found["address"] else (_code(text, found),)
        at = found.end()


_CANDIDATES = re.compile(
    rf"(?P<address>{_ADDRESS.pattern})|{_BEHIND_CUE.pattern.replace('P<code>', 'P<named>')}|{_TELEPHONE.pattern}"
)


def _in_address(text: str, found: re.Match[str]) -> Iterator[Edit]:
    for digits in _DIGITS.finditer(text, *found.span()):
        number = digits.group()
        spoken = whole(number) if len(number) <= _SHORT else one_by_one(number)
        yield said(text, *digits.span(), spoken, 0.9)


def _code(text: str, found: re.Match[str]) -> Edit:
    part = "named" if found["named"] else "code"
    code = found[part]
    spoken = one_by_one("".join(_DIGITS.findall(code)))
    if code.startswith("+"):
        spoken = f"{_PLUS} {spoken}"
    return said(text, *found.span(part), spoken, 0.9)
