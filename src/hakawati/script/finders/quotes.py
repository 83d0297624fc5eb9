"""Quotation marks: from an opening one to the one that closes it."""

import re

LONGEST = 20_000
"""Characters. What has not closed by then never will."""

PAIRS = {"«": "»", "“": "”", "”": "“", "„": "“", "‹": "›", '"': '"', "‘": "’", "'": "'"}
# those that also stand inside words close only where no letter follows
APOSTROPHES = frozenset("'’")

_OPENING = re.compile(r"\s*([«“”„‹\"‘'])(?=\S)|\s*([«“\"])\s")


def quotation(text: str, at: int) -> tuple[int, int] | None:
    """The quotation that opens at `at` (white space before it aside), its marks included; None if it never closes."""
    opening = _OPENING.match(text, at)
    if not opening:
        return None
    start = opening.start(1) if opening.group(1) else opening.start(2)
    end = _closing(text, start)
    return None if end is None else (start, end)


def _closing(text: str, start: int) -> int | None:
    """The end of the quotation that begins at `start`; marks of its own kind nest in it."""
    opener = text[start]
    closer = PAIRS[opener]
    depth = 0
    for match in re.compile(f"[{opener}{closer}]").finditer(text, start, start + LONGEST):
        at = match.start()
        if text[at] == opener and (opener != closer or at == start):
            depth += 1
        elif closer not in APOSTROPHES or not text[at + 1 : at + 2].isalnum():
            depth -= 1
        if depth == 0:
            return at + 1
    return None
