"""Signs that are left when everything written with them has been said.

A dash between words is a comma to the ear, three points an ellipsis; some signs are words («&», «@»); ornaments and
bullets are not heard.
"""

import re
import unicodedata
from functools import cache

from hakawati.spelling.english.saying import Said, edits_by

_WORDS = {
    "&": "and",
    "@": "at",
    "+": "plus",
    "=": "equals",
    "%": "percent",
    "‰": "per thousand",
    "°": "degrees",
    "#": "number",
    "§": "section",
    "№": "number",
    "$": "dollars",
    "€": "euros",
    "£": "pounds",
    "¥": "yen",
    "₹": "rupees",
    "¢": "cents",
    "×": "times",
    "÷": "divided by",
    "±": "plus or minus",
    "≈": "about",
    "≠": "is not",
    "≤": "at most",
    "≥": "at least",
    "∞": "infinity",
    "√": "square root of",
    "→": "to",
    "©": "copyright",
}
_HEARD = frozenset(".,;:!?…'’‘\"“”()-")
"""Signs that engines understand: they stay."""
_DASHES = "‐‑‒–—―−⸺⸻"
_PAUSES = ".,;:!?…"
_SILENT = frozenset({"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So"})
_READ = 0.5
"""Confidence in a sign left unsaid that some readers would say: a picture, a mathematical sign."""

_BULLET = r"(?:[•·▪◦‣●○■□►▶*_]|[–—-](?=[\s–—-]))"
_BULLETS = re.compile(rf"^{_BULLET}(?:\s|{_BULLET})*")
_ELLIPSIS = re.compile(r"\.(?:\s?\.){2,}|…[.…]+")
_DASH = re.compile(rf"\s*(?:[{_DASHES}]\s*)+|\s*-(?:\s*-)+\s*|(?:^|\s+)-(?:\s+|$)")
_SLASH = re.compile(r"(?<=[^\W\d_])\s?/\s?(?=[^\W\d_])")
_MEANT = re.compile(rf"[{re.escape(''.join(_WORDS))}]")
_BRACKET = re.compile(r"[\[\]]")


def _bullet(_: re.Match[str]) -> Said:
    return Said("", noted=False)


def _ellipsis(_: re.Match[str]) -> Said:
    return Said("…", noted=False)


def _dash(found: re.Match[str]) -> Said | None:
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    written = found.group()
    if written in {"‐", "‑", "–", "−"} and before.isalnum() and behind.isalnum():
        return Said("-", noted=False)
    if not before or not behind:
        return Said("", noted=False)
    if before in _PAUSES + "(" or behind in _PAUSES + ")" or before in "“‘" or behind == "”":
        return Said(" " if any(map(str.isspace, written)) and behind not in _PAUSES + ")”" else "", noted=False)
    return Said(", ", noted=False)


def _slash(found: re.Match[str]) -> Said:
    around = re.search(r"\w*$", found.string[: found.start()]), re.match(r"\w*", found.string[found.end() :])
    words = [side.group() if side else "" for side in around]
    if "and" in map(str.lower, words) or all(word.isupper() for word in words):
        return Said(" ")
    return Said(" or ", _READ)


def _meant(found: re.Match[str]) -> Said:
    word = _WORDS[found.group()]
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    return Said(f"{_gap(before)}{word}{_gap(behind)}", 0.9)


def _gap(neighbour: str) -> str:
    return " " if neighbour.isalnum() or neighbour in _WORDS else ""


def _gap_behind(found: re.Match[str]) -> Said:
    return Said(f"{found.group()} ", noted=False)


def _bracket(found: re.Match[str]) -> Said:
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    if before.isalnum() and behind.isalnum():
        return Said("", noted=False)
    inside = found.string[found.end() :].partition("]")[0] if found.group() == "[" else ""
    if found.group() == "[":
        return Said("" if len(inside) == 1 and behind.isalnum() else "(", noted=False)
    opened = found.string[: found.start()].rpartition("[")
    return Said(")" if opened[1] and len(opened[2]) > 1 else "", noted=False)


def _unheard(found: re.Match[str]) -> Said | None:
    sign = found.group()
    if not _is_unheard(sign):
        return None
    before, behind = found.string[: found.start()][-1:], found.string[found.end() :][:1]
    gap = " " if before.isalnum() and behind.isalnum() and sign not in "*`^´¨" else ""
    category = unicodedata.category(sign)
    return Said(gap, _READ, noted=category in {"Sm", "So", "Sc"} and sign not in "|~<>¦")


@cache
def _is_unheard(char: str) -> bool:
    return char not in _HEARD and unicodedata.category(char) in _SILENT


bullets = edits_by(_BULLETS, _bullet)
ellipses = edits_by(_ELLIPSIS, _ellipsis)
dashes = edits_by(_DASH, _dash)
slashes = edits_by(_SLASH, _slash)
meant = edits_by(_MEANT, _meant)
brackets = edits_by(_BRACKET, _bracket)
gaps = edits_by(re.compile(r"(?<=[^\W\d_])[,;:](?=[^\W\d_])"), _gap_behind)
unheard = edits_by(re.compile(r"[^\w\s.,;:!?'’\"“”()-]|_"), _unheard)
