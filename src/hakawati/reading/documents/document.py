"""A document of any format as a Source: its markup parsed, and what is read aloud written down one after another."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from hakawati.errors import SourceError
from hakawati.reading.documents.entities import refuse_in_page
from hakawati.reading.documents.html import cleaned
from hakawati.reading.documents.limits import MEGABYTE, MOST_BYTES, MOST_TEXT
from hakawati.reading.documents.markup import Markup, page_text
from hakawati.reading.documents.metadata import blocks, stated
from hakawati.reading.documents.pandoc import SAVE_ANEW, parsed, program
from hakawati.reading.documents.tree import Block, Document
from hakawati.reading.documents.walk import Piece, pieces
from hakawati.reading.languages import language
from hakawati.reading.source import About, Paragraph, Source

BETWEEN = "\n\n"
"""What parts paragraphs in a document's text."""

READERS = {
    "html": "html-auto_identifiers-line_blocks",
    "docx": "docx-auto_identifiers",
    "odt": "odt-auto_identifiers",
}
"""Pandoc's readers, without what is of no use here; others go by their own name."""

TITLE_PAGE = {"docx": ("subtitle", "abstract")}
"""What pandoc takes out of a format's text as metadata, and people wrote to be read."""

NO_AUTHOR = frozenset({"rtf"})
"""Formats whose author is whose computer the text was typed on."""


def html(data: bytes, path: Path) -> Markup:
    text = page_text(data, path)
    refuse_in_page(text, path, path.name)
    page = cleaned(text)
    return Markup(page.body, "html", About(title=page.title, author=page.author, language=language(page.language)))


def read(data: bytes, path: Path, markup: Callable[[bytes, Path], Markup]) -> Source:
    """Raises SourceError where the extra is missing, and for what is damaged, locked, a trap or without text."""
    program(path)
    if len(data) > MOST_BYTES:
        raise SourceError(f"{path}: it has more than {MOST_BYTES // MEGABYTE} MB: split it, or save its text alone")
    found = markup(data, path)
    given = found.encoded()
    if len(given) > MOST_TEXT:
        raise SourceError(f"{path}: it holds more than {MOST_TEXT // MEGABYTE} MB of text: split it")
    document = _decoded(parsed(given, READERS.get(found.reader, found.reader), path), path)
    text, paragraphs = _written(_pieces(document, found.reader, path))
    if not paragraphs:
        raise SourceError(
            f"{path}: nothing in it is read aloud (pictures, tables, notes and links are not): "
            "copy what should be into a text file (.txt)"
        )
    return Source(path, text, "document", paragraphs, _about(document, found))


def _decoded(answer: bytes, path: Path) -> Document:
    try:
        return msgspec.json.decode(answer, type=Document)
    except RecursionError as error:
        raise _too_deep(path) from error
    except msgspec.MsgspecError as error:
        raise SourceError(f"{path}: pandoc's answer is of another version ({error}): {SAVE_ANEW}") from error


def _pieces(document: Document, reader: str, path: Path) -> list[Piece]:
    front: list[Block] = []
    for name in TITLE_PAGE.get(reader, ()):
        front.extend(blocks(document.meta.get(name)))
    try:
        return list(pieces([*front, *document.blocks]))
    except RecursionError as error:
        raise _too_deep(path) from error


def _too_deep(path: Path) -> SourceError:
    return SourceError(f"{path}: its parts are nested deeper than any book's: {SAVE_ANEW}")


def _written(found: Iterable[Piece]) -> tuple[str, tuple[Paragraph, ...]]:
    """The pieces as one text, and the paragraphs that they are in it. The highest headings are of level 1."""
    found = list(found)
    above = min((piece.level for piece in found if piece.level), default=1) - 1
    texts: list[str] = []
    paragraphs: list[Paragraph] = []
    start = 0
    for text, shape, level in found:
        paragraphs.append(Paragraph(text, range(start, start + len(text)), shape, max(0, level - above)))
        texts.append(text)
        start += len(text) + len(BETWEEN)
    return BETWEEN.join(texts), tuple(paragraphs)


def _about(document: Document, found: Markup) -> About:
    """What pandoc found on the title page, else what the file says besides."""
    author = None if found.reader in NO_AUTHOR else stated(document.meta.get("author"))
    return About(
        title=stated(document.meta.get("title")) or found.about.title,
        author=author or found.about.author,
        language=found.about.language,
    )
