"""Merged paragraphs put into the editor's script: in the place of the editor's own, or after the one before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakawati.script.merging.assembly import told
from hakawati.script.merging.findings import paragraph_gone
from hakawati.script.merging.inserting import Inserting
from hakawati.script.merging.layout import Body, Item, Kind
from hakawati.script.merging.remarks import comments_above, comments_in
from hakawati.script.merging.rewriting import Entry, divided, rewritten, within_block
from hakawati.script.merging.scripts import Scripts
from hakawati.script.merging.stretch import said
from hakawati.script.merging.weaving import Woven
from hakawati.script.merging.words import words


@dataclass(frozen=True, slots=True)
class Placing:
    """Puts the paragraphs of one part, the editor's bodies `part`, in their places."""

    scripts: Scripts
    part: range

    def place(self, paragraphs: Sequence[Woven]) -> None:
        parted = [each for paragraph in paragraphs for each in self.parted(paragraph)]
        own: dict[int, list[Woven]] = {}
        for paragraph in parted:
            if (number := paragraph.body) is not None:
                own.setdefault(number, []).append(paragraph)
        for number in self.part:
            if number in own:
                self.replace(number, own[number])
            else:
                joined = any(entry.edited and entry.edited.body == number for one in parted for entry in one.entries)
                self.remove(number, joined=joined)
        Inserting(self.scripts, self.part, sorted(own)).insert(parted)

    def parted(self, paragraph: Woven) -> Iterator[Woven]:
        """Where the source has joined two paragraphs, but headings or blocks part the editor's, they stay parted."""
        held = Woven([], paragraph.findings)
        number: int | None = None
        for entry in paragraph.entries:
            place = entry.edited
            if place and number is not None and place.body != number and self.barrier(number, place.body):
                yield held
                held = Woven()
            number = place.body if place else number
            held.entries.append(entry)
        yield held

    def barrier(self, number: int, after: int) -> bool:
        between = self.scripts.edited.items[
            self.scripts.edited.bodies[number].item + 1 : self.scripts.edited.bodies[after].item
        ]
        return any(item.kind in {Kind.TITLE, Kind.OPENING, Kind.CLOSING} for item in between)

    def replace(self, number: int, paragraphs: Sequence[Woven]) -> None:
        body = self.scripts.edited.bodies[number]
        self.scripts.edits.before[body.item] = [
            told(each, self.scripts.newline) for one in paragraphs for each in one.findings
        ]
        for entry in paragraphs[0].entries:
            if entry.edited and entry.new:
                self.scripts.counterparts.setdefault(number, entry.new.body)
        self.scripts.edits.before[body.item] += self.new_remarks(number, paragraphs)
        if [entry.word for one in paragraphs for entry in one.entries] != list(words(body)) or len(paragraphs) > 1:
            self.scripts.edits.instead[body.item] = list(self.instead(number, paragraphs))

    def new_remarks(self, number: int, paragraphs: Sequence[Woven]) -> list[Item]:
        """The comments of mark-up that a body comes to have; those on a paragraph taken whole come with it."""
        opposite = self.scripts.counterparts.get(number)
        if opposite is None or self.as_written(paragraphs):
            return []
        there = comments_above(self.scripts.edited, self.scripts.edited.bodies[number])
        comments = comments_above(self.scripts.new, self.scripts.new.bodies[opposite])
        return [
            Item(Kind.BETWEEN, each + self.scripts.newline)
            for each in comments
            if each not in {*self.scripts.written, *there}
        ]

    def instead(self, number: int, paragraphs: Sequence[Woven]) -> Iterator[Item]:
        """The paragraphs that take a body's place: mark-up's own where the editor left it as it was written."""
        body = self.scripts.edited.bodies[number]
        whole = [self.scripts.whole(paragraph.entries) for paragraph in paragraphs]
        if self.as_written(paragraphs):
            items = [list(self.scripts.as_new(each, body)) for each in whole if each is not None]
        elif len(paragraphs) == 1:
            items = [
                [Item(Kind.BODY, rewritten(body, number, self.entries(paragraphs[0], body), self.scripts.newline))]
            ]
        else:
            entries = [self.entries(paragraph, body) for paragraph in paragraphs]
            items = [[Item(Kind.BODY, text)] for text in divided(body, entries, self.scripts.newline)]
        for at, paragraph in enumerate(items):
            if at:
                yield Item(Kind.BETWEEN, self.scripts.newline)
            yield from paragraph

    def entries(self, paragraph: Woven, body: Body) -> list[Entry]:
        return [within_block(entry, body.manner) for entry in paragraph.entries]

    def as_written(self, paragraphs: Sequence[Woven]) -> bool:
        """Whether they are whole paragraphs of the new script, in which no word is from a body that was edited."""
        return all(self.scripts.whole(paragraph.entries) is not None for paragraph in paragraphs) and all(
            entry.edited.body in self.scripts.untouched
            for paragraph in paragraphs
            for entry in paragraph.entries
            if entry.edited
        )

    def remove(self, number: int, *, joined: bool) -> None:
        """Leave a body out. Comments in it and above it stay, and the editor is told what they were about, unless the
        body has been `joined` to another.
        """
        body = self.scripts.edited.bodies[number]
        inside = comments_in(body.text)
        above = self.scripts.edited.items[body.item - 1] if body.item else None
        noted = comments_in(above.text) if above and above.kind is Kind.BETWEEN else []
        kept = [Item(Kind.BETWEEN, each + self.scripts.newline) for each in inside]
        if not joined and (inside or any(each not in self.scripts.written for each in noted)):
            kept.append(told(paragraph_gone(said(words(body))), self.scripts.newline))
        self.scripts.edits.instead[body.item] = kept
