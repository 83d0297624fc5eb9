"""What a file is by its first bytes, whatever its name says."""

import codecs
import io
import re
import zipfile

HEAD = 1024
"""Bytes that are looked at."""

_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL)
_FB2 = re.compile(rb"\s*<\?xml[^>]*>.{0,500}?<FictionBook[\s>]|\s*<FictionBook[\s>]", re.DOTALL)
STARTS = (
    (b"######OpenITI#", "OpenITI"),
    (b"{\\rtf", "RTF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE"),
)
MOBI = slice(60, 68)


def recognised(data: bytes) -> str | None:
    """The name of the format: of one that is read, or PDF, OLE (Word before 2007), MOBI or ZIP; None where in doubt."""
    head = _head(data)
    if data.startswith(b"PK\x03\x04"):
        return _in_zip(data)
    if head[MOBI] == b"BOOKMOBI":
        return "MOBI"
    if b"%PDF-" in head:
        return "PDF"
    for start, name in STARTS:
        if head.startswith(start):
            return name
    if _FB2.match(head):
        return "FB2"
    return "HTML" if _HTML.match(head) else None


def _head(data: bytes) -> bytes:
    """The first bytes, in UTF-8 and without a byte order mark."""
    head = data[:HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", errors="ignore").encode("utf-8", errors="ignore")
    return head.removeprefix(codecs.BOM_UTF8)


def _in_zip(data: bytes) -> str:
    """Which document a zip is, by what must be in it; ZIP for another, and for one whose directory is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return "ZIP"
    if "META-INF/container.xml" in names:
        return "EPUB"
    if "word/document.xml" in names:
        return "DOCX"
    return "ODT" if "content.xml" in names and "META-INF/manifest.xml" in names else "ZIP"
