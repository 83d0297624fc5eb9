"""Whether a folder is one that a build made."""

from pathlib import Path

from hakawati.errors import InputError
from hakawati.publishing.playlist import FILE_NAME as PLAYLIST

PAGE = "index.html"
FEED = "feed.xml"


def require_built(folder: Path) -> None:
    """Raise InputError where there is no book to show."""
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "is not there"
        raise InputError(f"{folder} {what}. Name a folder that `hakawati build` made.")
    if not any((folder / name).is_file() for name in (PAGE, PLAYLIST)):
        raise InputError(
            f"{folder} holds no book: neither {PAGE} nor {PLAYLIST}. Name a folder that `hakawati build` made."
        )
