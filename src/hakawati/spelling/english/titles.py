"""Titles before names, and the abbreviations that are a title before a name and something else behind one.

«Dr. Hall» is a doctor and «Hall Dr.» a drive; «St. Paul» a saint and «Paul St.» a street.
"""

import re

from hakawati.spelling.english.saying import (
    OPENERS,
    Said,
    alternatives,
    edits_by,
    ends_sentence,
    word_before,
    word_list,
)

_BEFORE_NAMES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Messrs": "Messieurs",
    "Prof": "Professor",
    "Profs": "Professors",
    "Drs": "Doctors",
    "Rev": "Reverend",
    "Revd": "Reverend",
    "Gen": "General",
    "Col": "Colonel",
    "Lt": "Lieutenant",
    "Sgt": "Sergeant",
    "Capt": "Captain",
    "Cpt": "Captain",
    "Maj": "Major",
    "Cpl": "Corporal",
    "Pvt": "Private",
    "Cmdr": "Commander",
    "Adm": "Admiral",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Pres": "President",
    "Amb": "Ambassador",
    "Supt": "Superintendent",
    "Hon": "Honorable",
    "Fr": "Father",
    "Br": "Brother",
    "Sr": "Sister",
    "Mt": "Mount",
    "Ft": "Fort",
    "Sh": "Sheikh",
}
_WITHOUT_POINT = word_list("Mr Mrs Ms Messrs Prof Revd Capt Sgt Lt Mt")
"""British writers leave the point out; these are no words without it."""
_BEHIND_NAMES = {
    "Jr": "Junior",
    "Sr": "Senior",
    "Esq": "Esquire",
    "Ave": "Avenue",
    "Blvd": "Boulevard",
    "Rd": "Road",
    "Sq": "Square",
    "Ltd": "Limited",
    "Inc": "Incorporated",
    "Co": "Company",
    "Cos": "Companies",
    "Corp": "Corporation",
    "Bros": "Brothers",
    "Univ": "University",
    "Dept": "Department",
}
_EITHER = {"Dr": ("Doctor", "Drive"), "St": ("Saint", "Street"), "Sts": ("Saints", "Streets")}

_NEXT_WORD = re.compile(r"\s+[“\"'‘(]?([^\W\d_][\w'’]*)")
_COUPLE = re.compile(r"\s(?:and|&)\s(?:Mrs|Dr|Ms|Mr|Prof)\b")
_HOUSE_NUMBER = re.compile(r"\d+\w?\s+(?:[A-Z][\w'’]*\s+)+$")
_GUESSED = 0.8
_CERTAIN = 1.0


def _case(like: str, words: str) -> str:
    """`words` in capitals where the abbreviation was: in headings."""
    return words.upper() if len(like) > 1 and like.isupper() else words


def _next_name(found: re.Match[str]) -> str:
    word = _NEXT_WORD.match(found.string, found.end())
    return word[1] if word and word[1][0].isupper() else ""


def _before(found: re.Match[str]) -> Said | None:
    short, point = found["short"], found["point"]
    if not (_next_name(found) or _COUPLE.match(found.string, found.end())) or not (
        point or short.capitalize() in _WITHOUT_POINT
    ):
        return None
    if short.capitalize() == "Sr" and word_before(found)[:1].isupper():
        return None
    return Said(_case(short, _BEFORE_NAMES[short.capitalize()]), _CERTAIN if point else _GUESSED)


def _behind(found: re.Match[str]) -> Said | None:
    if not word_before(found)[:1].isupper() and found.string[: found.start()][-2:] != "& ":
        return None
    stop = "." if ends_sentence(found) else ""
    return Said(_case(found["short"], _BEHIND_NAMES[found["short"].capitalize()]) + stop)


def _either(found: re.Match[str]) -> Said | None:
    title, place = _EITHER[found["short"].capitalize()]
    name = _next_name(found)
    house = _HOUSE_NUMBER.search(found.string[: found.start()])
    if name and name not in OPENERS and not house:
        return Said(_case(found["short"], title), _GUESSED if word_before(found)[:1].isupper() else _CERTAIN)
    if not word_before(found)[:1].isupper() and not (house and found["point"]):
        return Said(_case(found["short"], title), _GUESSED) if name else None
    return Said(_case(found["short"], place) + ("." if found["point"] and ends_sentence(found) else ""), _GUESSED)


def _pattern(shorts: dict[str, str] | dict[str, tuple[str, str]], point: str) -> re.Pattern[str]:
    both = alternatives(frozenset(shorts) | {short.upper() for short in shorts})
    return re.compile(rf"(?<![\w.&])(?P<short>{both})(?P<point>{point})(?![\w'’&])")


before_names = edits_by(_pattern(_BEFORE_NAMES, r"\.?"), _before)
either = edits_by(_pattern(_EITHER, r"\.?"), _either)
behind_names = edits_by(_pattern(_BEHIND_NAMES, r"\."), _behind)
