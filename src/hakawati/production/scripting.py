"""A source becomes the script that an editor mends."""

from pathlib import Path

from hakawati.errors import InputError
from hakawati.production.folder import written_whole
from hakawati.production.places import open_store
from hakawati.production.sources import book_of
from hakawati.script.file.writer import write
from hakawati.settings import Settings


def script_of(settings: Settings) -> str:
    """The script of the book that `settings` name."""
    return write(book_of(settings, open_store(settings)))


def save_script(script: str, out: Path) -> None:
    """Write the script to a file that is not there yet: one that is may hold an editor's work. Raises InputError."""
    if out.exists() and out.read_bytes() != script.encode():
        raise InputError(
            f"{out} is there already, and may hold your edits. Give another name with -o, or move it away first."
        )
    written_whole(out, lambda file: file.write(script.encode()))
