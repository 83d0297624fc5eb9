"""EPUB 2 and 3: web pages in a zip, in the order of its spine; what the package says of the book; its cover.

After EPUB 3.3 (https://www.w3.org/TR/epub-33/) and the Open Packaging Format 2.0.1.
"""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from hakawati.errors import SourceError
from hakawati.reading.documents.container import DAMAGED, Container, opened
from hakawati.reading.documents.entities import refuse_in_page
from hakawati.reading.documents.html import cleaned
from hakawati.reading.documents.markup import PICTURES, Markup, page_text
from hakawati.reading.documents.names import joined
from hakawati.reading.languages import language
from hakawati.reading.source import About

PLACE = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
OBFUSCATION = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""How fonts are made unusable elsewhere; the text is not touched."""

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
PAGES = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/xml"})


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book, by its name in the zip."""

    name: str
    kind: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Package:
    """What the package file says: the items by their identifiers, and the tree itself."""

    root: ET.Element
    items: dict[str, Item]
    folder: str


def markup(data: bytes, path: Path) -> Markup:
    """All pages of the spine as one plain page. Raises SourceError for what is damaged, locked or a trap."""
    container = opened(data, path)
    _refuse_locked(container)
    package = _package(container)
    pages = []
    for name in _spine(package):
        text = page_text(container.read(name), path)
        refuse_in_page(text, path, name)
        pages.append(cleaned(text, is_book_part=True).body)
    if not pages:
        raise SourceError(f"{path}: its list of pages is empty: {DAMAGED}")
    return Markup("\n".join(pages), "html", _about(package))


def cover(data: bytes, path: Path) -> bytes | None:
    """The picture on the cover, if it is PNG or JPEG."""
    container = opened(data, path)
    package = _package(container)
    item = _cover_item(package)
    if not item or not container.has(item.name):
        return None
    picture = container.read(item.name)
    return picture if picture.startswith(PICTURES) else None


def _package(container: Container) -> Package:
    place = _parsed(container, PLACE).find(".//{*}rootfile")
    name = unquote(place.get("full-path", "") if place is not None else "")
    folder = posixpath.dirname(name)
    root = _parsed(container, name)
    items = {
        item.get("id", ""): Item(
            _resolved(folder, item.get("href", "")),
            item.get("media-type", ""),
            frozenset(item.get("properties", "").split()),
        )
        for item in root.iterfind(f"{OPF}manifest/{OPF}item")
    }
    return Package(root, items, folder)


def _parsed(container: Container, name: str) -> ET.Element:
    try:
        return ET.fromstring(container.read_xml(name))  # noqa: S314 - what declares entities was refused
    except ET.ParseError as error:
        raise SourceError(f"{container.path}: {name!a} in it is not well-formed ({error}): {DAMAGED}") from error


def _resolved(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _refuse_locked(container: Container) -> None:
    """Digital rights management encrypts the pages; what is encrypted is listed with its method."""
    if not container.has(ENCRYPTION):
        return
    methods = {one.get("Algorithm", "") for one in _parsed(container, ENCRYPTION).iterfind(".//{*}EncryptionMethod")}
    if methods - OBFUSCATION:
        raise SourceError(
            f"{container.path}: this book is locked by its seller (DRM) and opens only in the seller's own programs: "
            "ask for a copy without it"
        )


def _spine(package: Package) -> Iterator[str]:
    """The pages that are read one after another, without tables of contents."""
    contents = {
        _resolved(package.folder, one.get("href", ""))
        for one in package.root.iterfind(f"{OPF}guide/{OPF}reference")
        if one.get("type", "").lower() == "toc"
    }
    for reference in package.root.iterfind(f"{OPF}spine/{OPF}itemref"):
        item = package.items.get(reference.get("idref", ""))
        is_read = item and item.kind in PAGES and "nav" not in item.properties and item.name not in contents
        if item and is_read and reference.get("linear") != "no":
            yield item.name


def _about(package: Package) -> About:
    return About(
        title=next(_stated(package, "title"), None),
        author=joined(_authors(package)),
        language=language(next(_stated(package, "language"), None)),
    )


def _stated(package: Package, name: str) -> Iterator[str]:
    for one in package.root.iterfind(f"{OPF}metadata//{DC}{name}"):
        if words := " ".join("".join(one.itertext()).split()):
            yield words


def _authors(package: Package) -> list[str]:
    """The creators that are authors, or of whom nothing is said."""
    roles = {
        one.get("refines", "").removeprefix("#"): (one.text or "").strip()
        for one in package.root.iterfind(f"{OPF}metadata/{OPF}meta")
        if one.get("property") == "role"
    }
    found = []
    for one in package.root.iterfind(f"{OPF}metadata//{DC}creator"):
        role = one.get(f"{OPF}role") or roles.get(one.get("id", ""), "aut")
        if role == "aut" and one.text and one.text.strip():
            found.append(" ".join(one.text.split()))
    return found


def _cover_item(package: Package) -> Item | None:
    """EPUB 3 marks the picture itself, EPUB 2 names its identifier."""
    marked = (item for item in package.items.values() if "cover-image" in item.properties)
    named = (
        package.items[one.get("content", "")]
        for one in package.root.iterfind(f"{OPF}metadata//{OPF}meta")
        if one.get("name") == "cover" and one.get("content", "") in package.items
    )
    return next(marked, None) or next(named, None)
