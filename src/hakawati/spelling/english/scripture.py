"""References to the Qur'an and the Bible: "chapter two, verse two hundred fifty-five"."""

import re

from hakawati.spelling.english.numerals import cardinal
from hakawati.spelling.english.saying import Said, alternatives, edits_by

_PLACE = r"(?P<chapter>\d{1,3}):\s?(?P<verses>\d{1,3}(?:[-–]\d{1,3})?(?:,\s?\d{1,3}(?:[-–]\d{1,3})?(?![:\d]))*)"
_ONE_PLACE = re.compile(_PLACE)
_PLACES = re.sub(r"\?P<\w+>", "?:", _PLACE)
_BOOKS = (
    "Genesis|Gen|Exodus|Exod|Leviticus|Lev|Numbers|Deuteronomy|Deut|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|"
    "Nehemiah|Esther|Job|Psalms?|Ps|Proverbs|Prov|Ecclesiastes|Isaiah|Isa|Jeremiah|Jer|Ezekiel|Daniel|Dan|Hosea|Joel|"
    "Amos|Jonah|Micah|Matthew|Matt|Mark|Luke|John|Acts|Romans|Rom|Corinthians|Cor|Galatians|Gal|Ephesians|Eph|"
    "Philippians|Phil|Colossians|Col|Thessalonians|Thess|Timothy|Tim|Titus|Hebrews|Heb|James|Peter|Pet|Jude|"
    "Revelation|Rev"
)
_SHORT = {
    "Gen": "Genesis",
    "Exod": "Exodus",
    "Lev": "Leviticus",
    "Deut": "Deuteronomy",
    "Ps": "Psalm",
    "Prov": "Proverbs",
    "Isa": "Isaiah",
    "Jer": "Jeremiah",
    "Dan": "Daniel",
    "Matt": "Matthew",
    "Rom": "Romans",
    "Cor": "Corinthians",
    "Gal": "Galatians",
    "Eph": "Ephesians",
    "Phil": "Philippians",
    "Col": "Colossians",
    "Thess": "Thessalonians",
    "Tim": "Timothy",
    "Heb": "Hebrews",
    "Pet": "Peter",
    "Rev": "Revelation",
    "Q": "Qur’an",
}
_QURAN = r"Qur[’']?[aā]n|Koran|Q\.?|Surah?|Surat|[Ss]ūrat?"
_SURA = r"(?:[Aa][lnstzdr]|[Aa]sh|[Aa]dh|[Aa]th)[-‑][A-Z][\w’']+|Ya[- ]?[Ss]in|Ta[- ]?[Hh]a"
_REFERENCE = re.compile(
    rf"""
      (?<!\w)(?:{_QURAN}|{_BOOKS}|{_SURA})[\s,.]{{1,2}}[(\[]?(?P<named>{_PLACES}(?:;\s?{_PLACES})*)(?![\d:])
    | [(\[](?P<alone>{_PLACES}(?:;\s?{_PLACES})*)[)\]]
    | (?<!\w)(?:{_SURA}):\s?(?P<sura_verses>\d{{1,3}}(?:[-–]\d{{1,3}})?)(?![\d:])
    """,
    re.VERBOSE,
)
_ABBREVIATED = re.compile(rf"^({alternatives(_SHORT)})\b\.?")
_BRACKETED = 0.8
"""Confidence that two numbers in brackets are chapter and verse, and not an hour."""


def _said(found: re.Match[str]) -> Said:
    group = found.lastgroup or ""
    before = _ABBREVIATED.sub(lambda book: _SHORT[book[1]], found.string[found.start() : found.start(group)])
    behind = found.string[found.end(group) : found.end()]
    if group == "sura_verses":
        return Said(before.rstrip(": ") + f", {_verses(found[group])}{behind}")
    places = _ONE_PLACE.sub(lambda place: f"chapter {cardinal(int(place[1]))}, {_verses(place[2])}", found[group])
    return Said(f"{before}{places}{behind}", _BRACKETED if group == "alone" else 1.0)


def _verses(written: str) -> str:
    numbers = re.split(r",\s?", written)
    spoken = [" to ".join(cardinal(int(end)) for end in re.split("[-–]", number)) for number in numbers]
    several = len(numbers) > 1 or not written.isdecimal()
    return f"verse{'s' if several else ''} {' and '.join(spoken)}"


edits = edits_by(_REFERENCE, _said)
