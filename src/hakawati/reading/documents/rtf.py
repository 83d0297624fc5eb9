r"""RTF: letters beyond ASCII, however they are written, are given to pandoc as themselves.

Pandoc takes `\'c7` for Latin whatever the font's character set says, and so garbles Arabic; of `\u1575? ` it loses the
space. Which code page holds where is after the Rich Text Format Specification 1.9.1: `\ansicpg` for the file,
`\fcharset` for a font, `\af` for the font of a right-to-left run.
"""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from hakawati.errors import SourceError
from hakawati.reading.documents.container import DAMAGED
from hakawati.reading.documents.markup import Markup

CHARSETS = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
r"""`\fcharset` to code page; of others (ANSI, default, symbols) the file's own holds."""
CODE_PAGES = frozenset(range(437, 1259))

_TOKEN = re.compile(
    r"(?P<bytes>(?:\\'[0-9a-fA-F]{2}|[\x80-\xff])+)|\\(?P<word>[a-z]+)(?P<number>-?\d{1,9})? ?"
    r"|\\.|(?P<brace>[{}])|(?P<text>[^\\{}\x80-\xff]+)|\\",
    re.DOTALL,
)
_BYTE = re.compile(r"\\'([0-9a-fA-F]{2})|([\x80-\xff])")


@dataclass(frozen=True, slots=True)
class State:
    r"""What holds in a group: fonts by number, the direction, and how many characters stand in for a `\u` word."""

    font: int = -1
    right_font: int = -1
    is_right_to_left: bool = False
    stand_ins: int = 1
    is_font_table: bool = False


@dataclass(slots=True)
class Respelling:
    """One pass over a file."""

    code_page: str = "cp1252"
    charsets: dict[int, str] = field(default_factory=dict)
    state: State = field(default_factory=State)
    outer: list[State] = field(default_factory=list)
    skipped: int = 0
    r"""Characters still to come that stand in for a `\u` word."""

    def respelled(self, text: str) -> str:
        out: list[str] = []
        at = 0
        while match := _TOKEN.match(text, at):
            at = match.end()
            if match["word"] == "bin":
                at += max(0, int(match["number"] or 0))
            else:
                out.append(self._token(match))
        return "".join(out)

    def _token(self, match: re.Match[str]) -> str:
        if match["bytes"]:
            return self._letters(match["bytes"])
        if match["text"]:
            return self._text(match["text"])
        self.skipped = 0
        if match["brace"]:
            self._brace(match["brace"])
        elif match["word"]:
            return self._word(match["word"], int(match["number"] or 0), match.group())
        return match.group()

    def _text(self, text: str) -> str:
        left = text.lstrip("\r\n")
        skipped = min(self.skipped, len(left))
        self.skipped -= skipped
        return left[skipped:]

    def _brace(self, brace: str) -> None:
        if brace == "{":
            self.outer.append(self.state)
        elif self.outer:
            self.state = self.outer.pop()

    def _word(self, word: str, number: int, written: str) -> str:
        if word == "u":
            self.skipped = self.state.stand_ins
            return _escaped(chr(number % 0x10000))
        if word == "uc":
            self.state = replace(self.state, stand_ins=max(0, min(number, 9)))
            return ""
        self._take_in(word, number)
        return written

    def _take_in(self, word: str, number: int) -> None:
        match word:
            case "ansicpg" if number in CODE_PAGES:
                self.code_page = f"cp{number}"
            case "fonttbl":
                self.state = replace(self.state, is_font_table=True)
            case "f":
                self.state = replace(self.state, font=number)
            case "af":
                self.state = replace(self.state, right_font=number)
            case "fcharset" if self.state.is_font_table and number in CHARSETS:
                self.charsets[self.state.font] = CHARSETS[number]
            case "rtlch" | "ltrch":
                self.state = replace(self.state, is_right_to_left=word == "rtlch")

    def _letters(self, written: str) -> str:
        codes = bytes(int(code, 16) if code else ord(raw) for code, raw in _BYTE.findall(written))
        letters = codes[self.skipped :]
        self.skipped = max(0, self.skipped - len(codes))
        return _escaped(self._decoded(letters))

    def _decoded(self, codes: bytes) -> str:
        state = self.state
        font = state.right_font if state.is_right_to_left and state.right_font >= 0 else state.font
        try:
            return codes.decode(self.charsets.get(font, self.code_page), errors="replace")
        except LookupError:  # a code page that Python does not know
            return codes.decode("cp1252", errors="replace")


def _escaped(letters: str) -> str:
    """Of a byte or a number that means a letter, nothing else is made by how it is written."""
    return "".join(
        f"\\{letter}" if letter in "\\{}" else letter for letter in letters if letter.isprintable() or letter > "\x7f"
    )


def markup(data: bytes, path: Path) -> Markup:
    """Raises SourceError for a file that is cut off."""
    text = data.decode("latin-1")
    respelling = Respelling()
    respelled = respelling.respelled(text)
    if respelling.outer:
        raise SourceError(f"{path}: it ends inside {len(respelling.outer)} groups: {DAMAGED}")
    return Markup(respelled.encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "rtf")
