"""`cover.png`: the book's picture, as podcast apps, shelves and the page show it."""

from typing import BinaryIO

from hakawati.publishing.cover.cover import REVISION
from hakawati.publishing.edition import About, Edition


class CoverFile:
    name = "cover"
    file = "cover.png"
    revision = REVISION
    asked_only = False

    def refused(self, about: About) -> str | None:  # noqa: ARG002 - every book has a cover
        return None

    def write(self, edition: Edition, file: BinaryIO) -> None:
        assert edition.about.cover is not None, "a book is published with its cover"
        file.write(edition.about.cover)
