"""The elements of web pages: what their names and attributes say of how a text is divided, and what is not read.

After the HTML Standard (https://html.spec.whatwg.org/), EPUB's structural semantics and DPUB-ARIA.
"""

import html
import re

_ATTRIBUTE = re.compile(r"""([^\s"'>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]++)))?+""")


def _listed(names: str) -> frozenset[str]:
    return frozenset(names.split())


VOID = _listed("area base br col embed hr img input keygen link meta param source track wbr")
RAW = frozenset({"script", "style", "textarea", "title", "xmp", "noembed", "noframes"})
"""Elements that hold no other elements, whatever stands in them."""

UNREAD = _listed(
    "script style textarea xmp noembed noframes nav template iframe object applet svg math select datalist button"
    " dialog audio video canvas map rt rp table figcaption noscript title"
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BOXES = _listed(
    "div section article main header footer aside figure address center fieldset form details summary hgroup"
    " ul ol dl li dt dd menu dir"
)
"""Elements that part the text. Items of lists are read one by one, without their numbers."""
BLOCKS = HEADINGS | BOXES | {"p", "blockquote", "pre", "table", "body", "html", "head", "hr"}
INLINE = frozenset({"a", "q"})
KEPT = HEADINGS | INLINE | {"p", "blockquote", "pre"}
"""Elements that tell how a text is divided and read; of all others only the text is kept."""

HIDDEN_CLASSES = _listed(
    "toc footnote footnotes endnote endnotes rearnote rearnotes noteref footnote-ref footnote-back footnotebacklink"
    " pagenum pagenumber page-number pageno sr-only visually-hidden screen-reader-text"
)
HIDDEN_TYPES = _listed(
    "footnote footnotes endnote endnotes rearnote rearnotes noteref backlink toc landmarks page-list pagelist pagebreak"
    " loi lot loa lov"
)
"""Of `epub:type` and, with `doc-` before it, of `role`."""
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def attributes_of(written: str) -> dict[str, str]:
    """What a tag states behind its name, by names in small letters; of two alike the first holds."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), html.unescape(value))
    return found


def is_hidden(name: str, attributes: dict[str, str]) -> bool:
    """Whether an element and all in it is cut out."""
    words = attributes.get("class", "").lower().split()
    types = attributes.get("epub:type", "").lower().split()
    role = attributes.get("role", "").lower()
    return (
        name in UNREAD
        or "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")))
        or (name not in HEADINGS and not HIDDEN_CLASSES.isdisjoint(words))
        or not HIDDEN_TYPES.isdisjoint(types)
        or role == "navigation"
        or role.removeprefix("doc-") in HIDDEN_TYPES
    )
