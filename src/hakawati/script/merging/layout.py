"""A script as it stands in its file: every line belongs to one item, so that the items joined are the file."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from hakawati.model import Manner
from hakawati.script.file import front_matter, spans
from hakawati.script.file.blocks import Fence, Heading, Paragraph, notes, with_fences
from hakawati.script.file.text import ScriptText


class Kind(Enum):
    FRONT = auto()
    """The front matter."""
    TITLE = auto()
    """A heading."""
    OPENING = auto()
    """A line that opens a `:::` block."""
    CLOSING = auto()
    BODY = auto()
    """A paragraph."""
    BETWEEN = auto()
    """Blank lines, comments, rules."""


class Titled(NamedTuple):
    """What a heading says."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Item:
    """Whole lines. `finding` is what the user is to be told about this item, if anything."""

    kind: Kind
    text: str
    titled: Titled | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """A paragraph: where it is among the items, and the offset of its first line.

    `blocks` are the opening lines of the blocks it stands in, `titles` the headings above it, up to the body before,
    and `between` what stands between them; both as the numbers of their items.
    """

    item: int
    at: int
    text: str
    paragraph: Paragraph
    blocks: tuple[str, ...]
    titles: tuple[int, ...]
    between: tuple[int, ...]

    @property
    def manner(self) -> Manner:
        """What the blocks around it say."""
        return self.paragraph.manner

    @property
    def face(self) -> tuple[str, Manner, float | None]:
        """All that an editor could change about it."""
        return self.text.replace("\r\n", "\n").rstrip("\n"), self.manner, self.paragraph.pause


@dataclass(slots=True)
class Layout:
    """The items of a script, and those of them that are bodies; `newline` is how its lines end."""

    newline: str
    items: list[Item] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)

    @property
    def front(self) -> str:
        return self.items[0].text if self.items and self.items[0].kind is Kind.FRONT else ""


def layout(text: str, path: Path | str) -> Layout:
    """The layout of a script. Raises ScriptError for a mistake in its structure."""
    script = ScriptText(path, text)
    script.check()
    start = front_matter.read(script).end
    blocks, fences = with_fences(script, start)
    reader = _Reader(script, list(notes(script, start)), Layout("\r\n" if "\r\n" in text else "\n"))
    if start:
        reader.add(Kind.FRONT, start)
    for block in sorted([*blocks, *fences], key=_place):
        reader.take(block)
    reader.add(Kind.BETWEEN, len(text))
    return reader.found


def _place(block: Heading | Paragraph | Fence) -> int:
    return block.excerpt.places[0] if isinstance(block, Paragraph) else block.at


@dataclass(slots=True)
class _Reader:
    """Takes block after block; up to `at` every line has its item."""

    script: ScriptText
    notes: Sequence[tuple[int, int]]
    found: Layout
    at: int = 0
    blocks: list[str] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    between: list[int] = field(default_factory=list)

    def take(self, block: Heading | Paragraph | Fence) -> None:
        last = block.excerpt.places[-1] if isinstance(block, Paragraph) else block.at
        begin, end = self.lines(_place(block), last)
        self.add(Kind.BETWEEN, begin)
        if isinstance(block, Paragraph):
            self.body(block, end)
        elif isinstance(block, Heading):
            self.titles.append(len(self.found.items))
            self.add(Kind.TITLE, end, Titled(block.level, spans.title(block)))
        elif block.opens:
            self.add(Kind.OPENING, end)
            self.blocks.append(self.found.items[-1].text)
        else:
            self.add(Kind.CLOSING, end)
            self.blocks.pop()

    def body(self, block: Paragraph, end: int) -> None:
        at, number = self.at, len(self.found.items)
        self.add(Kind.BODY, end)
        around = tuple(self.blocks), tuple(self.titles), tuple(self.between)
        self.found.bodies.append(Body(number, at, self.script.text[at:end], block, *around))
        self.titles, self.between = [], []

    def add(self, kind: Kind, end: int, titled: Titled | None = None) -> None:
        if end <= self.at:
            return
        if kind is Kind.BETWEEN:
            self.between.append(len(self.found.items))
        self.found.items.append(Item(kind, self.script.text[self.at : end], titled))
        self.at = end

    def lines(self, first: int, last: int) -> tuple[int, int]:
        """The lines from the one of `first` to the one of `last`, with those of notes that reach over their ends."""
        begin = self.script.text.rfind("\n", 0, first) + 1
        end = self.script.text.find("\n", last) + 1 or len(self.script.text)
        for note_begin, note_end in self._over(begin, end):
            begin = min(begin, self.script.text.rfind("\n", 0, note_begin) + 1)
            end = max(end, self.script.text.find("\n", note_end - 1) + 1 or len(self.script.text))
        return max(begin, self.at), end

    def _over(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """The notes that `begin` or `end` lies inside of."""
        for place in (begin, end):
            index = bisect_right(self.notes, (place, -1)) - 1
            if index >= 0 and self.notes[index][0] < place < self.notes[index][1]:
                yield self.notes[index]
