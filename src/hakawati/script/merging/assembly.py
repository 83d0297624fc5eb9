"""The editor's script put together anew: items replaced, put in and left out, and nothing left empty."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hakawati.model import Manner
from hakawati.script.file.blocks import EPISODE
from hakawati.script.file.comments import comment
from hakawati.script.letters import speakable
from hakawati.script.merging.findings import title_gone
from hakawati.script.merging.layout import Body, Item, Kind, Layout, Titled

MARK = "hakawati: "
"""What the comments of a merge begin with."""


@dataclass(slots=True)
class Edits:
    """What becomes of a layout's items, by their numbers.

    `instead` replaces an item (by nothing: leaves it out); `before` are comments, `after` paragraphs to be put in, each
    as items of its own.
    """

    instead: dict[int, list[Item]] = field(default_factory=dict)
    before: dict[int, list[Item]] = field(default_factory=dict)
    after: dict[int, list[list[Item]]] = field(default_factory=dict)


def told(finding: str, newline: str) -> Item:
    """A finding as a comment in the script."""
    return Item(Kind.BETWEEN, comment(MARK + finding) + newline, finding=finding)


def within(body: Body, paragraph: Sequence[Item], place: Body | None, newline: str) -> list[Item]:
    """A paragraph that is `body` in its own script as it can stand where `place` stands (None: in no block)."""
    if body.manner == (place.manner if place else Manner()):
        return list(paragraph)
    opened = [Item(Kind.OPENING, _line(text, newline)) for text in body.blocks]
    inside = [*opened, *paragraph, *[_closing(newline)] * len(opened)]
    return interrupting(inside, place.blocks if place else (), newline)


def interrupting(inside: Sequence[Item], blocks: Sequence[str], newline: str) -> list[Item]:
    """Items that are to stand outside of the blocks around them: these are closed before and opened again."""
    if not blocks:
        return list(inside)
    blank = Item(Kind.BETWEEN, newline)
    again = [Item(Kind.OPENING, _line(text, newline)) for text in blocks]
    return [*[_closing(newline)] * len(again), blank, *inside, blank, *again]


def _closing(newline: str) -> Item:
    return Item(Kind.CLOSING, f":::{newline}")


def _line(text: str, newline: str) -> str:
    return text.rstrip("\r\n") + newline


def assembled(layout: Layout, edits: Edits, known: frozenset[Titled]) -> list[Item]:
    """The items of the new script. A heading below which nothing is left goes; the editor is told unless it is one of
    the `known`, which mark-up made.
    """
    newline = layout.newline
    found = _tidy(list(_edited(layout, edits, newline)), layout)
    while (shorter := _without_empty_block(found)) != found:
        found = shorter
    return _without_empty_titles(found, known, newline)


def _edited(layout: Layout, edits: Edits, newline: str) -> Iterator[Item]:
    dropped, item = False, Item(Kind.BETWEEN, newline)
    for number in range(-1, len(layout.items)):
        if number >= 0:
            item = layout.items[number]
            if dropped and _blank(item):
                item = replace(item, text="")
            dropped = edits.instead.get(number) == [] and not edits.before.get(number)
            yield from edits.before.get(number, ())
            yield from edits.instead.get(number, [item])
        for paragraph in edits.after.get(number, ()):
            if not item.text.endswith("\n"):
                yield Item(Kind.BETWEEN, newline)
            if paragraph[0].kind is not Kind.CLOSING:
                yield Item(Kind.BETWEEN, newline)
            yield from paragraph


def _tidy(items: list[Item], layout: Layout) -> list[Item]:
    """Without the blank lines that are left below a block opened again, and at the end."""
    own = set(map(id, layout.items))
    pairs = zip([None, *items], items, strict=False)
    kept = [item for before, item in pairs if not (_blank(item) and before and _opened_again(before, own))]
    if len(kept) > 1 and _blank(kept[-1]) and not _blank(layout.items[-1]):
        kept.pop()
    return kept


def _opened_again(item: Item, own: set[int]) -> bool:
    return item.kind is Kind.OPENING and id(item) not in own


def _blank(item: Item) -> bool:
    return item.kind is Kind.BETWEEN and not item.text.strip()


def _without_empty_block(items: list[Item]) -> list[Item]:
    """Without the first block in which there is nothing but blank lines and comments."""
    opening = -1
    for number, item in enumerate(items):
        if item.kind is Kind.OPENING:
            opening = number
        elif item.kind is Kind.CLOSING and opening >= 0:
            return [*items[:opening], *_squeezed(items[opening + 1 : number], items[number + 1 :])]
        elif item.kind is not Kind.BETWEEN:
            opening = -1
    return items


def _squeezed(inside: list[Item], rest: list[Item]) -> list[Item]:
    """Where a block was: one blank line is enough."""
    kept = [item for item in inside if item.text.strip()]
    if not kept and rest and _blank(rest[0]):
        return rest[1:]
    return [*kept, *rest]


def _without_empty_titles(items: list[Item], known: frozenset[Titled], newline: str) -> list[Item]:
    found: list[Item] = []
    for number, item in enumerate(items):
        if item.titled is None or _read(items[number + 1 :], item.titled.level):
            found.append(item)
        elif item.titled not in known:
            signs = "#" * item.titled.level
            found.append(told(title_gone(signs, item.titled.title), newline))
    return found


def _read(below: Sequence[Item], level: int) -> bool:
    """Whether there is something to read before the next heading that ends this part."""
    for item in below:
        if item.titled and (item.titled.level <= level or level > EPISODE):
            return False
        if item.kind is Kind.BODY and speakable(item.text):
            return True
    return False
