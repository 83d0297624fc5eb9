"""The value of a Roman numeral."""

import re

_WELL_FORMED = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_VALUES = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}


def roman_value(numeral: str) -> int | None:
    """The value of a well-formed numeral in capitals or small letters (1 to 3999), or nothing."""
    capitals = numeral.upper()
    if not _WELL_FORMED.fullmatch(capitals):
        return None
    values = [_VALUES[letter] for letter in capitals]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < behind else value for value, behind in pairs)
