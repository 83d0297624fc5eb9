r"""A script's text as blocks: headings and paragraphs, with what the `:::` blocks around them say.

    # title, ## title      an episode, a chapter; a bare # or ## has no title, and \#title is text
    ::: supplication       begins a block; ::: alone ends the innermost one
    <!-- … -->             a note, left out wherever it stands
    --- or * * *           a line of its own: nothing to read, parts paragraphs as a blank line does

Headings and fences need no blank line around them here (for Pandoc they do; the writer puts it). Up to three spaces
may stand before them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from hakawati.model import Manner
from hakawati.script.file import attributes
from hakawati.script.file.attributes import Attributes
from hakawati.script.file.text import Excerpt, ScriptText

_NOTE = re.compile(r"\\[!-/:-@\[-`{-~]|<!--(?P<rest>.*?-->)?", re.DOTALL)
_HEADING = re.compile(r"[ ]{0,3}(#+)(?=(\s|\Z)|\w)")
_FENCE = re.compile(r"[ ]{0,3}:{3,}")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}\s*\Z")

EPISODE, CHAPTER = 1, 2


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` is EPISODE or CHAPTER, `at` the offset of the line in the script, `title` what follows the # signs."""

    level: int
    at: int
    title: Excerpt


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`manner` is what the blocks around it say, `pause` the silence after the paragraph that they ask for."""

    excerpt: Excerpt
    manner: Manner
    pause: float | None = None


@dataclass(frozen=True, slots=True)
class Fence:
    """A line that `opens` a block or ends one; `at` is its offset in the script."""

    at: int
    opens: bool


class _Open(NamedTuple):
    """A `:::` block not closed yet: the offset of its fence, what it asks for, the manner in it, the blocks before."""

    at: int
    given: Attributes
    manner: Manner
    before: int


class _Line(NamedTuple):
    """A line without its notes: what is left of it as ranges of offsets. `noted`: there was a note."""

    ranges: list[tuple[int, int]]
    noted: bool


def blocks(script: ScriptText, start: int) -> list[Heading | Paragraph]:
    """The blocks of `script` from offset `start` on. Raises ScriptError for a note or a block never closed."""
    return with_fences(script, start)[0]


def with_fences(script: ScriptText, start: int) -> tuple[list[Heading | Paragraph], list[Fence]]:
    """The blocks, and the lines around some of them that open and close a `:::` block."""
    reader = _Reader(script)
    for line in _lines(script, start):
        reader.read(line)
    return reader.finished(), reader.fences


@dataclass(slots=True)
class _Reader:
    """Takes line after line; what it has so far."""

    script: ScriptText
    found: list[Heading | Paragraph] = field(default_factory=list)
    fences: list[Fence] = field(default_factory=list)
    opened: list[_Open] = field(default_factory=list)
    paragraph: list[tuple[int, int]] = field(default_factory=list)

    def read(self, line: _Line) -> None:
        text = "".join(self.script.text[start:end] for start, end in line.ranges)
        if line.noted and not text.strip():
            return  # a note on lines of its own does not part the paragraph it stands in
        if not text.strip() or _RULE.match(text):
            self.end_paragraph()
        elif heading := _HEADING.match(text):
            self.heading(line, heading)
        elif fence := _FENCE.match(text):
            self.fence(_excerpt(self.script, line.ranges), fence.end())
        else:
            self.paragraph += line.ranges

    def end_paragraph(self) -> None:
        if self.paragraph:
            manner = self.opened[-1].manner if self.opened else Manner()
            self.found.append(Paragraph(_excerpt(self.script, self.paragraph), manner))
            self.paragraph = []

    def heading(self, line: _Line, signs: re.Match[str]) -> None:
        self.end_paragraph()
        excerpt = _excerpt(self.script, line.ranges)
        level = len(signs[1])
        if signs[2] is None:
            problem = f"a space is missing after {signs[1]}, if this is to be a heading; \\{signs[1]} is plain text"
            raise excerpt.mistake(signs.start(1), problem)
        if level > CHAPTER:
            problem = f"no headings of level {level}: # begins an episode, ## a chapter; \\{signs[1]} is plain text"
            raise excerpt.mistake(signs.start(1), problem)
        if self.opened:
            fence = self.script.text.count("\n", 0, self.opened[-1].at) + 1
            raise excerpt.mistake(0, f"a heading inside a block: close the ::: block of line {fence} first")
        title = Excerpt(self.script, excerpt.text[signs.end() :], excerpt.places[signs.end() :])
        self.found.append(Heading(level, excerpt.places[signs.start(1)], title))

    def fence(self, excerpt: Excerpt, at: int) -> None:
        self.end_paragraph()
        said = excerpt.text[at:].strip().rstrip(":").rstrip()  # Pandoc lets colons end the line, as decoration
        self.fences.append(Fence(excerpt.places[0], bool(said)))
        if said:
            self.open(excerpt, excerpt.text.index(said, at), said)
        else:
            self.close(excerpt)

    def open(self, excerpt: Excerpt, at: int, said: str) -> None:
        if said.startswith("{"):
            given, end = attributes.read(excerpt, at)
        else:
            name = said.split(maxsplit=1)[0]
            given, end = attributes.named(excerpt, at, name), at + len(name)
        if end < at + len(said):
            raise excerpt.mistake(end, "a block begins with one role, or with attributes in braces, and nothing else")
        if given.say:
            raise excerpt.mistake(at, "say= is for the words of one span, not for a block")
        around = self.opened[-1].manner if self.opened else Manner()
        self.opened.append(_Open(excerpt.places[0], given, given.over(around), len(self.found)))

    def close(self, excerpt: Excerpt) -> None:
        if not self.opened:
            raise excerpt.mistake(0, "there is no open ::: block that this could close")
        block = self.opened.pop()
        last = self.found[-1] if len(self.found) > block.before else None
        if not isinstance(last, Paragraph):
            raise self.script.mistake(block.at, "an empty block: there is nothing in it to read")
        if last.pause is None:
            self.found[-1] = replace(last, pause=block.given.pause)

    def finished(self) -> list[Heading | Paragraph]:
        self.end_paragraph()
        if self.opened:
            raise self.script.mistake(self.opened[-1].at, "this block is never closed: a line ::: is missing")
        return self.found


def _excerpt(script: ScriptText, ranges: list[tuple[int, int]]) -> Excerpt:
    """The text of `ranges`, its places a plain `range` where it stands in one piece."""
    (start, _), (_, end) = ranges[0], ranges[-1]
    if sum(last - first for first, last in ranges) == end - start:
        return Excerpt(script, script.text[start:end], range(start, end))
    text = "".join(script.text[first:last] for first, last in ranges)
    return Excerpt(script, text, [place for first, last in ranges for place in range(first, last)])


def _lines(script: ScriptText, start: int) -> Iterator[_Line]:
    """The lines from offset `start` on, each with its line break."""
    waiting = notes(script, start)
    note = next(waiting, None)
    end = len(script.text)
    while start < end:
        line_end = script.text.find("\n", start) + 1 or end
        ranges: list[tuple[int, int]] = []
        at, noted = start, False
        while note and note[0] < line_end:
            noted = True
            ranges.append((at, max(at, note[0])))
            at = min(note[1], line_end)
            if note[1] > line_end:
                break
            note = next(waiting, None)
        ranges.append((at, line_end))
        yield _Line([(first, last) for first, last in ranges if first < last], noted)
        start = line_end


def notes(script: ScriptText, start: int) -> Iterator[tuple[int, int]]:
    """The offsets of each `<!-- … -->` that no backslash makes plain. Raises ScriptError for one never closed."""
    for found in _NOTE.finditer(script.text, start):
        if found.group() == "<!--":
            raise script.mistake(found.start(), "this note is never closed: --> is missing. \\<!-- is plain text")
        if found["rest"]:
            yield found.span()
