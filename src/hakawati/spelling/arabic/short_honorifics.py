"""Honorifics written short: «صلعم», «(ص)», «رض», «(ع)», said in full, in the gender and number of whoever is named.

A letter in parentheses behind a word is a formula, unless letters or a sura are spoken of; a bare letter only behind a
name of the lists in `honorifics_lost`.
"""

import re
from collections.abc import Iterator

from hakawati.script.vocabulary import listed
from hakawati.spelling.arabic.honorifics_lost.formulas import FORMULAS, Honour, Number
from hakawati.spelling.arabic.honorifics_lost.gaps import words_before
from hakawati.spelling.arabic.honorifics_lost.naming import Named, named, number_of
from hakawati.spelling.arabic.honorifics_lost.people.companion_women import GIVEN as WOMEN
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import alike, name_words
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import TATWEEL, is_letter, is_mark

_SHORT = r"صلعم|رضي|رضه|رض|قده|قدس|رحه|ره|رح|تع|عج|ص|ع|س"
_WRITTEN = re.compile(
    rf"[(\[{{]\s*(?P<enclosed>{_SHORT})\.?\s*[)\]}}]"
    r"|(?<![^\s،,\-–])(?P<bare>صلعم|رضه|رض|تع|ص|ع)(?![^\s.،؛:؟!,)»”\-–])"
)
_LETTERS_OF = listed(
    "سورة حرف الحرف حرفا حرفي رمز الرمز رقم فقرة الفقرة بند البند الصفحة صفحة نقطة النقطة شكل الشكل مجموعة المجموعة",
)
"""Words behind which a letter is a letter."""
_FEMALE = listed("السيدة أم بنت ابنة زوجة أخت ام مريم حواء آسية هاجر سارة بلقيس")

_HONOURS = {
    "صلعم": Honour.BLESSING,
    "ص": Honour.BLESSING,
    "ع": Honour.PEACE,
    "رض": Honour.PLEASURE,
    "رضه": Honour.PLEASURE,
    "رضي": Honour.PLEASURE,
    "رح": Honour.MERCY,
    "رحه": Honour.MERCY,
    "ره": Honour.MERCY,
}
_FIXED = {"قده": "قُدِّسَ سِرُّهُ", "قدس": "قُدِّسَ سِرُّهُ", "تع": "تَعَالَى", "عج": "عَجَّلَ اللَّهُ فَرَجَهُ"}
_PEACE_ON_HER = "سَلَامُ اللَّهِ عَلَيْهَا"
_IMAMS = listed("علي الحسين فاطمة الزهراء زينب")

_SON = frozenset({"بن", "ابن"})

_CERTAIN, _BY_NAME, _BY_FORM = 0.99, 0.95, 0.85


def edits(text: str) -> Iterator[Edit]:
    """Each short form becomes its formula, noted."""
    for written in _WRITTEN.finditer(text):
        if found := _formula(text, written):
            formula, confidence = found
            yield _spaced(text, written, formula, confidence)


def unsaid_edits(text: str) -> Iterator[Edit]:
    """Drops what `edits` says."""
    return (Edit(edit.start, edit.end, "", noted=True, confidence=edit.confidence) for edit in edits(text))


def _formula(text: str, written: re.Match[str]) -> tuple[str, float] | None:
    words = name_words(words_before(text[: written.start()].rstrip(" -–،,"), written.start()))
    if not words or _is_counted(text, written.end()):
        return (FORMULAS[Honour.BLESSING, Number.HE], _CERTAIN) if written["bare"] == "صلعم" else None
    short = written["enclosed"] or written["bare"]
    if written["enclosed"] and words[-1] in _ALIKE_LETTERS_OF:
        return None
    if short in _FIXED:
        return (_FIXED[short], _BY_FORM) if written["enclosed"] or words[-1] == "الله" else None
    person = named(words)
    if short == "س":
        female = person is not None and person.person.number is Number.SHE
        return (_PEACE_ON_HER, _BY_FORM) if female else None
    return _honouring(short, person, words, enclosed=bool(written["enclosed"]))


def _honouring(short: str, person: Named | None, words: list[str], *, enclosed: bool) -> tuple[str, float] | None:
    honour = _HONOURS[short]
    if honour is Honour.BLESSING:
        certain = short == "صلعم" or (person is not None and person.person.honour is Honour.BLESSING)
        return (FORMULAS[honour, Number.HE], _CERTAIN if certain else _BY_FORM) if certain or enclosed else None
    if person is None or person.person.honour is Honour.BLESSING:
        number = Number.SHE if not _FEMALE_ALIKE.isdisjoint(words[-3:]) else Number.HE
        return _said(honour, number, _BY_FORM) if enclosed or short == "رضه" else None
    due = person.person.honour is honour or person.person.name in _IMAMS_ALIKE
    number = Number.HE if short == "رضه" or _is_son(person, honour) else number_of(person, words)
    return _said(honour, number, _BY_NAME) if due or enclosed else None


def _is_son(found: Named, honour: Honour) -> bool:
    """Whether the pair in the list is he and his father, whom only the Companions' formula takes in."""
    person = found.person
    return person.honour is not honour and person.number is Number.TWO and not _SON.isdisjoint(person.name.split())


def _said(honour: Honour, number: Number, confidence: float) -> tuple[str, float]:
    return FORMULAS.get((honour, number), FORMULAS[honour, Number.HE]), confidence


def _is_counted(text: str, end: int) -> bool:
    """Whether a number follows: «ص 236» is a page."""
    return text[end : end + 3].lstrip(" .:").strip()[:1].isnumeric()


def _spaced(text: str, written: re.Match[str], formula: str, confidence: float) -> Edit:
    before, behind = text[written.start() - 1 : written.start()], text[written.end() : written.end() + 1]
    parted = before.isspace() or not written.start()
    grown = is_letter(behind) or is_mark(behind) or behind == TATWEEL
    spoken = f"{'' if parted else ' '}{formula}{' ' if grown else ''}"
    return Edit(*written.span(), spoken, noted=True, confidence=confidence)


_ALIKE_LETTERS_OF = frozenset(map(alike, _LETTERS_OF))
_FEMALE_ALIKE = frozenset(map(alike, _FEMALE | WOMEN))
_IMAMS_ALIKE = frozenset(map(alike, _IMAMS))
