"""Paragraphs that only the source has, put into the editor's script after the one that comes before them there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hakawati.model import Manner
from hakawati.script.merging.assembly import interrupting, told
from hakawati.script.merging.layout import Body, Item, Kind
from hakawati.script.merging.rewriting import Entry, rendered, within_block
from hakawati.script.merging.scripts import Scripts
from hakawati.script.merging.weaving import Woven


@dataclass(frozen=True, slots=True)
class Inserting:
    """Puts in the paragraphs of one part, the editor's bodies `part`; `own` are those of them that stay."""

    scripts: Scripts
    part: range
    own: Sequence[int]

    def insert(self, paragraphs: Sequence[Woven]) -> None:
        """Put in what is the source's alone, each after the paragraph that comes before it in the source.

        Where headings of the editor's follow that one, as many are passed as in the new script.
        """
        anchor, passed = self.part.start - 1, 0
        for paragraph in paragraphs:
            number = paragraph.body
            if number is not None:
                anchor, passed = number, 0
                continue
            headings = self.headings(paragraph.entries)
            fresh = [_ended(each, self.scripts.newline) for each in headings if each.titled not in self.scripts.known]
            passed += len(headings) - len(fresh)
            stops = self.stops(anchor)
            passed = min(passed, len(stops))
            place = None if passed or anchor < 0 else self.scripts.edited.bodies[anchor]
            after = stops[passed - 1] if passed else self.item(anchor)
            items = [told(each, self.scripts.newline) for each in paragraph.findings]
            items += self.alone(paragraph.entries, place, anchor, fresh)
            self.scripts.edits.after.setdefault(after, []).append(items)

    def headings(self, entries: Sequence[Entry]) -> list[Item]:
        """The headings above the paragraph of the new script that begins with these words."""
        if not entries or entries[0].new is None or entries[0].new.word:
            return []
        return [self.scripts.new.items[number] for number in self.scripts.new.bodies[entries[0].new.body].titles]

    def stops(self, anchor: int) -> list[int]:
        """The headings of the editor's between body `anchor` and the next that stays."""
        end = next((each for each in self.own if each > anchor), self.part.stop)
        bodies = self.scripts.edited.bodies[anchor + 1 : end + 1]
        return [number for body in bodies for number in body.titles]

    def item(self, anchor: int) -> int:
        if anchor >= 0:
            return self.scripts.edited.bodies[anchor].item
        return 0 if self.scripts.edited.front else -1

    def alone(
        self, entries: Sequence[Entry], place: Body | None, anchor: int, headings: Sequence[Item]
    ) -> Iterator[Item]:
        """A paragraph of the source's, with the headings that came with it, to stand after the body `place`."""
        if not entries:
            return
        spaced = [each for heading in headings for each in (heading, Item(Kind.BETWEEN, self.scripts.newline))]
        interrupted = place if spaced and place and place.blocks else None
        around = None if interrupted else place
        paragraph = list(self.source_paragraph(entries, around, anchor))
        yield from interrupting([*spaced, *paragraph], interrupted.blocks if interrupted else (), self.scripts.newline)

    def source_paragraph(self, entries: Sequence[Entry], place: Body | None, anchor: int) -> Iterator[Item]:
        number = self.scripts.whole(entries)
        if number is None:
            manner = place.manner if place else Manner()
            text = rendered([within_block(entry, manner) for entry in entries], manner)
            yield Item(Kind.BODY, text.replace("\n", self.scripts.newline) + self.scripts.newline)
        elif place and place.blocks and self.block_of(number, anchor):
            yield from self.scripts.as_new(number, self.scripts.new.bodies[number])
        else:
            yield from self.scripts.as_new(number, place)

    def block_of(self, number: int, anchor: int) -> bool:
        """Whether body `number` of the new script stands in the same block there as the counterpart of `anchor`."""
        opposite = self.scripts.counterparts.get(anchor)
        blocks = self.scripts.new.bodies[number].blocks
        return opposite is not None and blocks == self.scripts.new.bodies[opposite].blocks != ()


def _ended(heading: Item, newline: str) -> Item:
    return replace(heading, text=heading.text.rstrip("\r\n") + newline)
