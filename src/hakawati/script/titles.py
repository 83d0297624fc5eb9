"""Titles of episodes and chapters: words of the text, short enough for a player's list."""

import re

from hakawati.script.vocabulary import listed

LONGEST = 60
"""Characters."""

HANGING = listed(
    "من في على إلى عن أن إن مع ثم أو و قد لم لا ما كان الذي التي بن ابن أبي أبو أبا عند the a an of to and in"
)
"""Words no title ends with."""

_CLAUSE = re.compile(r"[،؛;,:](?=\s)")
_EDGES = " \t.،؛:,;!…-–—~#*"
_PAIRS = (("(", ")"), ("[", "]"), ("«", "»"), ("“", "”"), ("‹", "›"), ("﴿", "﴾"), ('"', '"'))
_NOTE_MARK = re.compile(r"\s*(?:\[\s*\(?\d{1,3}\)?\s*\]|\(\d{1,3}\))(?=\s*\Z)")
_BEFORE_MARK = re.compile(r"\s+(?=[.،؛:,;!؟?…])")


def title(text: str) -> str:
    """`text` as a title: one line, no marks at its ends, at most `LONGEST` characters, cut between words."""
    plain = _BEFORE_MARK.sub("", " ".join(_NOTE_MARK.sub("", text).split())).strip(_EDGES)
    short = plain if len(plain) <= LONGEST else _shortened(plain) or plain[:LONGEST]
    return " ".join(_paired(short).strip(_EDGES).split())


def _paired(text: str) -> str:
    """`text` without parentheses and quotation marks that a cut has left alone, or that hold all of it."""
    for first, last in _PAIRS:
        alone = text.count(first) != text.count(last) or (first == last and text.count(first) % 2)
        if alone or (text.startswith(first) and text.endswith(last)):
            text = text.replace(first, "").replace(last, "")
    return text


def _shortened(plain: str) -> str:
    """Cut at the last clause end if that leaves enough to tell what it is about, else at the last word."""
    clauses = [match.start() for match in _CLAUSE.finditer(plain, LONGEST // 3, LONGEST + 1)]
    if clauses:
        return plain[: clauses[-1]]
    words = plain[: LONGEST + 1].split(" ")[:-1]
    while len(words) > 1 and words[-1] in HANGING:
        words.pop()
    return " ".join(words)
