"""A document as pandoc is given it, and how the text of web pages and XML is decoded."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from hakawati.reading.decoding import BYTE_ORDER_MARKS, decode
from hakawati.reading.source import About

NOTHING_SAID = About()


@dataclass(frozen=True, slots=True)
class Markup:
    """`text` in the format of pandoc's `reader`; `about` is what was found of the book besides."""

    text: str | bytes
    reader: str
    about: About = NOTHING_SAID

    def encoded(self) -> bytes:
        return self.text if isinstance(self.text, bytes) else self.text.encode("utf-8", errors="replace")


PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG file begin."""

AS_BROWSERS_DO = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}
"""Encodings that pages name and do not mean (https://encoding.spec.whatwg.org/#names-and-labels)."""

_OF_PAGES = re.compile(r"cp\d+|iso8859-\d+|koi8-\w|mac-\w+|gb\w+|big5\w*|shift_jis|euc_\w+")
"""Python's names of encodings that pages are in; it knows others that are none, such as `unicode_escape`."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes."""


def page_text(data: bytes, path: Path) -> str:
    """Decoded as UTF-8 where it is that, else as the page or XML itself declares, else as any text is.

    Declarations are often left over from before a page was saved as UTF-8.
    """
    declared = _DECLARED.search(data[:DECLARED_WITHIN])
    if declared and not data.startswith(tuple(mark for mark, _ in BYTE_ORDER_MARKS)) and not _is_utf8(data):
        name = declared[1].decode("ascii").lower()
        try:
            encoding = codecs.lookup(AS_BROWSERS_DO.get(name, name)).name
            if _OF_PAGES.fullmatch(encoding):
                return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass  # declared wrongly: the bytes decide
    return decode(data, path)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
