"""A script: its parser, not its reader, finds what its paragraphs are."""

from pathlib import Path

from hakawati.reading.decoding import decode
from hakawati.reading.source import Source


def read(data: bytes, path: Path) -> Source:
    """Raises SourceError for what is no text."""
    return Source(path, decode(data, path), "script", ())
