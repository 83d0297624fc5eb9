"""The headings of a merged script: the editor's, retitled and added to as the source's own are."""

from collections.abc import Iterator, Mapping

from hakawati.script.merging.assembly import Edits
from hakawati.script.merging.layout import Item, Kind, Layout, Titled


def titles(script: Layout) -> frozenset[Titled]:
    return frozenset(item.titled for item in script.items if item.titled)


def renewed_headings(base: Layout, edited: Layout, new: Layout, counterparts: Mapping[int, int], edits: Edits) -> int:
    """Let headings that the editor left as they were follow the source; how many did.

    One whose title has changed gets the new one. New ones come in if all the old ones are still there: then the source
    has got more headings, and it is not that its division into episodes has moved.
    """
    known, now = titles(base), titles(new)
    retitled = list(_retitled(edited, new, counterparts, known, now))
    for number, heading in retitled:
        edits.instead[number] = [heading]
    vanished = known - now - {edited.items[number].titled for number, _ in retitled}
    added = [] if vanished else list(_added(edited, new, counterparts, known | titles(edited)))
    for number, heading in added:
        blank = Item(Kind.BETWEEN, edited.newline)
        edits.before[number] = [heading, blank, *edits.before.get(number, [])]
    return len(retitled) + len(added)


def _retitled(
    edited: Layout, new: Layout, counterparts: Mapping[int, int], known: frozenset[Titled], now: frozenset[Titled]
) -> Iterator[tuple[int, Item]]:
    for number, opposite in sorted(counterparts.items()):
        fresh = [new.items[each] for each in new.bodies[opposite].titles if new.items[each].titled not in known]
        for at in edited.bodies[number].titles:
            titled = edited.items[at].titled
            same_level = [
                heading for heading in fresh if titled and heading.titled and heading.titled.level == titled.level
            ]
            if titled in known and titled not in now and same_level:
                yield at, _as_in(edited, same_level[0])


def _added(
    edited: Layout, new: Layout, counterparts: Mapping[int, int], known: frozenset[Titled]
) -> Iterator[tuple[int, Item]]:
    """A heading over what stands in no block and has no heading of that level yet."""
    for number, opposite in sorted(counterparts.items()):
        body = edited.bodies[number]
        levels = {titled.level for at in body.titles if (titled := edited.items[at].titled)}
        for at in new.bodies[opposite].titles:
            heading = new.items[at]
            if (
                heading.titled
                and heading.titled not in known
                and heading.titled.level not in levels
                and not body.blocks
            ):
                yield body.item, _as_in(edited, heading)


def _as_in(edited: Layout, heading: Item) -> Item:
    return Item(Kind.TITLE, heading.text.rstrip("\r\n") + edited.newline, heading.titled)
