"""Fractions: «نصف», «ثلثان», «ثلاثة أرباع»; beyond tenths, and where more than one is meant, «على»."""

import unicodedata
from fractions import Fraction

from hakawati.spelling.arabic.cardinals import cardinal
from hakawati.spelling.arabic.digit_strings import whole
from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers.nouns import Noun, counted

_OVER = "عَلَى"

_PARTS = {
    2: Noun("نِصْف", "أَنْصَافٍ"),
    3: Noun("ثُلُث", "أَثْلَاثٍ"),
    4: Noun("رُبُع", "أَرْبَاعٍ"),
    5: Noun("خُمُس", "أَخْمَاسٍ"),
    6: Noun("سُدُس", "أَسْدَاسٍ"),
    7: Noun("سُبُع", "أَسْبَاعٍ"),
    8: Noun("ثُمُن", "أَثْمَانٍ"),
    9: Noun("تُسُع", "أَتْسَاعٍ"),
    10: Noun("عُشْر", "أَعْشَارٍ"),
}
_CONSTRUCT_ENDINGS = (("َانِ", "َا"), ("َيْنِ", "َيْ"), ("ًا", "َ"), ("ٌ", "ُ"), ("ٍ", "ِ"))


def is_part(numerator: int, denominator: int) -> bool:
    """Whether there is a noun for the fraction: less than one, of two to ten parts."""
    return denominator in _PARTS and 0 < numerator < denominator


def fraction(numerator: int, denominator: int, case: Case = Case.NOMINATIVE, *, construct: bool = False) -> str:
    """A fraction in words; with `construct` a noun in the genitive is to follow."""
    if not is_part(numerator, denominator):
        return f"{whole(str(numerator), case=case)} {_OVER} {whole(str(denominator), case=Case.GENITIVE)}"
    part = _PARTS[denominator]
    spoken = part.one(case) if numerator == 1 else counted(numerator, part, case)
    return _in_construct(spoken) if construct else spoken


def numeral(char: str, case: Case = Case.NOMINATIVE) -> str:
    """A character that is a number by itself and no digit. Its value is Unicode's own (`unicodedata.numeric`)."""
    value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
    if value.denominator == 1:
        return cardinal(abs(value.numerator), case=case)
    return fraction(abs(value.numerator), value.denominator, case)


def is_fraction(char: str) -> bool:
    return Fraction(unicodedata.numeric(char)).limit_denominator(1000).denominator != 1


def _in_construct(spoken: str) -> str:
    """Without the tanwin or the nun of its last word."""
    ending, shorter = next(pair for pair in _CONSTRUCT_ENDINGS if spoken.endswith(pair[0]))
    return spoken.removesuffix(ending) + shorter
