"""Abbreviations that stand for the same words wherever they stand."""

import re

from hakawati.spelling.english.saying import Said, alternatives, edits_by, ends_sentence

_ANYWHERE = {
    "e.g.": "for example",
    "i.e.": "that is",
    "etc.": "et cetera",
    "et al.": "and others",
    "cf.": "compare",
    "vs.": "versus",
    "viz.": "namely",
    "ibid.": "in the same place",
    "op. cit.": "in the work cited",
    "loc. cit.": "in the place cited",
    "q.v.": "which see",
    "s.v.": "under the word",
    "N.B.": "note well",
    "P.S.": "post script",
    "a.k.a.": "also known as",
    "ca.": "circa",
    "approx.": "approximately",
    "est.": "established",
    "incl.": "including",
    "esp.": "especially",
    "viz": "namely",
    "vs": "versus",
    "eds.": "editors",
    "trans.": "translated by",
    "transl.": "translated by",
    "rev. ed.": "revised edition",
    "repr.": "reprinted",
    "Govt.": "Government",
    "govt.": "government",
    "dept.": "department",
    "misc.": "miscellaneous",
    "temp.": "temperature",
    "w/o": "without",
    "w/": "with",
    "c/o": "care of",
    "Eng.": "English",
    "Ar.": "Arabic",
    "lit.": "literally",
    "masc.": "masculine",
    "fem.": "feminine",
    "sing.": "singular",
    "pl.": "plural",
}
_WRITTEN = (
    frozenset(_ANYWHERE) | {short[0].upper() + short[1:] for short in _ANYWHERE} | {"VS.", "ETC.", "I.E.", "E.G."}
)
"""As listed, or at the beginning of a sentence, or in a heading; «CA» and «EST» are something else."""
_BEFORE_YEARS = {"c.": "circa", "b.": "born", "d.": "died", "r.": "reigned", "fl.": "flourished", "ca": "circa"}
_OWN_WORDS = frozenset({"est.", "temp.", "sing.", "pl.", "lit.", "misc.", "viz", "Ar.", "Eng."})
"""These are an abbreviation only inside a sentence or brackets: at a sentence's end they may be a word."""
_CAPITAL = re.compile(r"[A-Z]")


def _said(found: re.Match[str]) -> Said | None:
    short = found.group()
    words = _ANYWHERE.get(short) or _ANYWHERE.get(short[0].lower() + short[1:]) or _ANYWHERE[short.lower()]
    at_end = short.endswith(".") and ends_sentence(found, before_any_capital=True)
    if at_end and short in _OWN_WORDS:
        return None
    if _CAPITAL.match(short) and short not in _ANYWHERE:
        words = words.upper() if short.isupper() else words[0].upper() + words[1:]
    # «e.g. Cairo», «cf. Tabari»: a capital behind these is a name; what may close a list closes a sentence too
    closes = at_end and (short in {"etc.", "et al.", "ibid."} or not found.string[found.end() :].strip("\"”’')"))
    return Said(words + ("." if closes else ""))


def _dated(found: re.Match[str]) -> Said:
    return Said(_BEFORE_YEARS[found.group()], 0.9)


_NOT_A_PART = r"(?<![\w.])"
anywhere = edits_by(re.compile(rf"{_NOT_A_PART}(?:{alternatives(_WRITTEN)})(?!\w)"), _said)
before_years = edits_by(
    re.compile(rf"{_NOT_A_PART}(?:{alternatives(_BEFORE_YEARS)})(?=\s?(?:c\.\s?|ca\.?\s?|circa )?(?:A[DH]\s)?\d)"),
    _dated,
)
