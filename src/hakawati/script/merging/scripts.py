"""The editor's script and the new one, and what is known of how the first came to be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hakawati.script.merging.assembly import Edits, within
from hakawati.script.merging.layout import Body, Item, Kind, Layout, Titled
from hakawati.script.merging.remarks import comments_above
from hakawati.script.merging.rewriting import Entry
from hakawati.script.merging.stretch import Place
from hakawati.script.merging.words import words


@dataclass(frozen=True, slots=True)
class Scripts:
    """`edits` is what becomes of the editor's script, `counterparts` which of its bodies is which of the new one's;
    both grow as parts are merged.

    `untouched` are the bodies that the editor left as they were written; `known` the headings, and `written` the
    comments, that the editor began with.
    """

    edited: Layout
    new: Layout
    edits: Edits
    counterparts: dict[int, int]
    untouched: frozenset[int]
    known: frozenset[Titled]
    written: frozenset[str]

    @property
    def newline(self) -> str:
        return self.edited.newline

    def whole(self, entries: Sequence[Entry]) -> int | None:
        """The number of the new script's body that the entries are, all of it and nothing else."""
        first = entries[0].new
        if first is None:
            return None
        wanted = [Place(first.body, index) for index in range(len(words(self.new.bodies[first.body])))]
        return first.body if [entry.new for entry in entries] == wanted else None

    def as_new(self, number: int, place: Body | None) -> Iterator[Item]:
        """A body of the new script with the comments above it, where the editor's body `place` stands."""
        body = self.new.bodies[number]
        text = body.text.replace("\r\n", "\n").rstrip("\n").replace("\n", self.newline) + self.newline
        comments = [each for each in comments_above(self.new, body) if each not in self.written]
        items = [Item(Kind.BETWEEN, each + self.newline) for each in comments]
        yield from within(body, [*items, Item(Kind.BODY, text)], place, self.newline)
