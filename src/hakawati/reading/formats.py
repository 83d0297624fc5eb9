"""The source formats, and how one is chosen: by the ending of the file's name. A new format is a line here."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from hakawati.errors import SourceError
from hakawati.reading import plain, script
from hakawati.reading.documents import document, epub, fb2, office, pandoc, rtf
from hakawati.reading.documents.markup import Markup
from hakawati.reading.openiti import text as openiti
from hakawati.reading.signature import recognised
from hakawati.reading.source import Kind, Source
from hakawati.unicode import is_unicode

READING_REVISION = 1
"""Counts the changes that give another Source for the same file: kept books of another revision are made again."""


def _none(_data: bytes, _path: Path) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Format:
    """`endings` with their dot, in small letters. `is_told_by_bytes`: a file that does not begin as the format's files
    do is none of them.
    """

    name: str
    kind: Kind
    endings: tuple[str, ...]
    read: Callable[[bytes, Path], Source]
    cover: Callable[[bytes, Path], bytes | None] = _none
    is_told_by_bytes: bool = False


def _document(markup: Callable[[bytes, Path], Markup]) -> Callable[[bytes, Path], Source]:
    return partial(document.read, markup=markup)


PLAIN = Format("plain text", "plain", (".txt", ".text", ""), plain.read)
SCRIPT = Format("script", "script", (".md", ".markdown"), script.read)
OPENITI = Format("OpenITI", "openiti", (".completed", ".inprogress"), openiti.read)
EPUB = Format("EPUB", "document", (".epub",), _document(epub.markup), epub.cover, is_told_by_bytes=True)
DOCX = Format("DOCX", "document", (".docx",), _document(office.docx), is_told_by_bytes=True)
ODT = Format("ODT", "document", (".odt",), _document(office.odt), is_told_by_bytes=True)
HTML = Format("HTML", "document", (".html", ".htm", ".xhtml"), _document(document.html))
FB2 = Format("FB2", "document", (".fb2",), _document(fb2.markup), fb2.cover, is_told_by_bytes=True)
RTF = Format("RTF", "document", (".rtf",), _document(rtf.markup), is_told_by_bytes=True)
FORMATS = (PLAIN, SCRIPT, OPENITI, EPUB, DOCX, ODT, HTML, FB2, RTF)

OPENITI_ENDING = ".mARkdown"
"""In just these letters; `.markdown` in any others is a script."""

SAVE_AS_DOCX = "open it in a word processor and save it as DOCX"
TO_EPUB = "turn it into an EPUB first, such as with Calibre (which cannot open what its seller has locked)"
PDF = "PDF keeps places on paper, not text: copy the text out, look it through, and save it as a .txt file"
PICTURE = "a picture holds no text: type or recognise it first"
ARCHIVE = "unpack it and name the text file in it"

UNREADABLE = {
    ".pdf": PDF,
    **dict.fromkeys((".doc", ".dot", ".pages", ".wpd", ".wps"), SAVE_AS_DOCX),
    **dict.fromkeys((".mobi", ".azw", ".azw3", ".kfx", ".lit"), TO_EPUB),
    **dict.fromkeys((".mp3", ".m4a", ".m4b", ".wav", ".flac", ".ogg"), "this is sound already: name a text file"),
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar"), ARCHIVE),
    **dict.fromkeys((".djvu", ".png", ".jpg", ".jpeg", ".tif", ".tiff"), PICTURE),
}
"""Endings of files people have books in that are not read, and the way on."""

ALIEN = {
    "PDF": f"this is a PDF by its first bytes: {PDF}",
    "OLE": "this is a Word document from before 2007, or one locked with a password: "
    "open it in a word processor and save it as DOCX, without a password",
    "MOBI": f"this is a MOBI book by its first bytes: {TO_EPUB}",
    "ZIP": f"this is a ZIP archive, damaged or with no document in it: get it anew, or {ARCHIVE}",
}
"""What is recognised and not read."""


@dataclass(frozen=True, slots=True)
class File:
    """A source file as it is on disk, and the format it will be read in."""

    path: Path
    data: bytes
    format: Format

    def reader(self) -> tuple[object, ...]:
        """What, besides the file, shapes what is read from it."""
        is_document = self.format.kind == "document"
        return READING_REVISION, self.format.name, pandoc.version() if is_document else None

    def source(self) -> Source:
        """The text and its paragraphs. Raises SourceError for what is no text, damaged, locked or a trap."""
        found = self.format.read(self.data, self.path)
        if not (found.paragraphs or (found.kind == "script" and found.text.strip())):
            raise _empty(self.path)
        return found

    def cover(self) -> bytes | None:
        """The picture on the cover, PNG or JPEG, if the file has one."""
        return self.format.cover(self.data, self.path)


def format_of(path: Path) -> Format:
    """The format of a file by its name; what has an ending nobody knows («khutba.v2») is taken for plain text.

    Raises SourceError for an ending known not to be read.
    """
    if path.suffix == OPENITI_ENDING:
        return OPENITI
    ending = path.suffix.lower()
    if ending in UNREADABLE:
        raise SourceError(f"{path}: {ending} files are not read: {UNREADABLE[ending]}")
    return next((known for known in FORMATS if ending in known.endings), PLAIN)


def opened(path: Path) -> File:
    """The file, not yet read.

    Raises SourceError for one that is not there, cannot be opened, is empty, or is not what its name says.
    """
    if not is_unicode(str(path)):
        raise SourceError(f"{str(path)!a}: the file's name is not Unicode: give it another")
    named = format_of(path)
    data = _bytes(path)
    if not data.strip():
        raise _empty(path)
    return File(path, data, _agreed(named, recognised(data), path))


def read(path: Path) -> Source:
    """The text of a file and its paragraphs. Raises SourceError, as `opened` and `File.source` do."""
    return opened(path).source()


def cover(path: Path) -> bytes | None:
    """The picture on the cover of the file, PNG or JPEG, if it has one. Raises SourceError as `read` does."""
    return opened(path).cover()


def _agreed(named: Format, found: str | None, path: Path) -> Format:
    """The format, by name and first bytes. Raises SourceError where they do not agree."""
    if found == OPENITI.name and named in {PLAIN, SCRIPT}:
        return OPENITI
    if found in ALIEN:
        raise SourceError(f"{path}: {ALIEN[found]}")
    if found is None and named.is_told_by_bytes:
        raise SourceError(
            f"{path}: this is no {named.name} file, or its begin is damaged: get it anew, or save it again"
        )
    if found in {None, named.name}:
        return named
    known = next(known for known in FORMATS if known.name == found)
    raise SourceError(
        f"{path}: by its first bytes this is {known.name}, not {named.name}: rename it to {path.stem}{known.endings[0]}"
    )


def _empty(path: Path) -> SourceError:
    return SourceError(f"{path}: the file is empty: name one with text in it")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(f"{path}: there is no such file: check the name and the folder") from error
    except IsADirectoryError as error:
        raise SourceError(f"{path}: this is a folder: name the text file in it") from error
    except PermissionError as error:
        raise SourceError(f"{path}: this file may not be read: check its permissions") from error
    except OSError as error:
        raise SourceError(
            f"{path}: the file cannot be read ({error.strerror}): copy it elsewhere and try that"
        ) from error
