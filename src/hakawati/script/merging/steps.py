"""Three texts as one: what the editor made of the base, with what the source has changed since."""

from collections.abc import Hashable, Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from hakawati.script.merging.alignment import Change, changes


class Choice(Enum):
    KEEP = auto()
    """The editor's."""
    TAKE = auto()
    """The source's."""
    BOTH_CHANGED = auto()
    """Kept as the editor's, and the editor is told."""


class Step(NamedTuple):
    """Items of the base, of the editor's text and of the source's that stand for each other; ends exclusive."""

    choice: Choice
    base: tuple[int, int]
    edited: tuple[int, int]
    new: tuple[int, int]


def steps(
    base: Sequence[Hashable], edited: Sequence[Hashable], new: Sequence[Hashable], ending: Hashable
) -> Iterator[Step]:
    """The whole of the three texts in order; `ending` is the item that ends a paragraph.

    Both changed the same place if they changed the same item of the base, or put something in at the same point. If
    what the source put in there is whole paragraphs, both are wanted.
    """
    groups = _together(changes(base, edited, ending), changes(base, new, ending))
    at, edited_at, new_at = 0, 0, 0
    for group in [*groups, _Group(len(base), len(base), [], [])]:
        same = group.start - at
        if same:
            yield Step(Choice.KEEP, (at, group.start), (edited_at, edited_at + same), (new_at, new_at + same))
        edited_start, new_start = edited_at + same, new_at + same
        edited_at, new_at = edited_start + group.length(group.edited), new_start + group.length(group.new)
        at = group.end
        sides = (edited_start, edited_at), (new_start, new_at)
        if group.edited or group.new:
            yield from _chosen(group, *sides, edited, new, ending)


class _Group(NamedTuple):
    """Changes on both sides of the base's items `start` to `end` that touch the same of them."""

    start: int
    end: int
    edited: list[Change]
    new: list[Change]

    def length(self, side: list[Change]) -> int:
        """How many items `side` has there."""
        grown = sum(change.new_end - change.new_start - (change.end - change.start) for change in side)
        return self.end - self.start + grown


def _together(edited: Sequence[Change], new: Sequence[Change]) -> Iterator[_Group]:
    sides = sorted([(change, True) for change in edited] + [(change, False) for change in new], key=_first)
    held: _Group | None = None
    for change, of_editor in sides:
        if held and not _meets(held, change):
            yield held
            held = None
        held = held or _Group(change.start, change.end, [], [])
        (held.edited if of_editor else held.new).append(change)
        held = held._replace(end=max(held.end, change.end))
    if held:
        yield held


def _first(side: tuple[Change, bool]) -> tuple[int, int]:
    return side[0].start, side[0].end


def _meets(held: _Group, change: Change) -> bool:
    """Whether `change`, which begins no earlier, touches the same items of the base, or the same point of it."""
    return change.start < held.end or (change.start == change.end == held.start == held.end)


def _chosen(
    group: _Group,
    of_editor: tuple[int, int],
    of_source: tuple[int, int],
    edited: Sequence[Hashable],
    new: Sequence[Hashable],
    ending: Hashable,
) -> Iterator[Step]:
    base = group.start, group.end
    theirs, ours = edited[slice(*of_editor)], new[slice(*of_source)]
    if not group.edited:
        yield Step(Choice.TAKE, base, of_editor, of_source)
    elif not group.new or _holds(theirs, ours):
        yield Step(Choice.KEEP, base, of_editor, of_source)
    elif base[0] == base[1] and theirs[-1] == ending == ours[-1]:
        _, end = of_editor
        yield Step(Choice.KEEP, base, of_editor, (of_source[0], of_source[0]))
        yield Step(Choice.TAKE, base, (end, end), of_source)
    else:
        yield Step(Choice.BOTH_CHANGED, base, of_editor, of_source)


def _holds(items: Sequence[Hashable], inner: Sequence[Hashable]) -> bool:
    """Whether `items` has all of `inner` in one piece; nothing is only in nothing."""
    wanted, size = list(inner), len(inner)
    if not wanted:
        return not items
    return any(list(items[at : at + size]) == wanted for at in range(len(items) - size + 1))
