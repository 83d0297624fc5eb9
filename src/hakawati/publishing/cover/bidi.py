"""The order in which a line of mixed directions is drawn (Unicode Standard Annex 9)."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple
from unicodedata import bidirectional

from hakawati.publishing.direction import RIGHT_TO_LEFT

_INVISIBLE, _NEUTRAL = "\u200b", "\ufffc"


class Run(NamedTuple):
    """Letters of one direction, in the order they are read; `level` is odd where that is from right to left."""

    text: str
    level: int

    @property
    def right_to_left(self) -> bool:
        return self.level % 2 == 1


def is_right_to_left(text: str, language: str) -> bool:
    """Where a line begins: as the language has it, if it has such letters, else as its first letter has."""
    strong = [one for one in map(bidirectional, text) if one in {"L", "R", "AL"}]
    if language in RIGHT_TO_LEFT and set(strong) & {"R", "AL"}:
        return True
    return bool(strong) and strong[0] != "L"


def runs(line: str, *, right_to_left: bool) -> list[Run]:
    """The runs of a line, in the order they stand from left to right."""
    levelled = groupby(zip(line, _levels(line, int(right_to_left)), strict=True), key=lambda pair: pair[1])
    return _visual([Run("".join(letter for letter, _ in group), level) for level, group in levelled])


def _visual(logical: Sequence[Run]) -> list[Run]:
    """Rule L2: from the highest level down to the lowest odd one, whatever lies at a level or above it is reversed."""
    order = list(logical)
    for level in range(max((run.level for run in order), default=0), 0, -1):
        order = _reversed_from(level, order)
    return order


def _reversed_from(level: int, order: Sequence[Run]) -> list[Run]:
    """`order`, wherever neighbours lie at `level` or above it the other way round."""
    turned: list[Run] = []
    for is_reached, group in groupby(order, key=lambda run: run.level >= level):
        neighbours = list(group)
        turned += neighbours[::-1] if is_reached else neighbours
    return turned


def _levels(line: str, base: int) -> list[int]:
    """A level for each character; what the algorithm removes (joiners among them) goes with the character before it."""
    from bidi import algorithm  # noqa: PLC0415 - only who draws a cover loads it

    storage = algorithm.get_empty_storage()
    storage["base_level"], storage["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels("".join(map(_known, line)), storage)
    characters = list(storage["chars"])
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    levels: list[int] = []
    for character in characters:
        is_removed = character["orig"] in algorithm.X9_REMOVED
        levels.append((levels or [base])[-1] if is_removed else character["level"])
    return levels


def _known(character: str) -> str:
    """`character`, or one that the library knows in its place: it has no isolates, and no letters newer than Python."""
    kind = bidirectional(character)
    return _INVISIBLE if kind in {"LRI", "RLI", "FSI", "PDI"} else character if kind else _NEUTRAL
