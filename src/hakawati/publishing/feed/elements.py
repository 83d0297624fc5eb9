"""An XML element as plain data, and the bytes that a tree of them is written as."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
"""What the prefixes of element names stand for."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML document may hold, in whatever writing (XML 1.0, production 2)."""


@dataclass(frozen=True, slots=True)
class Element:
    """`name` may have a prefix of NAMESPACES: `itunes:image`. It holds `text` or other elements."""

    name: str
    text: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    children: tuple["Element", ...] = ()


def text(name: str, text: str, **attributes: str) -> Element:
    return Element(name, text, attributes)


def empty(name: str, **attributes: str) -> Element:
    return Element(name, None, attributes)


def holding(name: str, children: Iterable[Element], **attributes: str) -> Element:
    return Element(name, None, attributes, tuple(children))


def document(root: Element) -> bytes:
    """The whole document, UTF-8, indented. What XML forbids is left out of texts and attributes, and nothing else."""
    from lxml import etree  # noqa: PLC0415 - only a feed needs it, and it takes long to load

    tree = etree.Element(root.name, nsmap=NAMESPACES)
    _fill(tree, root)
    etree.indent(tree)
    written: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _fill(place: "etree._Element", element: Element) -> None:
    for name, value in element.attributes.items():
        place.set(name, legal(value))
    if element.text is not None:
        place.text = legal(element.text)
    for child in element.children:
        below = place.makeelement(_qualified(child.name))
        place.append(below)
        _fill(below, child)


def _qualified(name: str) -> str:
    """`prefix:name` as lxml writes it: `{namespace}name`."""
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else name


def legal(text: str) -> str:
    """`text` without the characters that XML forbids."""
    return _FORBIDDEN.sub("", text)
