"""Cardinal numbers in words, fully vowelled.

The rules are those of the classical grammars (the chapter on number in Wright's *A Grammar of the Arabic Language*,
I §§ 318-327, and in any school grammar), with مئة written as the Arabic academies do today: without the silent alif,
and joined to its multiplier (ثلاثمئة).

- 3 to 10 take the opposite gender of what is counted, 1 and 2 its own; in 13 to 19 the unit takes the opposite, the ten
  the same; 11 and 12 agree throughout; 20, 30 ... are of no gender.
- 11 and 13 to 19 end in fatha whatever the case; 12 shows it in its first word, as a dual.
- Parts are joined by «و», the greatest first.
"""

from dataclasses import dataclass

from hakawati.spelling.arabic.grammar import Case, Gender

LIMIT = 10**15
"""The first number that is not said in words."""

_AND = " وَ"


@dataclass(frozen=True, slots=True)
class _Scale:
    """A power of a thousand as a noun, its endings left off; `plural` is what 3 to 10 of it are called."""

    value: int
    stem: str
    plural_absolute: str
    plural_construct: str


_SCALES = (
    _Scale(10**12, "تِرِيلْيُون", "تِرِيلْيُونَاتٍ", "تِرِيلْيُونَاتِ"),
    _Scale(10**9, "مِلْيَار", "مِلْيَارَاتٍ", "مِلْيَارَاتِ"),
    _Scale(10**6, "مِلْيُون", "مَلَايِينَ", "مَلَايِينِ"),
    _Scale(10**3, "أَلْف", "آلَافٍ", "آلَافِ"),
)

_STEMS = ("", "", "عِشْر", "ثَلَاث", "أَرْبَع", "خَمْس", "سِتّ", "سَبْع", "ثَمَان", "تِسْع", "عَشْر")
"""What 3 to 10, 20 to 90 and 300 to 900 are made of, in the form that counts feminine things, without an ending."""

_MASCULINE_STEMS = {8: "ثَمَانِي", 10: "عَشَر"}
"""Where the form that counts masculine things is made of something else."""


