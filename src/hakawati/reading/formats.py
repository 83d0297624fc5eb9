"""The source formats, and how one is chosen: by the ending of the file's name. A new format is a line here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hakawati.errors import SourceError
from hakawati.reading import plain
from hakawati.reading.decoding import decode
from hakawati.reading.source import Kind, Paragraph, Source
from hakawati.unicode import is_unicode


@dataclass(frozen=True, slots=True)
class Format:
    """`endings` with their dot, in small letters; `paragraphs` finds them in a decoded text."""

    kind: Kind
    endings: tuple[str, ...]
    paragraphs: Callable[[str], Iterable[Paragraph]]


def _none(_text: str) -> Iterable[Paragraph]:
    """A script's parser finds its paragraphs."""
    return ()


PLAIN = Format("plain", (".txt", ".text", ""), plain.paragraphs)
SCRIPT = Format("script", (".md", ".markdown"), _none)
FORMATS = (PLAIN, SCRIPT)

SAVE_AS_TEXT = "open it in a word processor and save it as plain text (UTF-8, .txt)"

UNREADABLE = {
    ".pdf": "PDF keeps places on paper, not text: copy the text out, look it through, and save it as a .txt file",
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".pages"), SAVE_AS_TEXT),
    **dict.fromkeys(
        (".epub", ".mobi", ".azw3", ".fb2", ".html", ".htm", ".xhtml"),
        "turn it into text first, such as with `pandoc BOOK -t plain --wrap=none -o book.txt`",
    ),
    **dict.fromkeys((".mp3", ".m4a", ".m4b", ".wav", ".flac", ".ogg"), "this is sound already: name a text file"),
    **dict.fromkeys((".zip", ".gz", ".7z", ".rar"), "unpack it and name the text file in it"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), "a picture holds no text: type or recognise it first"),
}
"""Endings of files people have books in that are not read, and the way on."""


def format_of(path: Path) -> Format:
    """The format of a file by its name; what has an ending nobody knows («khutba.v2») is taken for plain text.

    Raises SourceError for an ending known not to be read.
    """
    # OpenITI's .mARkdown is no Markdown
    ending = ".txt" if path.suffix == ".mARkdown" else path.suffix.lower()
    if ending in UNREADABLE:
        raise SourceError(f"{path}: {ending} files are not read: {UNREADABLE[ending]}")
    return next((known for known in FORMATS if ending in known.endings), PLAIN)


def read(path: Path) -> Source:
    """The text of a file and its paragraphs.

    Raises SourceError for a file that is not there, cannot be opened, is no text, or has no text in it.
    """
    if not is_unicode(str(path)):
        raise SourceError(f"{str(path)!a}: the file's name is not Unicode: give it another")
    chosen = format_of(path)
    text = decode(_bytes(path), path)
    if not text.strip():
        raise SourceError(f"{path}: the file is empty: name one with text in it")
    return Source(path, text, chosen.kind, tuple(chosen.paragraphs(text)))


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
