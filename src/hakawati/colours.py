"""Colours of a terminal, by style: a role's name, or what the lines of `show` call their other pieces.

Only the eight colours that every terminal has and its user has chosen; nothing slanted or underlined, for that hides
vowel marks.
"""

from collections.abc import Mapping
from typing import TextIO

SELECT = "\x1b[{}m"
"""Select Graphic Rendition (ECMA-48, 8.3.117)."""

CODES = {
    "narration": "",
    "heading": "1",
    "hadith": "36",
    "speech": "33",
    "verse": "1;32",
    "supplication": "35",
    "poetry": "34",
    "reference": "2",
    "title": "1",
    "label": "2",
}
"""What is selected for a style; what is not here is plain."""


def painted(text: str, style: str) -> str:
    code = CODES.get(style)
    return f"{SELECT.format(code)}{text}{SELECT.format(0)}" if code and text.strip() else text


def wanted(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether `stream` gets colours: `NO_COLOR` forbids them (no-color.org), `FORCE_COLOR` asks for them, and
    otherwise a terminal has them.
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"
