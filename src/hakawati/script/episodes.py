"""Parts divided into episodes: by headings where the book has them, else near a target length, as even as can be.

Dynamic programming over the ends of parts: of all divisions, the one with the least sum of squared deviations from the
target (the measure of Knuth and Plass's line breaking). A cut elsewhere than at a heading costs as much as a deviation
of a third of the target, in a book that has headings.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from hakawati.script.parts import Part, total_minutes
from hakawati.script.sections import fitting_level, sections

GRAIN = 0.01
"""Parts shorter than this fraction of the target are joined first, so that work stays linear in the text's length."""

CRUMB = 0.1
"""A section shorter than this fraction of the target (a dedication, a title page) is no episode of its own."""


def episodes(parts: Sequence[Part], target: float, level: int | None = 0) -> list[list[Part]]:
    """`parts` in order, divided; `target` in minutes.

    Each heading down to `level` begins an episode, whatever its length. At level 0 length alone divides (a part longer
    than the target stands alone). None takes the level that fits; a section far longer than the target is divided
    then, and a crumb goes with its neighbour.
    """
    if level is not None:
        return sections(parts, level) if level else _balanced(parts, target)
    fitting = fitting_level(parts, target)
    if not fitting:
        return _balanced(parts, target)
    divided = _without_crumbs(sections(parts, fitting), target)
    return list(chain.from_iterable(_balanced(one, target) if _is_long(one, target) else [one] for one in divided))


def _is_long(section: Sequence[Part], target: float) -> bool:
    return total_minutes(section) > 2 * target


def _without_crumbs(divided: list[list[Part]], target: float) -> list[list[Part]]:
    kept: list[list[Part]] = []
    held: list[Part] = []
    for section in divided:
        held += section
        if total_minutes(held) >= CRUMB * target:
            kept.append(held)
            held = []
    if held and kept:
        kept[-1] += held
    return kept or [held]


def _balanced(parts: Sequence[Part], target: float) -> list[list[Part]]:
    grains = list(_grains(parts, target))
    elsewhere = (target / 3) ** 2 if any(part.level for part in parts) else 0.0
    fees = [0.0 if grain[0].level else elsewhere for grain in grains]
    cuts = _best_cuts([total_minutes(grain) for grain in grains], fees, target)
    return [list(chain.from_iterable(grains[start:end])) for start, end in pairwise(cuts)]


def _grains(parts: Sequence[Part], target: float) -> Iterator[list[Part]]:
    """What stays together: what leads on with what follows, and the very short with each other."""
    held: list[Part] = []
    length = 0.0
    for part in parts:
        if held and not held[-1].leads_on and (part.level or length + part.minutes > GRAIN * target):
            yield held
            held, length = [], 0.0
        held.append(part)
        length += part.minutes
    if held:
        yield held


def _best_cuts(lengths: Sequence[float], fees: Sequence[float], target: float) -> list[int]:
    """Where to cut a row of `lengths`, its two ends included; to cut before one costs its fee."""
    ends = [0.0, *accumulate(lengths)]
    cost = [0.0]
    came_from = [0]
    for end in range(1, len(ends)):
        starts = list(_starts(lengths, ends, end, target))
        costs = [
            cost[start] + (fees[start] if start else 0.0) + (ends[end] - ends[start] - target) ** 2 for start in starts
        ]
        least = min(costs)
        cost.append(least)
        came_from.append(starts[costs.index(least)])
    return _path(came_from)


def _starts(lengths: Sequence[float], ends: Sequence[float], end: int, target: float) -> Iterator[int]:
    """Where an episode that ends at `end` may start, the shortest first: beyond twice the target none is best."""
    yield end - 1
    if lengths[end - 1] > target:
        return
    for start in range(end - 2, -1, -1):
        if lengths[start] > target or ends[end] - ends[start] > 2 * target:
            return
        yield start


def _path(came_from: Sequence[int]) -> list[int]:
    cuts = [len(came_from) - 1]
    while cuts[-1]:
        cuts.append(came_from[cuts[-1]])
    return cuts[::-1]
