"""What ID3v2.3 can say, and what it cannot: numbers of the standard, and text cleared of what would break a frame."""

import re

UTF_16 = 1
"""The text encoding: UTF-16 with a byte order mark (ID3v2.3, section 3.3)."""
FRONT_COVER = 3
OTHER_PICTURE = 0
"""Kinds of picture (ID3v2.3, section 4.15)."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
_CONTROLS_BUT_NEWLINE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]+")


def line(text: str) -> str:
    """`text` without control characters: NUL would end it, and a line break is not allowed in it."""
    return _CONTROLS.sub(" ", text)


def lines(text: str) -> str:
    """The same where line breaks are allowed."""
    return _CONTROLS_BUT_NEWLINE.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
