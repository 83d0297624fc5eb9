"""Digits in words: all numbers that the rules before this one left.

Those rules read what has a form of its own: references, codes, dates, times, ordinals, amounts. Here are counted
things, bare numbers, decimals, fractions, ranges, scores and the characters that are numbers by themselves. Nothing
that is a number is left.
"""

import re
import unicodedata
from collections.abc import Iterator

from hakawati.spelling.arabic.digit_strings import whole
from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers.agreement import gender_of, is_counted_noun
from hakawati.spelling.arabic.numbers.case_endings import case_ending
from hakawati.spelling.arabic.numbers.figures import FIGURE, MINUS, START, figure, is_grouped
from hakawati.spelling.arabic.numbers.fractions import fraction, is_fraction, is_part, numeral
from hakawati.spelling.arabic.numbers.place import clause_before, in_list, place
from hakawati.spelling.arabic.numbers.ranges import DASH
from hakawati.spelling.arabic.numbers.reading import read_number, read_range
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL, skeleton, words

_CHAIN = re.compile(r"(?<!\d)\d+(?:[.٫]\d+){2,}|(?<!\d)\d+(?:[-–/]\d+){2,}")
_FRACTION = re.compile(r"(?:(?P<whole>\d+)[ ])?(?<![\d/])(?P<part>\d+)[ ]?[/⁄][ ]?(?P<parts>\d+)(?![\d/])")
_RANGE = re.compile(rf"{START}(?P<first>{FIGURE})(?:{DASH})(?P<last>{FIGURE})(?!{DASH}\d)", re.VERBOSE)
_NUMBER = re.compile(rf"(?P<minus>{MINUS})?(?P<number>{FIGURE})", re.VERBOSE)
_SCORES = skeletons("فوز فاز فازت تعادل تعادلا تعادلت هزيمة خسر خسرت خسارة نتيجة مباراة غلب تغلب")
_SCORE_REACH = 8
_DIGITS = re.compile(r"\d+")
_LISTING = re.compile(rf"{TATWEEL}+(?=\s|\Z)")
"""The stroke behind the number of an item: «5ـ»."""
_AGAINST = "مُقَابِلَ"


def edits(text: str) -> Iterator[Edit]:
    """Every number becomes words, apart from its neighbours; a noun it counts takes the ending it asks for."""
    at = 0
    while (start := _next_number(text, at)) is not None:
        edit = _said(text, start)
        yield edit
        at = edit.end
        if ending := case_ending(text, edit.start, edit.end):
            yield ending
            at = ending.end


def _next_number(text: str, at: int) -> int | None:
    return next((start for start in range(at, len(text)) if _begins_number(text, start)), None)


def _begins_number(text: str, start: int) -> bool:
    char = text[start]
    if char in "-−":
        return bool(_NUMBER.match(text, start)) and _is_below_zero(text, start)
    # ideographs that mean a number are numeric too, but letters
    return char.isnumeric() and unicodedata.category(char).startswith("N")


def _is_below_zero(text: str, start: int) -> bool:
    """Whether a sign stands before a number that counts nothing: a dash before «5 رجال» is a dash."""
    found = _NUMBER.match(text, start)
    behind = next(words(text, found.end(), found.end() + 20), None) if found else None
    return not (behind and is_counted_noun(skeleton(behind.group())) and text[start] == "-")


def _said(text: str, start: int) -> Edit:
    if not text[start].isdecimal() and text[start] not in "-−":
        return _character(text, start)
    for reader in (_chain, _fraction, _range, _number):
        if edit := reader(text, start):
            return edit
    return _digits(text, start)


def _digits(text: str, start: int) -> Edit:
    """The digits at `text[start]` where what follows them makes them no number of any form."""
    found = _DIGITS.match(text, start)
    assert found, "a number begins with digits"
    where = place(text, start)
    return said(text, where.start, found.end(), where.said(whole(found.group(), case=where.case)), 0.5)


def _chain(text: str, start: int) -> Edit | None:
    """Numbers joined by points, dashes or slashes that are no date: each by itself."""
    found = _CHAIN.match(text, start)
    if not found or is_grouped(found.group()):
        return None
    where = place(text, start)
    spoken = " ".join(whole(part, case=where.case) for part in re.split(r"\D", found.group()))
    return said(text, where.start, found.end(), where.said(spoken), 0.6)


def _fraction(text: str, start: int) -> Edit | None:
    found = _FRACTION.match(text, start)
    if not found:
        return None
    part, parts = int(found["part"]), int(found["parts"])
    if found["whole"] and not is_part(part, parts):
        return None
    where = place(text, start)
    behind = next(words(text, found.end(), found.end() + 20), None)
    construct = behind is not None and not text[found.end() : behind.start()].strip() and _is_noun(behind.group())
    spoken = fraction(part, parts, where.case, construct=construct)
    if found["whole"]:
        spoken = f"{whole(found['whole'], case=where.case)} وَ{spoken}"
    return said(text, where.start, found.end(), where.said(spoken), 0.8 if is_part(part, parts) else 0.6)


def _is_noun(word: str) -> bool:
    """Whether a word behind a fraction is what it is a fraction of."""
    letters = skeleton(word)
    return is_counted_noun(letters) or letters.startswith("ال") or gender_of(letters, plural=False) is not None


def _range(text: str, start: int) -> Edit | None:
    found = _RANGE.match(text, start)
    if not found:
        return None
    first, last = figure(found["first"]), figure(found["last"])
    if any(in_list(word, _SCORES) for word in clause_before(text, start)[-_SCORE_REACH:]):
        where = place(text, start)
        spoken = f"{whole(first.digits, case=where.case)} {_AGAINST} {whole(last.digits, case=Case.GENITIVE)}"
        return said(text, where.start, found.end(), where.said(spoken), 0.9)
    if not (first.is_number and last.is_number and first.value < last.value):
        return None
    reading = read_range(text, found.span("first"), found.span("last"))
    return said(text, reading.start, found.end(), reading.spoken, reading.sure)


def _number(text: str, start: int) -> Edit | None:
    found = _NUMBER.match(text, start)
    if not found:
        return None
    reading = read_number(text, *found.span(), below_zero=bool(found["minus"]))
    if half := _fraction_behind(text, found.end()):
        return said(text, reading.start, found.end() + 1, f"{reading.spoken} وَ{half}", reading.sure)
    listing = _LISTING.match(text, found.end())
    end = listing.end() if listing else found.end()
    return said(text, reading.start, end, f"{reading.spoken}،" if listing else reading.spoken, reading.sure)


def _fraction_behind(text: str, end: int) -> str:
    """The ¾ of «2¾», in words."""
    char = text[end : end + 1]
    return numeral(char) if char.isnumeric() and not char.isdecimal() and is_fraction(char) else ""


def _character(text: str, start: int) -> Edit:
    """A character that is a number by itself and no digit, such as ½ or ②."""
    where = place(text, start)
    return said(text, where.start, start + 1, where.said(numeral(text[start], where.case)), 0.9)
