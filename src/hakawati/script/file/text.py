"""A script file's text, and how its mistakes are told: the line, the column, the line itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from hakawati.errors import ScriptError

UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
"""Characters no text holds: NUL, and surrogates without their other half, which UTF-8 cannot write."""

DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
"""Invisible marks of direction, as the inside of a regular expression's set."""


@dataclass(frozen=True, slots=True)
class ScriptText:
    """The decoded text of the script at `path`; all offsets count its code points from 0."""

    path: Path | str
    text: str

    def mistake(self, at: int, problem: str) -> ScriptError:
        """The error to raise for a mistake at offset `at`."""
        line = self.text.count("\n", 0, at) + 1
        start = self.text.rfind("\n", 0, at) + 1
        end = self.text.find("\n", at)
        shown = self.text[start : end if end >= 0 else len(self.text)].rstrip("\r")
        return ScriptError(self.path, line, at - start + 1, problem, UNWRITABLE.sub("\ufffd", shown))

    def check(self) -> None:
        """Raises ScriptError at the first character that no text holds."""
        if found := UNWRITABLE.search(self.text):
            raise self.mistake(found.start(), unwritable(found.group()))


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph, or a line, of a script as it stands there, notes left out. `places` says where each character is."""

    script: ScriptText
    text: str
    places: Sequence[int]

    def mistake(self, at: int, problem: str) -> ScriptError:
        """The error to raise for a mistake at `text[at]`; at the end of the text, for its last character."""
        return self.script.mistake(self.places[min(at, len(self.places) - 1)], problem)


def unwritable(character: str) -> str:
    """What to say about a character that UNWRITABLE found."""
    return f"U+{ord(character):04X} is not a character of any text; delete it"


def unknown(kind: str, word: str, known: Iterable[str]) -> str:
    """What to say about a word that is none of `known`: the nearest of them, then all."""
    names = list(known)
    near = get_close_matches(word, names, n=1)
    question = f" Did you mean “{near[0]}”?" if near else ""
    return f"there is no {kind} “{word}”.{question} Known: {', '.join(names)}"