def cardinal(
    number: int, gender: Gender = Gender.MASCULINE, case: Case = Case.NOMINATIVE, *, construct: bool = False
) -> str:
    """`number` (0 to 10^15 - 1) in words.

    `gender` is that of the thing counted. With `construct` the last word is ready for a counted noun in the genitive
    to follow (مِئَتَا, ثَلَاثَةُ آلَافِ); without, it stands alone or before a noun in the accusative.
    Raises ValueError for a number outside the range.
    """
    if not 0 <= number < LIMIT:
        raise ValueError(f"{number} is not between 0 and {LIMIT - 1}")
    if number == 0:
        return f"صِفْر{_ending(case, construct=construct, alif=True)}"
    counted = [(number // scale.value % 1000, scale) for scale in _SCALES]
    units = number % 1000
    parts = [_of_scale(count, scale, case, construct=False) for count, scale in counted if count]
    if units:
        parts.append(_below_thousand(units, gender, case, construct=construct))
    elif construct:
        last, scale = next((count, scale) for count, scale in reversed(counted) if count)
        parts[-1] = _of_scale(last, scale, case, construct=True)
    return _AND.join(parts)


def _ending(case: Case, *, construct: bool, alif: bool = False) -> str:
    """The ending of a singular; `alif` where its tanwin in -an is written with one."""
    if construct:
        return case.vowel
    return f"{case.tanwin}ا" if alif and case is Case.ACCUSATIVE else case.tanwin


def _of_scale(count: int, scale: _Scale, case: Case, *, construct: bool) -> str:
    """`count` (1 to 999) thousands, millions ...: the scale is a masculine noun, counted like any other.

    With 1 or 2 beyond full hundreds the noun is said again: مِئَةُ أَلْفٍ وَأَلْفَانِ is 102,000.
    """
    rest = count % 100
    hundreds = count - rest
    if hundreds and rest in (0, 1, 2):
        full = f"{_below_thousand(hundreds, Gender.MASCULINE, case, construct=True)} {scale.stem}"
        if rest == 0:
            return full + _ending(Case.GENITIVE, construct=construct)
        return f"{full}{Case.GENITIVE.tanwin}{_AND}{_one_or_two(rest, scale, case, construct=construct)}"
    if rest in (1, 2):
        return _one_or_two(rest, scale, case, construct=construct)
    if 3 <= rest <= 10:
        plural = scale.plural_construct if construct else scale.plural_absolute
        return f"{_below_thousand(count, Gender.MASCULINE, case, construct=True)} {plural}"
    noun = scale.stem + _ending(Case.ACCUSATIVE, construct=construct, alif=True)
    return f"{_below_thousand(count, Gender.MASCULINE, case, construct=False)} {noun}"


def _one_or_two(count: int, scale: _Scale, case: Case, *, construct: bool) -> str:
    if count == 1:
        return scale.stem + _ending(case, construct=construct, alif=True)
    return scale.stem + (case.dual_construct if construct else case.dual)


def _below_thousand(number: int, gender: Gender, case: Case, *, construct: bool) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        parts.append(_full_hundreds(hundreds, case, construct=construct and not rest))
    if rest:
        parts.append(_below_hundred(rest, gender, case, construct=construct))
    return _AND.join(parts)


def _full_hundreds(count: int, case: Case, *, construct: bool) -> str:
    """100, 200 ... 900. In 300 to 900 the multiplier bears the case, مئة is always in the genitive."""
    if count == 1:
        return f"مِئَة{_ending(case, construct=construct)}"
    if count == 2:
        return f"مِئَت{case.dual_construct if construct else case.dual}"
    vowel = Case.GENITIVE.vowel if count == 8 else case.vowel
    return f"{_STEMS[count]}{vowel}مِئَة{_ending(Case.GENITIVE, construct=construct)}"


def _below_hundred(number: int, gender: Gender, case: Case, *, construct: bool) -> str:
    if number <= 10:
        return _up_to_ten(number, gender, case, construct=construct)
    if number < 20:
        return _teen(number - 10, gender, case)
    tens, unit = divmod(number, 10)
    ten = f"{_STEMS[tens]}{case.tens}"
    return f"{_before_tens(unit, gender, case)}{_AND}{ten}" if unit else ten


def _up_to_ten(number: int, gender: Gender, case: Case, *, construct: bool) -> str:
    feminine = gender is Gender.FEMININE
    if number == 1:
        return (
            f"وَاحِدَة{_ending(case, construct=False)}" if feminine else f"وَاحِد{_ending(case, construct=False, alif=True)}"
        )
    if number == 2:
        return f"اثْنَت{case.dual}" if feminine else f"اثْن{case.dual}"
    if not feminine:
        return f"{_masculine(number)}{_ending(case, construct=construct)}"
    if number == 8:
        return _eight(case, construct=construct)
    return f"{_STEMS[number]}{_ending(case, construct=construct, alif=True)}"


def _masculine(number: int) -> str:
    """3 to 10 of masculine things, without an ending."""
    return f"{_MASCULINE_STEMS.get(number, _STEMS[number])}َة"


def _eight(case: Case, *, construct: bool) -> str:
    """8 of feminine things: its ya falls away before a tanwin, and shows a vowel in the accusative only."""
    if case is Case.ACCUSATIVE:
        return "ثَمَانِيَ" if construct else "ثَمَانِيًا"
    return "ثَمَانِي" if construct else "ثَمَانٍ"


def _teen(unit: int, gender: Gender, case: Case) -> str:
    feminine = gender is Gender.FEMININE
    ten = "عَشْرَةَ" if feminine else "عَشَرَ"
    if unit == 1:
        return f"{'إِحْدَى' if feminine else 'أَحَدَ'} {ten}"
    if unit == 2:
        return f"{'اثْنَت' if feminine else 'اثْن'}{case.dual_construct} {ten}"
    if not feminine:
        return f"{_masculine(unit)}َ {ten}"
    return f"{'ثَمَانِي' if unit == 8 else _STEMS[unit]}َ {ten}"


def _before_tens(unit: int, gender: Gender, case: Case) -> str:
    """The unit of 21 to 99."""
    if unit == 1 and gender is Gender.FEMININE:
        return "إِحْدَى"
    return _up_to_ten(unit, gender, case, construct=False)
