"""Ordinals as each language writes them: «3. Mai», «1er», «2º», «3ª», «2e», «3:e»."""

import re
from collections.abc import Callable, Iterator

from hakawati.spelling.edits import Edit
from hakawati.spelling.others.numerals import ordinal

_CONFIDENCE = 0.9
_START = r"(?<![\w.,:/-])"
_DAY = r"(?P<number>[12]\d|3[01]|[1-9])"

_GERMAN_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_GERMAN_NEUTERS = "Jahrhunderts?|Kapitels?|Jahres?|Buche?s?|Tage?s?|Bande?s?|Verse?s?|Teile?s?"
_GERMAN_WEAK = frozenset(
    {"ab", "am", "beim", "bis", "dem", "den", "des", "im", "nach", "seit", "vom", "vor", "zum", "zwischen"}
)
_GERMAN = re.compile(
    rf"(?:(?P<before>\w+)\s)?{_START}(?P<it>(?P<number>\d{{1,3}})\.)(?=\s(?:(?P<month>{_GERMAN_MONTHS})|{_GERMAN_NEUTERS})\b)"
)
_DANISH = re.compile(
    rf"{_START}(?P<it>{_DAY}\.)(?=\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b)"
)
_NORWEGIAN = re.compile(
    rf"{_START}(?P<it>{_DAY}\.)(?=\s(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember)\b)"
)
_FRENCH = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,3}})(?P<form>er|re|ère|nde?|e|ème|è))(?!\w)")
_SPANISH = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,2}})(?:\.?(?P<form>[ºª°])|\.?(?P<short>er)))(?![\wCF])")
_ITALIAN = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,3}})(?P<form>[º°ª]))(?![\wCF])")
_PORTUGUESE = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,2}})\.?(?P<form>[º°ª]))(?![\wCF])")
_DUTCH = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,3}})(?:ste|de|e))(?!\w)")
_SWEDISH = re.compile(rf"{_START}(?P<it>(?P<number>\d{{1,3}}):[ae])(?!\w)")


def _german(found: re.Match[str]) -> str:
    """The ending follows the word before: am dritten, der dritte Mai, dritter Mai; elsewhere it is not certain."""
    word, before = ordinal(int(found["number"]), "de"), (found["before"] or "").lower()
    if before in _GERMAN_WEAK:
        return f"{word}n"
    if before == "das" or (before == "der" and found["month"]):
        return word
    return f"{word}r" if found["month"] and not before else ""


def _french(found: re.Match[str]) -> str:
    number, form = int(found["number"]), found["form"]
    if number == 1:
        return {"er": "premier", "re": "première", "ère": "première"}.get(form, "")
    if form in {"nd", "nde"}:
        return f"second{form[2:]}" if number == 2 else ""
    return ordinal(number, "fr") if form not in {"er", "re", "ère"} else ""


def _spanish(found: re.Match[str]) -> str:
    if found["short"]:
        return {1: "primer", 3: "tercer"}.get(int(found["number"]), "")
    return _romance(found, "es")


def _italian(found: re.Match[str]) -> str:
    return _romance(found, "it")


def _portuguese(found: re.Match[str]) -> str:
    return _romance(found, "pt")


def _romance(found: re.Match[str], language: str) -> str:
    """Masculine as num2words says it; every word of a feminine ends in a."""
    if int(found["number"]) == 0:
        return ""
    word = ordinal(int(found["number"]), language)
    return re.sub(r"o\b", "a", word) if found["form"] == "ª" else word


def _plain(language: str) -> Callable[[re.Match[str]], str]:
    return lambda found: ordinal(int(found["number"]), language) if int(found["number"]) else ""


_WRITTEN: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "de": (_GERMAN, _german),
    "fr": (_FRENCH, _french),
    "es": (_SPANISH, _spanish),
    "it": (_ITALIAN, _italian),
    "pt": (_PORTUGUESE, _portuguese),
    "nl": (_DUTCH, _plain("nl")),
    "sv": (_SWEDISH, _plain("sv")),
    "da": (_DANISH, _plain("da")),
    "no": (_NORWEGIAN, _plain("no")),
}


def ordinals_of(language: str) -> Callable[[str], Iterator[Edit]] | None:
    """The rule for the ordinals of `language`, if they can be told from other numbers."""
    if language not in _WRITTEN:
        return None
    pattern, say = _WRITTEN[language]

    def edits(text: str) -> Iterator[Edit]:
        for found in pattern.finditer(text):
            if spoken := say(found):
                yield Edit(*found.span("it"), spoken, noted=True, confidence=_CONFIDENCE)

    return edits
