"""Quotation marks: from an opening one to the one that closes it."""

import re
from collections.abc import Iterator

from hakawati.script.letters import speakable

LONGEST = 20_000
"""Characters. What has not closed by then never will."""

CLOSERS = {"«": "»", "“": "”", "„": "“”", "‹": "›", '"': '"', "‘": "’", "'": "'", "”": "“”", "»": "«"}
"""What closes each; the last two are how some write both marks alike, or the wrong way round."""

# those that also stand inside words close only where no letter follows
APOSTROPHES = frozenset("'’")

_OPENING = re.compile(r"\s*([«“”„‹»]|\"|''|[‘'])(?=\s?[^\s.،؛:؟!])")
_PARENTHESIS = re.compile(r"\s*(\(\(?)(?=[^()]*\))")
_ENDING_SIGN = re.compile(r"[\w.؟?!،…]")


def quotation(text: str, at: int) -> tuple[int, int] | None:
    """The quotation that opens at `at` (white space before it aside), its marks included; None if it never closes."""
    opening = _OPENING.match(text, at)
    if not opening:
        return None
    start = opening.start(1)
    # some open and close with the same curved mark
    end = _closing(text, start, CLOSERS[text[start]]) or (_closing(text, start, "“") if text[start] == "“" else None)
    return None if end is None else (start, end)


def opens_quotation(text: str, at: int) -> int | None:
    """The offset behind the opening quotation mark that stands at `at` (white space before it aside), if one does."""
    opening = _OPENING.match(text, at)
    return opening.end() if opening else None


def in_parentheses(text: str, at: int) -> tuple[int, int] | None:
    """What stands in parentheses at `at`, single or double: after a colon they serve as quotation marks."""
    opening = _PARENTHESIS.match(text, at)
    if not opening:
        return None
    closer = ")" * len(opening.group(1))
    end = text.find(closer, opening.end(), opening.end() + LONGEST)
    if end < 0 or not speakable(text[opening.end() : end]):
        return None
    return opening.start(1), end + len(closer)


def quotations(text: str) -> Iterator[tuple[int, int]]:
    """Every quotation of `text` that no other one holds, in order."""
    at = 0
    for mark in re.finditer(r"[«“„‹\"]", text):
        if mark.start() >= at and (found := quotation(text, mark.start())):
            yield found
            at = found[1]


def _closing(text: str, start: int, closers: str) -> int | None:
    """The end of the quotation that begins at `start`; marks of its own kind nest in it."""
    opener = text[start]
    # most that never close have nothing at all behind them that could close them
    if all(text.find(closer, start + 1, start + LONGEST) < 0 for closer in closers):
        return None
    depth = 0
    for match in re.compile(f"[{opener}{closers}]").finditer(text, start, start + LONGEST):
        at = match.start()
        if at == start or _opens(text, at, opener, closers):
            depth += 1
        elif text[at] not in APOSTROPHES or not text[at + 1 : at + 2].isalnum():
            depth -= 1
        if depth == 0:
            return at + 1
    return None


def _opens(text: str, at: int, opener: str, closers: str) -> bool:
    """Whether the mark at `at` opens another quotation. A mark that could do both does so by what stands around it."""
    if text[at] not in closers:
        return True
    if text[at] != opener:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        not _ENDING_SIGN.match(before)
        and before not in {"", ")", "]", "»", "\ufdfa"}
        and after.isalpha()
        and before != '"'
    )
