"""FictionBook 2: one XML file, its pictures in it as Base64."""

import base64
import binascii
import html
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from hakawati.errors import SourceError
from hakawati.reading.documents.container import DAMAGED
from hakawati.reading.documents.entities import refuse_in_xml
from hakawati.reading.documents.markup import PICTURES, Markup, page_text
from hakawati.reading.languages import language
from hakawati.reading.source import About

_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*>")
_BINARY = re.compile(r"<binary\b([^>]*)>([^<]*)</binary\s*>")
_IDENTIFIER = re.compile(r"""\bid\s*=\s*["']([^"']*)["']""")
HREF = "{http://www.w3.org/1999/xlink}href"


def markup(data: bytes, path: Path) -> Markup:
    """The text without its pictures. Raises SourceError for XML that is cut off or declares entities."""
    text = _text(data, path)
    words = _BINARY.sub("", text)
    stated = _parsed(words, path).findtext(".//{*}title-info/{*}lang")
    return Markup(words, "fb2", About(language=language(stated)))


def cover(data: bytes, path: Path) -> bytes | None:
    """The picture on the cover, if it is PNG or JPEG."""
    text = _text(data, path)
    image = _parsed(_BINARY.sub("", text), path).find(".//{*}title-info/{*}coverpage/{*}image")
    wanted = image.get(HREF, "").removeprefix("#") if image is not None else ""
    for attributes, content in _BINARY.findall(text) if wanted else []:
        identifier = _IDENTIFIER.search(attributes)
        if identifier and html.unescape(identifier[1]) == wanted:
            return _picture(content)
    return None


def _text(data: bytes, path: Path) -> str:
    text = _DECLARATION.sub("", page_text(data, path))
    refuse_in_xml(text.encode("utf-8", errors="replace"), path, path.name)
    return text


def _parsed(text: str, path: Path) -> ET.Element:
    try:
        return ET.fromstring(text)  # noqa: S314 - what declares entities was refused
    except ET.ParseError as error:
        raise SourceError(f"{path}: it is not well-formed ({error}): {DAMAGED}") from error


def _picture(content: str) -> bytes | None:
    try:
        picture = base64.b64decode(content)
    except binascii.Error:
        return None
    return picture if picture.startswith(PICTURES) else None
