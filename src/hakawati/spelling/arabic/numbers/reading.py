"""One number as typed, said in words that agree with what it counts, in the case of its place."""

from dataclasses import dataclass, replace

from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers.agreement import ALONE, Counted, counted_after, gender_of, measure_after
from hakawati.spelling.arabic.numbers.figures import BELOW_ZERO, Figure, figure
from hakawati.spelling.arabic.numbers.ordinal_nouns import SINGULARS
from hakawati.spelling.arabic.numbers.place import Place, place, stems
from hakawati.spelling.arabic.numbers.ranges import said_range
from hakawati.spelling.letters import FATHA

_LABELLED = 0.7
"""Confidence in a number behind the noun it labels («غرفة 5»)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words for `text[start:]` up to the number's end, and how sure they are."""

    start: int
    spoken: str
    sure: float


def read_number(text: str, start: int, end: int, *, below_zero: bool = False) -> Reading:
    """The number that stands at `text[start:end]`, its sign included."""
    number = figure(text[start + below_zero : end])
    where, counted = _surroundings(text, start, end, number)
    if below_zero:
        spoken = f"{BELOW_ZERO}{where.case.vowel} {_words(number, counted, Case.GENITIVE)}"
    else:
        spoken = _words(number, counted, where.case)
    return Reading(where.start, where.said(spoken), _confidence(number, where, counted))


def read_range(text: str, first: tuple[int, int], last: tuple[int, int]) -> Reading:
    """The range whose numbers stand at the offsets `first` and `last`: both count what stands behind."""
    low, high = figure(text[slice(*first)]), figure(text[slice(*last)])
    where, counted = _surroundings(text, first[0], last[1], high)
    spoken = said_range(where, lambda case: low.said(counted.gender, case), lambda case: _words(high, counted, case))
    return Reading(where.start, spoken, min(0.9, _confidence(high, where, counted)))


def _surroundings(text: str, start: int, end: int, number: Figure) -> tuple[Place, Counted]:
    """Where the number stands and what it counts; «ف16» that counts nothing is a name, not «ف» and a number."""
    counted = counted_after(text, end, number.value) if number.is_whole else ALONE
    where = place(text, start, measure=counted.measure or measure_after(text, end))
    if counted is not ALONE:
        return where, counted
    if where.clitics == f"ف{FATHA}":
        where = replace(where, start=start, clitics="", sure=_LABELLED)
    labelled = _labelled(where)
    if labelled.sure == _LABELLED:
        where = replace(where, case=Case.GENITIVE, governed=True)
    return where, labelled


def _labelled(where: Place) -> Counted:
    """What a number counts that nothing stands behind: the noun before it may say («صفحة 5», «الأئمة الـ12»)."""
    if where.article:
        gender = gender_of(where.word, plural=True) if where.word.startswith("ال") else None
        return Counted(gender, follows=False, sure=1.0) if gender else ALONE
    gender = next((SINGULARS[stem] for stem in stems(where.word) if stem in SINGULARS), None)
    return Counted(gender, follows=False, sure=_LABELLED) if gender else ALONE


def _words(number: Figure, counted: Counted, case: Case) -> str:
    return number.said(counted.gender, case, construct=counted.follows)


def _confidence(number: Figure, where: Place, counted: Counted) -> float:
    """The lesser of the confidences in gender and case, as far as these can be heard."""
    rest = number.value % 100
    gender = 1.0 if rest == 0 or (rest >= 20 and rest % 10 == 0) else counted.sure
    case = 1.0 if number.value in (11, *range(13, 20)) else where.sure
    return min(gender, case)
