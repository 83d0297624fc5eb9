"""Parts divided into episodes near a target length, as even as can be.

Dynamic programming over the ends of parts: of all divisions, the one with the least sum of squared deviations from the
target (the measure of Knuth and Plass's line breaking, without its demerits).
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise

from hakawati.script.parts import Part

GRAIN = 0.01
"""Parts shorter than this fraction of the target are joined first, so that work stays linear in the text's length."""


def episodes(parts: Sequence[Part], target: float) -> list[list[Part]]:
    """`parts` in order, divided; `target` in minutes. A part longer than the target stands alone."""
    grains = list(_grains(parts, target))
    cuts = _best_cuts([sum(part.minutes for part in grain) for grain in grains], target)
    return [list(chain.from_iterable(grains[start:end])) for start, end in pairwise(cuts)]


def _grains(parts: Sequence[Part], target: float) -> Iterator[list[Part]]:
    """What stays together: what leads on with what follows, and the very short with each other."""
    held: list[Part] = []
    length = 0.0
    for part in parts:
        if held and not held[-1].leads_on and length + part.minutes > GRAIN * target:
            yield held
            held, length = [], 0.0
        held.append(part)
        length += part.minutes
    if held:
        yield held


def _best_cuts(lengths: Sequence[float], target: float) -> list[int]:
    """Where to cut a row of `lengths`, its two ends included."""
    ends = [0.0, *accumulate(lengths)]
    cost = [0.0]
    came_from = [0]
    for end in range(1, len(ends)):
        starts = list(_starts(lengths, ends, end, target))
        costs = [cost[start] + (ends[end] - ends[start] - target) ** 2 for start in starts]
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
