"""Marks of footnotes: «كلمة (1)», «كلمة[2]», «كلمة¹». They are left unsaid, and the editor is told.

Certain are marks in square brackets and raised ones behind a word. A number in parentheses is taken for a mark only
where nothing else explains it: it stands alone behind a word that takes no number («الفصل (3)»), counts nothing behind
it («(3) رجال»), and no list («: (1) كذا (2) كذا») runs through the text.
"""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.numbers import governors
from hakawati.spelling.arabic.numbers.agreement import ALONE, CERTAIN, counted_after
from hakawati.spelling.arabic.numbers.measures import UNITS
from hakawati.spelling.arabic.numbers.ordinal_nouns import PLURALS, SINGULARS
from hakawati.spelling.arabic.numbers.place import clause_before, in_list, stems
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.edits import Edit

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(
    rf"""(?<=[^\s(\[]) [ ]?
    (?: \[\s?(?:\(\s?)?\d{{1,3}}(?:\s?\))?\s?\] | (?P<round>\(\s?\d{{1,2}}\s?\)) | \(?[{_RAISED}]{{1,3}}\)? )
    (?!\w)""",
    re.VERBOSE,
)
_LIST = re.compile(r"[:؛]\s*[(\[]\s?\d{1,2}\s?[)\]]|\A\s*[(\[]\s?\d{1,2}\s?[)\]]|\n\s*[(\[]\s?\d{1,2}\s?[)\]]")
_NUMBER = re.compile(r"\d+")
_WORD_BEFORE = re.compile(r"[^\W\d_](?:[\u064b-\u0652]*)[.،؛!؟»\"”:)﴾]*\Z")
_SQUARED = re.compile(rf"(?:{'|'.join(sorted({name[:-1] for name in UNITS if name[-1:] == '²'}))})\Z")
_NUMBERED = skeletons("رقم عدد عددهم عددها عمر عمره عمرها بند مادة قانون صفحة حديث شكل جدول")
_LIKELY, _LIKELY_APART = 0.8, 0.7
_GREATEST_APART = 30
"""Behind a space a greater number in parentheses may as well be an age or a year."""


def footnotes(text: str) -> Iterator[Edit]:
    """Every mark of a footnote goes, with the space before it."""
    listing = _LIST.search(text) is not None
    for found in _MARK.finditer(text):
        if not _WORD_BEFORE.search(text, max(0, found.start() - 8), found.start()):
            continue
        if found["round"]:
            if not listing and _explains_nothing_else(text, found):
                apart = found.group().startswith(" ")
                yield Edit(*found.span(), "", noted=True, confidence=_LIKELY_APART if apart else _LIKELY)
        elif not _SQUARED.search(text, max(0, found.start() - 4), found.start()) and not (
            listing and "[" in found.group()
        ):
            yield Edit(*found.span(), "", noted=True)


def _explains_nothing_else(text: str, found: re.Match[str]) -> bool:
    """Whether the number in parentheses neither belongs to the word before it nor counts the word behind it."""
    number = _NUMBER.search(found.group())
    assert number, "a mark has a number"
    if found.group().startswith(" ") and int(number.group()) > _GREATEST_APART:
        return False
    counted = counted_after(text, found.end(), int(number.group()))
    if counted is not ALONE and counted.sure == CERTAIN:
        return False
    before = clause_before(text, found.start("round") + 1)
    return not before or not _takes_a_number(before[-1])


def _takes_a_number(word: str) -> bool:
    if in_list(word, governors.PREPOSITIONS) or in_list(word, governors.FIRST_OF_CONSTRUCT) or word in _NUMBERED:
        return True
    nouns = {stem.removeprefix("ال") for stem in stems(word)}
    return any(noun in SINGULARS or noun in PLURALS or noun in _NUMBERED for noun in nouns)
