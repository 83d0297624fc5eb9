"""What the `#META#` lines at the head of an OpenITI text say about the book."""

import re
from collections.abc import Iterator

from hakawati.reading.languages import language
from hakawati.reading.source import About

MAGIC = "######OpenITI#"
"""The first line of every OpenITI text."""
END = "#META#Header#End#"

NOTHING = frozenset({"", "NODATA", "NOTGIVEN", "NOTAVAILABLE", "NOCODE", "NULL", "NONE", "NAN"})
"""What is written where nothing is known."""

TITLES = ("BookTITLE", "BookTITLEalt", "Title", "title", "bk")
AUTHORS = ("AuthorNAME", "AuthorAKA", "Author", "author", "auth")
LANGUAGES = ("BookLANG", "Language", "language")
"""A field's name, by the libraries that the texts were taken from; the best first."""

_FIELD = re.compile(r"^#META#[ \t]*[\d.]*[ \t]*(\w+)[ \t]*::[ \t]*(.*?)[ \t\r]*$", re.MULTILINE)
_NOTE = re.compile(r"\s*[(\[][^()\[\]]*[)\]]?\s*$")
"""A note behind a name: `(المتوفى: 207هـ)`."""


def body_start(text: str) -> int:
    """The offset at which the header ends; 0 where there is none."""
    end = text.find(END)
    return 0 if end < 0 else end + len(END)


def about(text: str) -> About:
    """Title, author (the full name, without the note on when they died) and language."""
    fields = list(_fields(text[: body_start(text)]))
    author = _first(fields, AUTHORS)
    return About(
        title=_first(fields, TITLES),
        author=_NOTE.sub("", author) or None if author else None,
        language=language(_first(fields, LANGUAGES)),
    )


def _fields(header: str) -> Iterator[tuple[str, str]]:
    for match in _FIELD.finditer(header):
        if match[2].upper() not in NOTHING:
            yield match[1], match[2]


def _first(fields: list[tuple[str, str]], names: tuple[str, ...]) -> str | None:
    return next((value for wanted in names for name, value in fields if name == wanted), None)
