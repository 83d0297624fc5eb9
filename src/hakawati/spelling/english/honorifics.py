"""Honorifics of Islamic texts: a sign or an abbreviation on the page, an English formula in the mouth.

The signs are those of the Arabic table; the English follows their names in Unicode. «(ra)» says nothing of whom it
honours: where the name before it is known, the formula agrees with it, otherwise it says "them".
"""

import re

from hakawati.spelling.english.saying import Said, alternatives, edits_by, word_list

_BLESSED = "may Allah bless him and grant him peace"
_PLEASED = "may Allah be pleased with {}"
_PEACE = "peace be upon {}"
_MERCY = "may Allah have mercy on {}"
_EXALTED = "glorified and exalted be He"

SIGNS = {
    "\u0610": _BLESSED,
    "\u0611": _PEACE.format("him"),
    "\u0612": _MERCY.format("him"),
    "\u0613": _PLEASED.format("him"),
    "\ufbc3": "exalted and sublime is He",
    "\ufbc4": "may their blessings endure",
    "\ufbc5": _MERCY.format("him"),
    "\ufbc6": _MERCY.format("them"),
    "\ufbc7": _MERCY.format("them both"),
    "\ufbc8": _MERCY.format("them"),
    "\ufbc9": _MERCY.format("them both"),
    "\ufbca": _MERCY.format("them both"),
    "\ufbcb": _PLEASED.format("them"),
    "\ufbcc": "may Allah protect him",
    "\ufbcd": "may Allah protect him",
    "\ufbce": "may Allah protect them",
    "\ufbcf": "may Allah protect them both",
    "\ufbd0": _BLESSED,
    "\ufbd1": "may Allah hasten his noble relief",
    "\ufbd2": "mercy be upon him",
    "\ufd40": _MERCY.format("him"),
    "\ufd41": _PLEASED.format("him"),
    "\ufd42": _PLEASED.format("her"),
    "\ufd43": _PLEASED.format("them"),
    "\ufd44": _PLEASED.format("them both"),
    "\ufd45": _PLEASED.format("them"),
    "\ufd46": "may Allah bless him and his family",
    "\ufd47": _PEACE.format("him"),
    "\ufd48": _PEACE.format("them"),
    "\ufd49": _PEACE.format("them both"),
    "\ufd4a": "blessings and peace be upon him",
    "\ufd4b": "may his secret be sanctified",
    "\ufd4c": "may Allah bless him and his family and grant them peace",
    "\ufd4d": _PEACE.format("her"),
    "\ufd4e": "blessed and exalted is He",
    "\ufd4f": _MERCY.format("them"),
    "\ufd90": _MERCY.format("him"),
    "\ufd91": _MERCY.format("her"),
    "\ufdc8": _MERCY.format("him"),
    "\ufdc9": _PLEASED.format("him"),
    "\ufdca": _PLEASED.format("her"),
    "\ufdcb": _PLEASED.format("them both"),
    "\ufdcc": "may Allah bless him and his family and grant them peace",
    "\ufdcd": "may Allah hasten his noble relief",
    "\ufdce": "may Allah honor his face",
    "\ufdcf": "may His peace be upon us",
    "\ufdfa": _BLESSED,
    "\ufdfb": "exalted is His majesty",
    "\ufdfd": "in the name of Allah, the Most Gracious, the Most Merciful",
    "\ufdfe": _EXALTED,
    "\ufdff": "mighty and majestic is He",
}

_ABBREVIATED = {
    "pbuh": _PEACE.format("him"),
    "pbut": _PEACE.format("them"),
    "saw": _BLESSED,
    "saws": _BLESSED,
    "saww": "may Allah bless him and his family and grant them peace",
    "sws": _BLESSED,
    "swt": _EXALTED,
    "ra": _PLEASED,
    "rah": _MERCY,
    "as": _PEACE,
}
_UNMISTAKABLE = ("pbuh", "pbut", "swt")
"""These need no brackets: no English word is written so."""

