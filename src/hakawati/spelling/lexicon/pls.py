"""The W3C's Pronunciation Lexicon Specification 1.0: each `lexeme` has spellings (`grapheme`) and what to say.

An `alias` is words, as our spoken form is. A `phoneme` is sounds in an alphabet that engines do not share: reported,
not used.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError, XMLParser, fromstring

from hakawati.errors import InputError
from hakawati.spelling.lexicon.entry import Entry, Lexicon
from hakawati.spelling.lexicon.table import problem_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ENDING = ".pls"
NAMESPACE = "{http://www.w3.org/2005/01/pronunciation-lexicon}"


def imported(data: bytes, path: Path) -> tuple[Lexicon, tuple[str, ...]]:
    """The lexicon in a PLS file, and a sentence for each lexeme that cannot be used. Raises InputError."""
    root = _root(data, path)
    entries: list[Entry] = []
    unused: list[str] = []
    for lexeme in root.iter(f"{NAMESPACE}lexeme"):
        aliases, words = list(_texts(lexeme, "alias")), list(_texts(lexeme, "grapheme"))
        for word in words:
            problem = problem_of([word, *aliases[:1]]) if aliases else _without_alias(lexeme, word)
            if problem:
                unused.append(f"{path}: {problem}")
            else:
                entries.append(Entry(word, aliases[0]))
    return Lexicon(tuple(entries)), tuple(unused)


def _without_alias(lexeme: "Element", word: str) -> str:
    phonemes = ", ".join(_texts(lexeme, "phoneme"))
    if phonemes:
        return f"{word!r} has only sounds ({phonemes}), which engines do not share. Give it an <alias>."
    return f"{word!r} has neither alias nor phoneme."


def _texts(lexeme: "Element", name: str) -> Iterator[str]:
    for element in lexeme.iter(NAMESPACE + name):
        text = " ".join("".join(element.itertext()).split())
        if text:
            yield text


def _root(data: bytes, path: Path) -> "Element":
    """No entities: a lexicon needs none, and a hostile file can blow up by them."""
    if b"<!ENTITY" in data:
        raise InputError(f"{path}: it declares entities, which a lexicon needs none of. Take its <!DOCTYPE …> out.")
    try:
        root = fromstring(data, XMLParser())  # noqa: S314 - without entities nothing can grow
    except ParseError as error:
        raise InputError(f"{path}, line {error.position[0]}: it is no XML ({error}).") from error
    if root.tag != f"{NAMESPACE}lexicon":
        raise InputError(f"{path}: it is no pronunciation lexicon: its root is {root.tag}, not <lexicon> of the W3C's.")
    return root
