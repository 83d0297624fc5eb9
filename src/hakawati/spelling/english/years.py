"""Years: eras, decades, spans, and the bare figure that can only be a year."""

import re

from hakawati.spelling.english.numerals import DASH, cardinal, decade, letters, whole, year
from hakawati.spelling.english.saying import Said, edits_by, ends_sentence, word_before, word_list

_BEHIND = r"B\.\s?C\.\s?E\.|B\.\s?C\.|C\.\s?E\.|A\.\s?[DH]\.|BCE|BC|CE|AD|AH"
_ERA = rf"(?P<era>{_BEHIND}|H)(?![\w’'])"
_ERA_BEFORE = r"(?P<era>A\.\s?[DH]\.|AD|AH)"
_FIGURE = r"\d{1,3}(?:,\d{3})+|\d{1,5}"
_ERA_BEHIND = re.compile(rf"(?<![\w.,/])(?P<from>{_FIGURE})(?:{DASH}(?P<to>{_FIGURE}))?\s?{_ERA}")
_ERA_FIRST = re.compile(rf"(?<!\w){_ERA_BEFORE}\s(?P<from>\d{{1,4}})(?:{DASH}(?P<to>\d{{1,4}}))?(?!\w|[.,]\d)")
_CENTURY_ERA = re.compile(rf"(?<=century )(?P<it>{_BEHIND})(?![\w’'])")
_BOTH_CALENDARS = re.compile(r"(?<![\w./-])(?P<hijri>\d{1,4})\s?/\s?(?P<common>\d{3,4})(?![\w/-]|\.\d)")
_DECADE = re.compile(rf"(?<![\w.,])(?P<year>[1-9]\d{{2}}0)[’']?s(?:{DASH}(?P<last>[1-9]\d{{2}}0)[’']?s)?(?!\w)")
_SHORT_DECADE = re.compile(r"(?<![\w.,$£€])[’'‘]?(?P<year>[1-9]0)[’']?s(?!\w)")
_SHORT_YEAR = re.compile(r"(?<!\w)[’'‘](?P<year>\d\d)(?![\w’'])")
_SPAN = re.compile(
    rf"(?<![\w.,-])(?P<from>1[1-9]\d\d|20\d\d|1[01]\d\d)(?:{DASH}|/)(?P<to>\d{{4}}|\d\d)(?![\w-]|[.,/]\d)"
)
_BARE = re.compile(
    r"(?<![\w.,:/#-])(?P<it>10[1-9]\d|1[1-9]\d\d|20\d\d)(?![\w/%°]|[.,:]\d|\s?[–-]\s?\d)(?=(?P<behind>\s[a-z]+)?)"
)
_CUED = re.compile(
    rf"(?<!\w)(?:year|circa|born|died|reigned|flourished) "
    rf"(?P<it>[1-9]\d{{2,3}}(?:{DASH}[1-9]\d{{2,3}})?)(?![\w%]|[.,/]\d)"
)
_AFTER_PREPOSITION = re.compile(
    r"(?<!\w)(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter) (?P<it>[1-9]\d{2})(?=[,;.)](?!\d)|$)"
)

_HIJRI_YEAR = 0.970224
"""A lunar year in solar years; the Hijra was in 622."""
_HIJRA = 621.57
_CERTAIN, _LIKELY, _GUESSED = 1.0, 0.8, 0.6
_CUES = word_list(
    "in since by until till from before after during circa of year between around about ca early late mid and to "
    "for through january february march april may june july august september october november december spring "
    "summer autumn fall winter"
)
_COUNTED = word_list("men women people children soldiers horsemen words pages miles years days times feet sheep")
_NO_PLURALS = word_list("was is as has its this his across versus does thus always perhaps alas")


def _short_era(written: str) -> str:
    return letters(written.replace("H", "AH") if written == "H" else written)


def _era_behind(found: re.Match[str]) -> Said | None:
    if found["era"] == "H" and len(found["to"] or found["from"]) < 3:
        return None
    stop = "." if found["era"].endswith(".") and ends_sentence(found) else ""
    return Said(f"{_span(found)} {_short_era(found['era'])}{stop}")


def _era_first(found: re.Match[str]) -> Said:
    return Said(f"{_short_era(found['era'])} {_span(found)}")


def _century_era(found: re.Match[str]) -> Said:
    stop = "." if found["it"].endswith(".") and ends_sentence(found) else ""
    return Said(letters(found["it"]) + stop)


def _span(found: re.Match[str]) -> str:
    first = _year(found["from"])
    return f"{first} to {_year(found['to'])}" if found["to"] else first


def _year(written: str) -> str:
    number = whole(written)
    return cardinal(number) if number > 9999 or "," in written else year(number)


def _both_calendars(found: re.Match[str]) -> Said | None:
    """«241/855»: certain if one is the other's year in its calendar."""
    hijri, common = int(found["hijri"]), int(found["common"])
    if abs(hijri * _HIJRI_YEAR + _HIJRA - common) > 1.5:
        return None
    return Said(f"{year(hijri)} A.H, {year(common)} C.E", 0.95)


def _decade(found: re.Match[str]) -> Said:
    said = decade(int(found["year"]))
    return Said(f"{said} to {decade(int(found['last']))}" if found["last"] else said)


def _short_decade(found: re.Match[str]) -> Said:
    return Said(decade(int(found["year"])))


def _short_year(found: re.Match[str]) -> Said:
    number = int(found["year"])
    return Said(f"oh {cardinal(number)}" if number < 10 else cardinal(number), _LIKELY)


def _years(found: re.Match[str]) -> Said | None:
    """A span must run forwards: «1914–18» is said "nineteen fourteen to eighteen"."""
    first, last = int(found["from"]), int(found["to"])
    if len(found["to"]) == 2:
        if last <= first % 100:
            return None
        return Said(f"{year(first)} to {year(last) if last > 9 else 'oh ' + cardinal(last)}", _LIKELY)
    return Said(f"{year(first)} to {year(last)}", _LIKELY) if first < last <= first + 1000 else None


def _bare(found: re.Match[str]) -> Said | None:
    number = int(found["it"])
    word = (found["behind"] or "").strip()
    before = word_before(found).lower()
    if _is_counted(word) and before not in _CUES - {
        "of",
        "about",
        "around",
        "for",
        "from",
        "by",
        "and",
        "to",
        "between",
    }:
        return Said(cardinal(number), _LIKELY)
    return Said(year(number), _CERTAIN if before in _CUES else _GUESSED)


def _is_counted(word: str) -> bool:
    """Whether the word behind a number is what it counts: a plural."""
    return word in _COUNTED or (
        len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NO_PLURALS
    )


def _cued(found: re.Match[str]) -> Said:
    return Said(" to ".join(year(int(end)) for end in re.split(DASH, found["it"])), _LIKELY)


era_behind = edits_by(_ERA_BEHIND, _era_behind)
era_first = edits_by(_ERA_FIRST, _era_first)
century_eras = edits_by(_CENTURY_ERA, _century_era)
both_calendars = edits_by(_BOTH_CALENDARS, _both_calendars)
decades = edits_by(_DECADE, _decade)
short_decades = edits_by(_SHORT_DECADE, _short_decade)
short_years = edits_by(_SHORT_YEAR, _short_year)
spans = edits_by(_SPAN, _years)
bare = edits_by(_BARE, _bare)
cued = edits_by(_CUED, _cued)
after_prepositions = edits_by(_AFTER_PREPOSITION, _cued)