_WOMEN = word_list(
    "Aisha Aishah Ayesha Khadija Khadijah Fatima Fatimah Asma Hafsa Hafsah Zaynab Zainab Safiyya Safiyyah Maymuna "
    "Sawda Sawdah Umm Ruqayya Ruqayyah Sumayya Sumayyah Maryam Mary Halima Halimah Barakah Nusaybah Hajar Asiya "
    "Asiyah"
)
_MEN = word_list(
    "Abu Umar Omar Uthman Othman Ali Bilal Ibn Khalid Hamza Hamzah Talha Talhah Zubayr Zubair Sa'd Saad Anas Salman "
    "Hasan Husayn Hussein Hassan Usama Zayd Zaid Jabir Mu'adh Muadh Musab Mus'ab Ammar Hudhayfa Hudhayfah Ja'far "
    "Jafar Abbas Suhayb Abdullah Abdur-Rahman Mu'awiyah Muawiyah Adam Nuh Noah Ibrahim Abraham Musa Moses Isa Jesus "
    "Yusuf Joseph Dawud David Sulayman Solomon Yunus Jonah Ayyub Job Yahya Zakariyya Ya'qub Jacob Ishaq Isaac "
    "Isma'il Ismail Ishmael Lut Hud Salih Shu'ayb Harun Aaron Idris Ilyas Jibril Gabriel"
)
_NAME = re.compile(r"((?:[A-Z][\w'’-]*|al-\w+|bint|ibn|bin|b\.|and|&|,)\s?)+$")
_REACH = 60

_CERTAIN, _BY_LIST, _GUESSED = 1.0, 0.9, 0.6


def _formula(found: re.Match[str]) -> Said:
    if sign := found["sign"]:
        return _aside(found, SIGNS[sign], _CERTAIN)
    formula = _ABBREVIATED[re.sub(r"\W", "", found["short"] or found["bare"]).lower()]
    if "{" not in formula:
        return _aside(found, formula, _CERTAIN)
    honoured, confidence = _honoured(found.string[max(0, found.start() - _REACH) : found.start()])
    return _aside(found, formula.format(honoured), confidence)


def _honoured(before: str) -> tuple[str, float]:
    """The pronoun for the name at the end of `before`, and how sure that is."""
    name = _NAME.search(before.rstrip())
    words = name.group().replace("’", "'").split() if name else []
    while words and words[0] in {"and", "&", ","}:
        words.pop(0)
    if not words:
        return "them", _GUESSED
    if {"and", "&"} & set(words):
        return "them", _BY_LIST
    known = next((word.strip(",") for word in words if word.strip(",") in _WOMEN | _MEN), "")
    if known:
        return "her" if known in _WOMEN else "him", _BY_LIST
    return "them", _GUESSED


def _aside(found: re.Match[str], formula: str, confidence: float) -> Said:
    """The formula between commas, unless the text has its own punctuation there, or nothing to part it from."""
    before, behind = found.string[: found.start()], found.string[found.end() :]
    opening = "" if not before else " " if before[-1] in ",;:.!?…(“" else ", "
    closing = "" if not behind or not behind.lstrip()[:1].isalnum() else ","
    gap = " " if behind[:1].isalnum() else ""
    return Said(f"{opening}{formula}{closing}{gap}", confidence)


_SHORT = alternatives(tuple(_ABBREVIATED))
edits = edits_by(
    re.compile(
        rf"\s*(?:(?P<sign>[{''.join(SIGNS)}])|[(\[]\s?(?P<short>(?i:{_SHORT}|p\.b\.u\.h\.?|s\.a\.w\.?(?:s\.?)?|"
        rf"s\.w\.t\.?|r\.a\.?|a\.s\.?))\s?[)\]]|(?<!\w)(?P<bare>(?i:{alternatives(_UNMISTAKABLE)}))(?!\w))"
    ),
    _formula,
)
