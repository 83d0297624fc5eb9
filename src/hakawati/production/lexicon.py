"""The user's lexicon: found, read, and suggested."""

from pathlib import Path
from typing import NamedTuple

from hakawati.errors import InputError
from hakawati.settings import Settings
from hakawati.spelling.lexicon.entry import EMPTY, Lexicon
from hakawati.spelling.lexicon.pls import ENDING, imported
from hakawati.spelling.lexicon.table import parsed

FILE_NAME = "lexicon.tsv"
"""Looked for beside the source where the settings name no other."""


class Read(NamedTuple):
    """A lexicon, and a sentence for each entry of its file that cannot be used."""

    lexicon: Lexicon
    unused: tuple[str, ...] = ()


def lexicon_of(settings: Settings) -> Read:
    """The lexicon that is set, else the one beside the source, else an empty one. Raises InputError."""
    beside = settings.source.with_name(FILE_NAME) if settings.source else None
    if settings.lexicon:
        return read(settings.lexicon)
    return read(beside) if beside and beside.is_file() else Read(EMPTY)


def read(path: Path) -> Read:
    """A table in UTF-8, or a W3C pronunciation lexicon (`.pls`). Raises InputError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        way_on = "Mend `lexicon` in hakawati.toml."
        raise InputError(f"{path}: the lexicon cannot be read ({error.strerror}). {way_on}") from error
    if path.suffix.lower() == ENDING:
        return Read(*imported(data, path))
    try:
        return Read(parsed(data.decode(), path))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError(f"{path}, line {line}: the lexicon is not UTF-8. Save it as UTF-8.") from error
