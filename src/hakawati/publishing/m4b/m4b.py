"""`book.m4b`, as a thing that is published."""

import importlib.util
from typing import BinaryIO

from hakawati.publishing.edition import About, Edition


class M4B:
    name = "m4b"
    file = "book.m4b"
    revision = 1
    asked_only = True

    def refused(self, about: About) -> str | None:  # noqa: ARG002 - every book can be bound, if the encoder is there
        if importlib.util.find_spec("av") is None:
            return "m4b: the package av is missing. Install it: pip install 'hakawati[m4b]'"
        return None

    def write(self, edition: Edition, file: BinaryIO) -> None:
        from hakawati.publishing.m4b.layout import write_book  # noqa: PLC0415 - PyAV takes long to load

        write_book(edition, file)
