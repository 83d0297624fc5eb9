"""The values of attributes that are more than text: a speed, seconds of silence, the place of a verse."""

import re
from collections.abc import Mapping

from hakawati.script.file.text import Excerpt
from hakawati.settings import PAUSES, RATES

SURAS = 114
LONGEST_SURA = 286
"""Verses of the second sura."""

_NUMBER = re.compile(r"\d+(?:[.,٫،]\d+)?")
_REFERENCE = re.compile(r"(\d{1,3})\s*:\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?")

_BOUNDS: Mapping[str, tuple[float, float, str]] = {
    "rate": (*RATES, "a speed, 1 unchanged, such as 0.9"),
    "pause": (*PAUSES, "seconds of silence, such as 1.5"),
}


def meant(excerpt: Excerpt, at: int, key: str, value: str) -> str | float:
    """What the value of attribute `key`, which stands at `excerpt.text[at]`, stands for. Raises ScriptError."""
    if key in _BOUNDS:
        return _number(excerpt, at, key, value)
    return _reference(excerpt, at, value) if key == "ref" else value


def _number(excerpt: Excerpt, at: int, key: str, value: str) -> float:
    """A number in digits of any script, with a decimal point or comma of any."""
    least, most, meaning = _BOUNDS[key]
    number = float(re.sub("[,٫،]", ".", value)) if _NUMBER.fullmatch(value) else -1.0
    if not least <= number <= most:
        raise excerpt.mistake(at, f"{key}= cannot be “{value}”: it is {meaning}, from {least:g} to {most:g}")
    return number


def _reference(excerpt: Excerpt, at: int, value: str) -> str:
    """`sura:verse` or `sura:first-last` in ASCII digits."""
    found = _REFERENCE.fullmatch(value)
    numbers = [int(number) for number in found.groups() if number] if found else []
    if not numbers or not _exists(*numbers):
        problem = f"ref= cannot be “{value}”: it is sura:verse or sura:first-last, such as 8:30 or 2:285-286"
        raise excerpt.mistake(at, f"{problem}; the suras are 1 to {SURAS}")
    sura, *verses = numbers
    return f"{sura}:{'-'.join(map(str, verses))}"


def _exists(sura: int, first: int, last: int = LONGEST_SURA) -> bool:
    return 1 <= sura <= SURAS and 1 <= first <= last <= LONGEST_SURA
