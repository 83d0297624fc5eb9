"""Where a title may be broken into lines, and where it is, so that its lines are of like width."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf
from typing import NamedTuple

_SPACE = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that a line may end at: not the kinds that forbid it."""
_UNSPACED = re.compile(r"[\u3041-\u30fa\u3400-\u9fff\U00020000-\U0003ffff][\u3001\u3002\u30fb-\u30fe\uff01-\uff0f]*")
"""Chinese and Japanese letters, which may begin a line anywhere, with the signs that may not."""


class Word(NamedTuple):
    """What is never broken; `is_spaced` where a space stands before it, unless it begins a line."""

    text: str
    is_spaced: bool


def words(text: str) -> list[Word]:
    return [word for spaced in _SPACE.split(text) if spaced for word in _parts(spaced)]


def joined(words: Sequence[Word]) -> str:
    return "".join(f" {word.text}" if word.is_spaced else word.text for word in words).lstrip(" ")


def balanced(words: Sequence[Word], widths: Sequence[float], space: float, most: int) -> list[list[str]]:
    """The best breaking into one line, into two, … into `most`: that whose squared widths have the smallest sum."""
    steps = [width + space * word.is_spaced for word, width in zip(words, widths, strict=True)]
    ends = [0.0, *accumulate(steps)]
    costs, ways = [0.0, *[inf] * len(words)], [[0] for _ in ends]
    found = []
    for _ in range(min(most, len(words))):
        costs, ways = _one_line_more(costs, ways, ends)
        found.append([joined(words[start:end]) for start, end in pairwise(ways[-1])])
    return found


def _one_line_more(costs: list[float], ways: list[list[int]], ends: list[float]) -> tuple[list[float], list[list[int]]]:
    """For every number of words: what they cost on one line more, and where their lines begin and end."""
    more, new = [inf], [[0]]
    for end in range(1, len(ends)):
        cost, start = min((costs[start] + (ends[end] - ends[start]) ** 2, start) for start in range(end))
        more.append(cost)
        new.append([*ways[start], end])
    return more, new


def _parts(spaced: str) -> list[Word]:
    cuts = sorted({0, len(spaced), *(place for found in _UNSPACED.finditer(spaced) for place in found.span())})
    return [Word(spaced[start:end], start == 0) for start, end in pairwise(cuts)]
