"""Values of pandoc's metadata: what a document's title page or head states."""

from collections.abc import Iterator
from typing import Any

import msgspec

from hakawati.reading.documents.names import joined
from hakawati.reading.documents.tree import Block, Inline, Para
from hakawati.reading.documents.walk import pieces


def stated(value: Any) -> str | None:  # noqa: ANN401 - any value of JSON, or None
    """Its text on one line; several (authors) as one, in order."""
    texts = (" ".join(piece.text.split()) for block in blocks(value) for piece in pieces([block]))
    return joined(text for text in texts if text)


def blocks(value: Any) -> list[Block]:  # noqa: ANN401 - as above
    """What it holds as blocks of the tree."""
    return list(_blocks(value))


def _blocks(value: Any) -> Iterator[Block]:  # noqa: ANN401 - as above
    kind, content = (value["t"], value["c"]) if isinstance(value, dict) and "c" in value else (None, [])
    if kind == "MetaInlines":
        yield Para(msgspec.convert(content, list[Inline]))
    elif kind == "MetaBlocks":
        yield from msgspec.convert(content, list[Block])
    elif kind == "MetaList":
        for one in content:
            yield from _blocks(one)
