"""Entities that a document declares itself: what bombs are made of («billion laughs»), and books have no need of."""

import re
from pathlib import Path

from hakawati.errors import SourceError

_XML = tuple("<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))
_DOCTYPE = re.compile(r"<!DOCTYPE", re.IGNORECASE)
_SUBSET = re.compile(r"[^\[>]*\[([^\]]*)")
"""What a document type declares within its brackets."""


def refuse_in_xml(xml: bytes, path: Path, name: str) -> None:
    """Raises SourceError where an entity is declared in `name`, which is `path` or a part of it."""
    if any(declaration in xml for declaration in _XML):
        raise _refused(path, name)


def refuse_in_page(text: str, path: Path, name: str) -> None:
    """As `refuse_in_xml`, of a decoded web page, which may speak of entities: only its first declaration counts."""
    declaration = _DOCTYPE.search(text)
    subset = _SUBSET.match(text, declaration.end()) if declaration else None
    if subset and "<!ENTITY" in subset[1]:
        raise _refused(path, name)


def _refused(path: Path, name: str) -> SourceError:
    return SourceError(
        f"{path}: {name!a} declares XML entities of its own, which documents do not, so it is not opened: "
        "it is no book, or made to do harm"
    )
