"""Ordinals, fractions, spans, sums and plain numbers: what is left when dates, money and measures have been said."""

import re
import unicodedata

from hakawati.spelling.english.numerals import APART, DASH, NUMBER, cardinal, number_words, ordinal, plural, whole
from hakawati.spelling.english.saying import Said, edits_by

_ORDINAL = re.compile(r"(?<![\w.])(?P<figure>\d{1,3}(?:,\d{3})*|\d{1,12})(?:st|nd|rd|th|ST|ND|RD|TH)(?!\w)")
_ORDINAL_SPAN = re.compile(r"(?<![\w.])(?P<from>\d{1,4})(?:st|nd|rd|th)?\s?[-–]\s?(?=\d{1,4}(?:st|nd|rd|th)(?!\w))")
_VULGAR = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟"
_MIXED = re.compile(rf"(?P<whole>{APART}\d{{1,9}})?[\s-]?(?P<vulgar>[{_VULGAR[:-1]}])")
_FRACTION = re.compile(
    r"(?<![\w.,/:-])(?:(?P<whole>\d{1,9})[\s-])?(?P<top>\d{1,3})[/⁄](?P<bottom>\d{1,4})(?P<part>th|ths|rd|rds)?(?![\w/]|[.,]\d)"
)
_NAMED_PAIRS = {(24, 7): "twenty-four seven", (9, 11): "nine eleven", (7, 7): "seven seven"}
_SPAN = re.compile(rf"(?<![\w.,/-])(?P<from>{NUMBER})(?:{DASH}|\s?:\s?|\s?[-–]\s?)(?P<to>{NUMBER})(?![\w/]|-\d|[.,]\d)")
_SUM = re.compile(r"(?<=[\d)])\s?(?P<sign>[+×*÷=<>≤≥≈≠±−]|x(?=\s?\d))\s?(?=[-−(]?\d)")
_TIMES = re.compile(rf"{APART}(?P<number>{NUMBER})[x×](?!\w)")
_ABOUT = re.compile(r"(?<!\w)[~≈∼]\s?(?=\d)")
_BEFORE_NUMBER = re.compile(r"(?<![\w)])(?P<sign>[+±<>≤≥])\s?(?=\d)")
_POWER = re.compile(r"(?<=[\w)])(?P<power>[²³])")
_AREA = re.compile(r"\d\s?[ckm]?m$")
_NOTE_MARK = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[.,;:!?”\"’)]))(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,3}\])")
_SHORT_THOUSAND = re.compile(rf"{APART}(?P<number>{NUMBER})(?P<scale>[kK]|bn|mn|M|B)(?!\w)")
_PLURAL = re.compile(r"(?<![\w.,])(?P<number>\d{1,4})[’']?s(?!\w)")
_NUMBER = re.compile(rf"(?P<sign>(?<![\w)’'\"”])[-−](?=\d))?(?P<number>{NUMBER}|\.\d+)")

_SCALES = {"k": "thousand", "K": "thousand", "M": "million", "mn": "million", "B": "billion", "bn": "billion"}
_SIGN_WORDS = {
    "+": "plus",
    "×": "times",
    "x": "by",
    "*": "times",
    "÷": "divided by",
    "=": "equals",
    "<": "is less than",
    ">": "is greater than",
    "≤": "is at most",
    "≥": "is at least",
    "≈": "is about",
    "≠": "is not",
    "±": "plus or minus",
    "−": "minus",
}
_BEFORE_WORDS = {
    "+": "plus ",
    "±": "plus or minus ",
    "<": "less than ",
    ">": "more than ",
    "≤": "at most ",
    "≥": "at least ",
}
_LIKELY, _GUESSED = 0.8, 0.5


def _ordinal(found: re.Match[str]) -> Said:
    return Said(ordinal(whole(found["figure"])))


def _ordinal_span(found: re.Match[str]) -> Said:
    return Said(f"{ordinal(int(found['from']))} to ")


def _mixed(found: re.Match[str]) -> Said:
    top, bottom = unicodedata.normalize("NFKC", found["vulgar"]).split("⁄")
    return Said(_with_whole(found["whole"], _parts(int(top), int(bottom)), found))


def _with_whole(written: str | None, part: str, found: re.Match[str]) -> str:
    if not written:
        start = found.group()[:1]
        return f"{start}{part}" if start.isspace() or start == "-" else _parted(found, part)
    one = part.removeprefix("one ") if not part.startswith("one ") else f"a {part[4:]}"
    return f"{cardinal(int(written))} and {one}"


