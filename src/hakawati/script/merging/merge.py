"""The merge of three scripts: the one Hakawati wrote last, what the editor made of it, and the source's as it is now.

The editor's file is taken as it stands and changed only where the source has changed since: first whole paragraphs
are aligned, then the words of those that differ. What only the source changed comes in; what only the editor changed
stays, and so do all headings; where both changed the same words the editor's stay and the editor is told. Why: see
docs/decisions/0011-merging.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from hakawati.script.merging.alignment import pairs
from hakawati.script.merging.assembly import Edits, assembled
from hakawati.script.merging.headings import renewed_headings, titles
from hakawati.script.merging.layout import Item, Kind, Layout, Titled, layout
from hakawati.script.merging.manners import Sides
from hakawati.script.merging.placing import Placing
from hakawati.script.merging.remarks import all_comments, without
from hakawati.script.merging.scripts import Scripts
from hakawati.script.merging.stretch import stretch
from hakawati.script.merging.weaving import woven


class Finding(NamedTuple):
    """What the editor should look at, in which line of the new script (from 1)."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The new script, how many changes of the source came into it, and what is to be looked at."""

    text: str
    changes: int
    findings: tuple[Finding, ...]


class Part(NamedTuple):
    """Paragraphs that stand for each other in the base, the editor's script and the new one, by their numbers."""

    base: range
    edited: range
    new: range


def merge(base: str | None, edited: str, new: str, path: Path | str) -> Merged:
    """The script `edited`, which is the file at `path`, with what has changed from `base` to `new`.

    Without a base the words are the source's and all else the editor's. Raises ScriptError for a mistake in a script.
    """
    before = None if base is None else layout(base, "the script as it was written")
    merger = _Merger(before, layout(edited, path), layout(new, "the script of the source"))
    merger.begin()
    for part in merger.parts():
        merger.part(part)
    merger.renew()
    return merger.merged()


@dataclass(slots=True)
class _Merger:
    """`counterparts` says which of the editor's paragraphs is which of the new script's, by their numbers."""

    base: Layout | None
    edited: Layout
    new: Layout
    edits: Edits = field(default_factory=Edits)
    changes: int = 0
    untouched: frozenset[int] = frozenset()
    counterparts: dict[int, int] = field(default_factory=dict)
    began_with: tuple[frozenset[Titled], frozenset[str]] = (frozenset(), frozenset())

    def parts(self) -> Iterator[Part]:
        """Stretches of paragraphs between those that are the same in all three."""
        faces = [body.face for body in (self.base or self.edited).bodies]
        to_edited = dict(pairs(faces, [body.face for body in self.edited.bodies]))
        to_new = dict(pairs(faces, [body.face for body in self.new.bodies]))
        if self.base:
            self.untouched = frozenset(to_edited.values())
        ends = len(self.edited.bodies), len(self.new.bodies)
        starts = (0, 0, 0)
        for index in [*(index for index in to_edited if index in to_new), len(faces)]:
            edited, new = (to_edited[index], to_new[index]) if index < len(faces) else ends
            yield Part(*(range(*each) for each in zip(starts, (index, edited, new), strict=True)))
            starts = (index + 1, edited + 1, new + 1)
            if index < len(faces):
                self.counterparts[edited] = new

    def part(self, part: Part) -> None:
        """Merge the paragraphs of one part; if the source has not changed there, leave the editor's as they are."""
        old = [(self.base or self.edited).bodies[number].face for number in (part.base if self.base else part.edited)]
        if old == [self.new.bodies[number].face for number in part.new]:
            return
        base = stretch(self.base, part.base) if self.base else None
        paragraphs, changes = woven(Sides(base, stretch(self.edited, part.edited), stretch(self.new, part.new)))
        self.changes += changes
        if changes or any(paragraph.findings for paragraph in paragraphs):
            both = self.edited, self.new, self.edits, self.counterparts, self.untouched
            Placing(Scripts(*both, *self.began_with), part.edited).place(paragraphs)

    def begin(self) -> None:
        """Note the headings and the comments that the editor began with, as far as is known."""
        before = self.base or self.edited
        self.began_with = titles(before), all_comments(before)

    def renew(self) -> None:
        """The front matter, the headings and the remarks of mark-up, as far as the editor has not touched them."""
        if not self.base:
            return
        newline = self.edited.newline
        if self.edited.front.split() == self.base.front.split() != self.new.front.split():
            self.edits.instead[0] = [Item(Kind.FRONT, self.new.front.replace("\n", newline))]
            self.changes += 1
        self.changes += renewed_headings(self.base, self.edited, self.new, self.counterparts, self.edits)
        settled = all_comments(self.base) - all_comments(self.new)
        for number, item in enumerate(self.edited.items):
            if settled and item.kind is Kind.BETWEEN and number not in self.edits.instead:
                text = without(item.text, settled, newline)
                if text != item.text:
                    self.edits.instead[number] = [Item(Kind.BETWEEN, text)]

    def merged(self) -> Merged:
        known = titles(self.base) if self.base else frozenset()
        there = all_comments(self.edited)
        items = [
            item
            for item in assembled(self.edited, self.edits, known)
            if not (item.finding and item.text.strip() in there)
        ]
        return Merged("".join(item.text for item in items), self.changes, tuple(_findings(items)))


def _findings(items: list[Item]) -> Iterator[Finding]:
    line = 1
    for item in items:
        if item.finding:
            yield Finding(line, item.finding)
        line += item.text.count("\n")
