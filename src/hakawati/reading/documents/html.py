"""Web pages made harmless before they are parsed: what is not read aloud is cut out, all else becomes a few plain,
well-nested elements without attributes.

Tags are found by one regular expression that never goes back, so that a hostile page costs no more time than another of
its length; html.parser is quadratic on some pages in patch releases of Python that are still about.
"""

import html
import re
from collections import Counter
from typing import NamedTuple

from hakawati.reading.documents.elements import (
    BLOCKS,
    BOXES,
    HEADINGS,
    INLINE,
    KEPT,
    RAW,
    VOID,
    attributes_of,
    is_hidden,
)
from hakawati.reading.documents.walk import LEFT_OUT, POETIC

_TOKEN = re.compile(
    r"""<!--.*?(?:-->|\Z)
      |<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)
      |<[!?][^>]*(?:>|\Z)
      |<(?P<end>/?)(?P<name>[A-Za-z][^\s/>]*+)(?P<attributes>(?:[^>"']++|"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))*+)(?:>|\Z)
    """,
    re.DOTALL | re.VERBOSE,
)


DEEPEST = 40
"""Elements within elements; deeper ones part the text and are not kept."""


class Page(NamedTuple):
    """A page's text in plain HTML, and what it says about itself."""

    body: str
    title: str | None
    author: str | None
    language: str | None


def cleaned(text: str, *, is_book_part: bool = False) -> Page:
    """The page in plain HTML; links of a book's part to other parts count as links within the document."""
    cleaner = _Cleaner(is_book_part=is_book_part)
    cleaner.clean(text)
    return Page("".join(cleaner.out), cleaner.title, cleaner.author, cleaner.language)


class _Cleaner:
    """One pass over a page: `out` is what is kept, `_open` the elements it is in, outermost first."""

    def __init__(self, *, is_book_part: bool) -> None:
        self.out: list[str] = []
        self.title: str | None = None
        self.author: str | None = None
        self.language: str | None = None
        self._is_book_part = is_book_part
        self._open: list[tuple[str, str]] = []
        self._unkept: Counter[str] = Counter()
        self._hidden = ""
        self._hidden_depth = 0

    def clean(self, text: str) -> None:
        at = 0
        while match := _TOKEN.search(text, at):
            self._words(html.unescape(text[at : match.start()]))
            at = match.end()
            if match["cdata"]:
                self._words(match["cdata"])
            elif match["name"]:
                at = self._tag(match, text)
        self._words(html.unescape(text[at:]))
        self._close_to(0)

    def _words(self, text: str) -> None:
        if text and not self._hidden:
            self.out.append(html.escape(text.replace("\0", ""), quote=False))

    def _tag(self, match: re.Match[str], text: str) -> int:
        """Take in a tag; the offset to go on from, which is behind an element whose text is not markup."""
        name = match["name"].lower()
        attributes = attributes_of(match["attributes"])
        is_empty = name in VOID or match["attributes"].endswith("/")
        if self._is_in_hidden(name, is_end=bool(match["end"]), is_empty=is_empty):
            return _behind(text, name, match.end()) if name in RAW and not match["end"] else match.end()
        if match["end"]:
            self._end(name)
            return match.end()
        self._note(name, attributes)
        if name in RAW and not is_empty:
            return self._raw(name, text, match.end())
        self._begin(name, attributes, is_empty=is_empty)
        return match.end()

    def _is_in_hidden(self, name: str, *, is_end: bool, is_empty: bool) -> bool:
        """Whether this tag belongs to what is cut out; counts its elements to know where it ends."""
        if not self._hidden:
            return False
        if self._hidden == "p" and name != "p" and name in BLOCKS:
            self._hidden = ""  # a paragraph ends where a block begins or the one around it ends
            return False
        if self._hidden == name and not is_empty:
            self._hidden_depth += -1 if is_end else 1
            if self._hidden_depth <= 0 or name == "p":
                self._hidden = ""
                return is_end
        return True

    def _raw(self, name: str, text: str, start: int) -> int:
        end = _behind(text, name, start)
        if name == "title" and self.title is None:
            words = html.unescape(text[start:end].partition("<")[0])
            self.title = " ".join(words.split()) or None
        return end

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        """What the page says about itself."""
        if name in {"html", "body"}:
            self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
        kind = attributes.get("name", "").lower()
        if name == "meta" and kind in {"author", "dc.creator", "dcterms.creator"}:
            self.author = self.author or " ".join(attributes.get("content", "").split()) or None

    def _begin(self, name: str, attributes: dict[str, str], *, is_empty: bool) -> None:
        if name in BLOCKS:
            self._end_paragraph(name)
        if is_hidden(name, attributes) and name not in VOID:
            if name not in BLOCKS:
                self.out.append(LEFT_OUT)
            if not is_empty:
                self._hidden, self._hidden_depth = name, 1
        elif name == "br":
            self.out.append("<br>")
        elif is_empty:
            self._part(name)
        else:
            self._open_element(name, attributes)

    def _open_element(self, name: str, attributes: dict[str, str]) -> None:
        kept, tag = self._kept_as(name, attributes)
        is_in_heading = bool(self._open) and self._open[-1][0] in HEADINGS
        if not kept or len(self._open) >= DEEPEST or (is_in_heading and name in BLOCKS):
            self._unkept[name] += 1
            self._part(name)
            return
        self.out.append(tag)
        self._open.append((name, kept))

    def _part(self, name: str) -> None:
        """An element that is not kept parts the text all the same, if it is a block."""
        if name in BLOCKS:
            is_in_heading = bool(self._open) and self._open[-1][0] in HEADINGS
            parting = " " if is_in_heading else "<p></p>"
            if self.out[-1:] != [parting]:
                self.out.append(parting)

    def _kept_as(self, name: str, attributes: dict[str, str]) -> tuple[str, str]:
        """The element that stands for this one, and its tag; empty where only its text is kept."""
        if name in BLOCKS - HEADINGS and POETIC.intersection(attributes.get("class", "").lower().split()):
            return "div", '<div class="poetry">'
        if name == "a":
            return ("a", '<a href="#">') if self._leads_inside(attributes.get("href", "")) else ("", "")
        kept = "div" if name in BOXES else name if name in KEPT else ""
        return kept, f"<{kept}>"

    def _leads_inside(self, href: str) -> bool:
        return href.startswith("#") or (self._is_book_part and bool(href) and ":" not in href)

    def _end(self, name: str) -> None:
        if self._unkept[name]:
            self._unkept[name] -= 1
            self._part(name)
            return
        places = [place for place, (opened, _) in enumerate(self._open) if opened == name]
        if places:
            self._close_to(places[-1])

    def _end_paragraph(self, name: str) -> None:
        """A paragraph, and a heading nobody ended, end where another block begins."""
        while self._open and self._open[-1][0] in INLINE:
            self._close_to(len(self._open) - 1)
        last = self._open[-1][0] if self._open else ""
        if last == "p" or (last in HEADINGS and name in KEPT):
            self._close_to(len(self._open) - 1)

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self.out.append(f"</{self._open.pop()[1]}>")


def _behind(text: str, name: str, start: int) -> int:
    """The offset behind the end tag of an element that began before `start`; the text's end where there is none."""
    end = re.compile(rf"</{name}[^>]*(?:>|\Z)", re.IGNORECASE).search(text, start)
    return end.end() if end else len(text)
