"""Ordinal numbers in words, with the article, fully vowelled: the first, the eleventh, the hundredth."""

from hakawati.spelling.arabic.cardinals import cardinal
from hakawati.spelling.arabic.grammar import Case, Gender, with_article

_STEMS = ("", "", "ثَانِي", "ثَالِث", "رَابِع", "خَامِس", "سَادِس", "سَابِع", "ثَامِن", "تَاسِع", "عَاشِر")
"""2nd to 10th, in the pattern فاعل, without an ending."""
_FIRST_OF_TWO = "حَادِي"
"""The unit of 11th, 21st ..."""
_LARGEST_ROUND = 1000


def ordinal(number: int, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE) -> str:
    """The `number`-th (from 1) as an adjective with the article, agreeing with a noun of `gender` in `case`.

    Beyond 100: الْأُولَى بَعْدَ الْمِئَةِ, the first after the hundred. Beyond 1000 Arabic has no ordinal in use:
    "number so-and-so" follows the noun instead. Raises ValueError below 1.
    """
    if number < 1:
        raise ValueError(f"there is no {number}-th")
    if number > _LARGEST_ROUND:
        return f"رَقْمُ {cardinal(number, case=Case.GENITIVE)}"
    hundreds, rest = number // 100 * 100, number % 100
    if not hundreds:
        return _below_hundred(rest, gender, case)
    if not rest:
        return _round(hundreds, case)
    return f"{_below_hundred(rest, gender, case)} بَعْدَ {_round(hundreds, Case.GENITIVE)}"


def _round(number: int, case: Case) -> str:
    """100th, 200th ... 1000th: the cardinal, made definite and so without tanwin."""
    construct = number != 200
    return with_article(cardinal(number, case=case, construct=construct))


def _below_hundred(number: int, gender: Gender, case: Case) -> str:
    if number == 1:
        return "الْأُولَى" if gender is Gender.FEMININE else f"الْأَوَّل{case.vowel}"
    if number <= 10:
        return with_article(_inflected(_STEMS[number], gender, case))
    if number < 20:
        return _teenth(number - 10, gender)
    tens, unit = divmod(number, 10)
    ten = with_article(cardinal(tens * 10, case=case))
    return f"{with_article(_inflected(_unit(unit), gender, case))} وَ{ten}" if unit else ten


def _unit(unit: int) -> str:
    return _FIRST_OF_TWO if unit == 1 else _STEMS[unit]


def _inflected(stem: str, gender: Gender, case: Case) -> str:
    """A stem with its ending; one in -ī shows a vowel in the accusative only."""
    if gender is Gender.FEMININE:
        return f"{stem}َة{case.vowel}"
    if stem.endswith("ي") and case is not Case.ACCUSATIVE:
        return stem
    return f"{stem}{case.vowel}"


def _teenth(unit: int, gender: Gender) -> str:
    """11th to 19th: both words end in fatha whatever the case, and the article stands before the first only."""
    if gender is Gender.FEMININE:
        return f"{with_article(f'{_unit(unit)}َةَ')} عَشْرَةَ"
    return f"{with_article(f'{_unit(unit)}َ')} عَشَرَ"