def _parted(found: re.Match[str], words: str) -> str:
    """`words` with a space where they would grow together with a neighbouring letter."""
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return f"{' ' if before.isalnum() else ''}{words}{' ' if behind.isalnum() else ''}"


def _parts(top: int, bottom: int) -> str:
    """«3/4» is three quarters."""
    if bottom == 2:
        name = "half" if top == 1 else "halves"
    else:
        one = "quarter" if bottom == 4 else ordinal(bottom)
        name = one if top == 1 else plural(one)
    return f"{cardinal(top)} {name}"


def _fraction(found: re.Match[str]) -> Said | None:
    top, bottom = int(found["top"]), int(found["bottom"])
    if named := _NAMED_PAIRS.get((top, bottom)):
        return None if found["whole"] else Said(named, _LIKELY)
    if top and 2 <= bottom <= 100 and (top < bottom or bottom <= 10):
        return Said(_with_whole(found["whole"], _parts(top, bottom), found), _LIKELY)
    words = f"{cardinal(top)} over {cardinal(bottom)}"
    return Said(f"{cardinal(int(found['whole']))}, {words}" if found["whole"] else words, _GUESSED)


def _span(found: re.Match[str]) -> Said:
    return Said(f"{number_words(found['from'])} to {number_words(found['to'])}", _LIKELY)


def _sum(found: re.Match[str]) -> Said:
    return Said(f" {_SIGN_WORDS[found['sign']]} ", _LIKELY)


def _times(found: re.Match[str]) -> Said:
    return Said(f"{number_words(found['number'])} times", _LIKELY)


def _about(_: re.Match[str]) -> Said:
    return Said("about ")


def _before_number(found: re.Match[str]) -> Said:
    return Said(_BEFORE_WORDS[found["sign"]], _LIKELY)


def _power(found: re.Match[str]) -> Said | None:
    before = found.string[: found.start()]
    if _AREA.search(before) or (before[-2:].isalpha() and len(before) > 1):
        return None
    return Said(" squared" if found["power"] == "²" else " cubed", _LIKELY)


def _note_mark(_: re.Match[str]) -> Said:
    return Said("", _LIKELY)


def _short_thousand(found: re.Match[str]) -> Said:
    return Said(f"{number_words(found['number'])} {_SCALES[found['scale']]}", _LIKELY)


def _plural(found: re.Match[str]) -> Said:
    return Said(plural(number_words(found["number"])), _LIKELY)


def _number(found: re.Match[str]) -> Said:
    written = found["number"]
    words = number_words(f"0{written}" if written[0] == "." else written)
    if found["sign"]:
        return Said(f"minus {words}")
    before = found.string[: found.start()][-1:]
    # «A4» is "A-four": a lone A would be read as the article
    joint = "-" if before == "A" else " " if before.isalnum() else ""
    return Said(f"{joint}{words}{' ' if found.string[found.end() :][:1].isalnum() else ''}")


def _single(found: re.Match[str]) -> Said | None:
    """A character that means a number and is none of the common ones: ⑫, ㊿, Ↄ."""
    char = found.group()
    if not unicodedata.category(char).startswith("N"):
        return None
    value = unicodedata.numeric(char)
    words = cardinal(int(value)) if value.is_integer() else number_words(f"{abs(value):.2f}".rstrip("0"))
    return Said(_parted(found, f"minus {words}" if value < 0 else words))


ordinal_spans = edits_by(_ORDINAL_SPAN, _ordinal_span)
note_marks = edits_by(_NOTE_MARK, _note_mark)
powers = edits_by(_POWER, _power)
ordinals = edits_by(_ORDINAL, _ordinal)
mixed = edits_by(_MIXED, _mixed)
fractions = edits_by(_FRACTION, _fraction)
abouts = edits_by(_ABOUT, _about)
before_numbers = edits_by(_BEFORE_NUMBER, _before_number)
sums = edits_by(_SUM, _sum)
times = edits_by(_TIMES, _times)
short_thousands = edits_by(_SHORT_THOUSAND, _short_thousand)
spans = edits_by(_SPAN, _span)
plurals = edits_by(_PLURAL, _plural)
numbers = edits_by(_NUMBER, _number)
single_characters = edits_by(
    re.compile(r"[\u00b2-\u00be\u09f4-\u0d78\u0f2a-\u1369\u137c\u16ee-\uffff\U00010000-\U0010ffff]"), _single
)
