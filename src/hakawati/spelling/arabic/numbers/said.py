"""An edit that puts words where a number stood."""

from hakawati.spelling.edits import Edit

_OPENING = frozenset("([{«“")


def said(text: str, start: int, end: int, spoken: str, sure: float = 1.0) -> Edit:
    """`spoken` for `text[start:end]`, noted, with a space where it would grow together with its neighbours."""
    before = text[start - 1 : start]
    space_before = " " if spoken and before and not (before.isspace() or before in _OPENING) else ""
    space_behind = " " if text[end : end + 1].isalnum() and spoken else ""
    return Edit(start, end, f"{space_before}{spoken}{space_behind}", noted=True, confidence=sure)


def from_(noun: str) -> str:
    """«من» before `noun`: it ends in a before the article, else in nothing."""
    return f"مِنَ {noun}" if noun.startswith("ال") else f"مِنْ {noun}"
