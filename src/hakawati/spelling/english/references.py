"""Parts of books and numbered things: «pp. 45–47», «vol. 2», «§ 4», «No. 5», «2nd ed.».

Only the abbreviation or sign becomes a word; the numbers behind it belong to other rules.
"""

import re

from hakawati.spelling.english.saying import Said, alternatives, edits_by, ends_sentence

_PARTS = {
    "p": "page",
    "pp": "pages",
    "vol": "volume",
    "vols": "volumes",
    "fig": "figure",
    "figs": "figures",
    "ch": "chapter",
    "chs": "chapters",
    "chap": "chapter",
    "chaps": "chapters",
    "no": "number",
    "nos": "numbers",
    "sec": "section",
    "secs": "sections",
    "sect": "section",
    "art": "article",
    "arts": "articles",
    "para": "paragraph",
    "paras": "paragraphs",
    "n": "note",
    "nn": "notes",
    "ll": "lines",
    "bk": "book",
    "bks": "books",
    "pt": "part",
    "pts": "parts",
    "ex": "example",
    "eq": "equation",
    "app": "appendix",
    "v": "verse",
    "vv": "verses",
    "fol": "folio",
    "fols": "folios",
    "col": "column",
    "cols": "columns",
}
_WITHOUT_POINT = frozenset({"p", "pp", "vol", "vols", "fig", "figs", "fol", "fols"})
_ANSWER = re.compile(r"\d+ (?!(?:of|in|on|at|and|or|to|is|was)\b)[a-z]")
"""«He said no. 5 men came»: what is counted follows."""
_SIGNS = {"§": "section", "§§": "sections", "¶": "paragraph", "¶¶": "paragraphs", "#": "number", "№": "number"}


def _part(found: re.Match[str]) -> Said | None:
    short = found["short"]
    word = _PARTS[short.lower()]
    if not found["point"] and short.lower() not in _WITHOUT_POINT:
        return None
    if short == "no" and _ANSWER.match(found.string, found.end()):
        return None
    if short.isupper() and short.lower() in {"p", "pp", "v", "vv", "n", "nn"} and not found["point"]:
        return None
    return Said(f"{word.capitalize() if short[0].isupper() else word} ")


def _sign(found: re.Match[str]) -> Said:
    return Said(f"{_SIGNS[found['sign']]} ")


def _degree(found: re.Match[str]) -> Said:
    return Said("Number " if found.group()[0] == "N" else "number ")


def _hashtag(_: re.Match[str]) -> Said:
    return Said("hashtag ")


def _following(found: re.Match[str]) -> Said:
    stop = "." if found.group().endswith(".") and ends_sentence(found) else ""
    return Said(" and following" + (" pages" if len(found["f"]) > 1 else "") + stop, 0.9)


def _edition(found: re.Match[str]) -> Said:
    stop = "" if found.string[found.end("it") :].strip("\"”’')") else "."
    return Said({"ed": "edition", "c": "century", "cent": "century"}[found["it"].rstrip(".")] + stop)


_NUMBERED = r"(?=\d|[ivxlc]{1,7}(?!\w)|(?:[VX]|[IVXLC]{2,7})(?!\w)|(?<!\b[Nn]o\. )I(?![\w’']|\s[a-z]))"
parts = edits_by(re.compile(rf"(?<![\w.&])(?P<short>(?i:{alternatives(_PARTS)}))(?P<point>\.?)\s?{_NUMBERED}"), _part)
signs = edits_by(re.compile(rf"(?P<sign>{alternatives(_SIGNS)})\s?(?=[\dIVXLC])"), _sign)
degrees = edits_by(re.compile(r"(?<!\w)[Nn][°º]\.?\s?(?=\d)"), _degree)
hashtags = edits_by(re.compile(r"(?<!\w)#(?=[^\W\d])"), _hashtag)
following = edits_by(re.compile(r"(?<=\d)\s?(?P<f>ff?)\b\.?(?![\w'])"), _following)
editions = edits_by(re.compile(r"(?<=\d(?:st|nd|rd|th)) (?P<it>(?:ed|c|cent)\.)"), _edition)
