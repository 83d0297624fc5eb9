"""DOCX and ODT: zips of XML. Their properties give a title; the author in them is whose computer it was typed on."""

from pathlib import Path
from xml.etree import ElementTree as ET

from hakawati.errors import SourceError
from hakawati.reading.documents.container import Container, opened, text_alone
from hakawati.reading.documents.markup import Markup
from hakawati.reading.languages import language
from hakawati.reading.source import About

DC = "{http://purl.org/dc/elements/1.1/}"
NO_TITLES = ("Microsoft Word", "Untitled", "Document")
"""How titles begin that programs make up."""


def docx(data: bytes, path: Path) -> Markup:
    container = opened(data, path)
    return Markup(text_alone(container), "docx", _about(container, "docProps/core.xml"))


def odt(data: bytes, path: Path) -> Markup:
    container = opened(data, path)
    manifest = "META-INF/manifest.xml"
    if container.has(manifest) and b"encryption-data" in container.read_xml(manifest):
        raise SourceError(f"{path}: it is locked with a password: save it without one")
    return Markup(text_alone(container), "odt", _about(container, "meta.xml"))


def _about(container: Container, name: str) -> About:
    if not container.has(name):
        return About()
    try:
        root = ET.fromstring(container.read_xml(name))  # noqa: S314 - what declares entities was refused
    except ET.ParseError:
        return About()  # only the properties are damaged, and the text is what counts
    title = " ".join((root.findtext(f".//{DC}title") or "").split())
    return About(
        title=title if title and not title.startswith(NO_TITLES) else None,
        language=language(root.findtext(f".//{DC}language")),
    )
