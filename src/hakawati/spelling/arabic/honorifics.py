"""Honorifics: one sign on the page, a whole formula in the mouth.

The table holds every honorific sign of Unicode 18; the formulas follow the characters' names there, vowelled by the
grammar. Formulas end as they do in connected speech, and
shadda stands before its vowel.
"""

import re
from collections.abc import Iterator, Mapping

from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import is_letter, is_mark

MARKS = {
    "\u0610": "صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ",
    "\u0611": "عَلَيْهِ السَّلَامُ",
    "\u0612": "رَحْمَةُ اللَّهِ عَلَيْهِ",
    "\u0613": "رَضِيَ اللَّهُ عَنْهُ",
}
"""Written over a letter of the name; said behind the name."""

LIGATURES = {
    "\ufbc3": "جَلَّ وَعَلَا",
    "\ufbc4": "دَامَتْ بَرَكَاتُهُمْ",
    "\ufbc5": "رَحْمَةُ اللَّهِ تَعَالَى عَلَيْهِ",
    "\ufbc6": "رَحْمَةُ اللَّهِ عَلَيْهِمْ",
    "\ufbc7": "رَحْمَةُ اللَّهِ عَلَيْهِمَا",
    "\ufbc8": "رَحِمَهُمُ اللَّهُ تَعَالَى",
    "\ufbc9": "رَحِمَهُمَا اللَّهُ",
    "\ufbca": "رَحِمَهُمَا اللَّهُ تَعَالَى",
    "\ufbcb": "رَضِيَ اللَّهُ تَعَالَى عَنْهُمْ",
    "\ufbcc": "حَفِظَهُ اللَّهُ",
    "\ufbcd": "حَفِظَهُ اللَّهُ تَعَالَى",
    "\ufbce": "حَفِظَهُمُ اللَّهُ تَعَالَى",
    "\ufbcf": "حَفِظَهُمَا اللَّهُ تَعَالَى",
    "\ufbd0": "صَلَّى اللَّهُ تَعَالَى عَلَيْهِ وَسَلَّمَ",
    "\ufbd1": "عَجَّلَ اللَّهُ فَرَجَهُ الشَّرِيفَ",
    "\ufbd2": "عَلَيْهِ الرَّحْمَةُ",
    "\ufd40": "رَحِمَهُ اللَّهُ",
    "\ufd41": "رَضِيَ اللَّهُ عَنْهُ",
    "\ufd42": "رَضِيَ اللَّهُ عَنْهَا",
    "\ufd43": "رَضِيَ اللَّهُ عَنْهُمْ",
    "\ufd44": "رَضِيَ اللَّهُ عَنْهُمَا",
    "\ufd45": "رَضِيَ اللَّهُ عَنْهُنَّ",
    "\ufd46": "صَلَّى اللَّهُ عَلَيْهِ وَآلِهِ",
    "\ufd47": "عَلَيْهِ السَّلَامُ",
    "\ufd48": "عَلَيْهِمُ السَّلَامُ",
    "\ufd49": "عَلَيْهِمَا السَّلَامُ",
    "\ufd4a": "عَلَيْهِ الصَّلَاةُ وَالسَّلَامُ",
    "\ufd4b": "قُدِّسَ سِرُّهُ",
    "\ufd4c": "صَلَّى اللَّهُ عَلَيْهِ وَآلِهِ وَسَلَّمَ",
    "\ufd4d": "عَلَيْهَا السَّلَامُ",
    "\ufd4e": "تَبَارَكَ وَتَعَالَى",
    "\ufd4f": "رَحِمَهُمُ اللَّهُ",
    "\ufd90": "رَحْمَةُ اللَّهِ عَلَيْهِ",
    "\ufd91": "رَحْمَةُ اللَّهِ عَلَيْهَا",
    "\ufdc8": "رَحِمَهُ اللَّهُ تَعَالَى",
    "\ufdc9": "رَضِيَ اللَّهُ تَعَالَى عَنْهُ",
    "\ufdca": "رَضِيَ اللَّهُ تَعَالَى عَنْهَا",
    "\ufdcb": "رَضِيَ اللَّهُ تَعَالَى عَنْهُمَا",
    "\ufdcc": "صَلَّى اللَّهُ عَلَيْهِ وَعَلَى آلِهِ وَسَلَّمَ",
    "\ufdcd": "عَجَّلَ اللَّهُ تَعَالَى فَرَجَهُ الشَّرِيفَ",
    "\ufdce": "كَرَّمَ اللَّهُ وَجْهَهُ",
    "\ufdcf": "سَلَامُهُ عَلَيْنَا",
    "\ufdfa": "صَلَّى اللَّهُ عَلَيْهِ وَسَلَّمَ",
    "\ufdfb": "جَلَّ جَلَالُهُ",
    "\ufdfd": "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ",
    "\ufdfe": "سُبْحَانَهُ وَتَعَالَى",
    "\ufdff": "عَزَّ وَجَلَّ",
}
"""Standing in the line like a word."""

NO_HONORIFICS = frozenset("\ufdcf\ufdfd")
"""A greeting and the basmala: they honour nobody named, and are said whatever is done about honorifics."""

_SIGN = re.compile(rf"[{''.join(MARKS)}{''.join(LIGATURES)}]")


def edits(text: str) -> Iterator[Edit]:
    """Each sign becomes its formula, a space between it and its neighbours; a mark's formula follows the whole word."""
    return _edits(text, LIGATURES | MARKS)


def unsaid_edits(text: str) -> Iterator[Edit]:
    """Each sign is dropped, but for those that are no honorifics."""
    return _edits(text, {sign: LIGATURES[sign] for sign in NO_HONORIFICS})


def _edits(text: str, said: Mapping[str, str]) -> Iterator[Edit]:
    at = 0
    while sign := _SIGN.search(text, at):
        sayer = _ligature if sign.group() in LIGATURES else _marked_word
        edit = sayer(text, sign.start(), said)
        yield edit
        at = edit.end


def _ligature(text: str, at: int, said: Mapping[str, str]) -> Edit:
    formula = said.get(text[at], "")
    space_before = " " if formula and at and not text[at - 1].isspace() else ""
    behind = text[at + 1 : at + 2]
    glued = behind.isalnum() and behind not in LIGATURES and (formula or (at and not text[at - 1].isspace()))
    return Edit(at, at + 1, f"{space_before}{formula}{' ' if glued else ''}", noted=True)


def _marked_word(text: str, start: int, said: Mapping[str, str]) -> Edit:
    """From the first honorific mark of a word to the word's end: its other letters and marks, then the formulas."""
    end = start
    while end < len(text) and (is_letter(text[end]) or is_mark(text[end])):
        end += 1
    rest = "".join(char for char in text[start:end] if char not in MARKS)
    formulas = [said[char] for char in text[start:end] if char in MARKS and char in said]
    if not formulas:
        return Edit(start, end, rest, noted=True)
    spaced = " ".join(formulas) if start == 0 or text[start - 1].isspace() else " ".join(["", *formulas])
    space_behind = " " if text[end : end + 1].isalnum() else ""
    return Edit(start, end, f"{rest}{spaced}{space_behind}", noted=True)
