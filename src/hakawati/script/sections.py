"""Sections: what stands below the headings by which a book is divided into episodes."""

from collections.abc import Sequence
from statistics import median

from hakawati.script.parts import Part, total_minutes

LONG = 1.5
SHORT = 0.2
"""Of the target length: the usual section of a level that makes good episodes is neither longer nor shorter."""


def sections(parts: Sequence[Part], level: int) -> list[list[Part]]:
    """`parts` divided before each heading of `level` or above it; a heading right below another stays with it."""
    divided: list[list[Part]] = []
    for part in parts:
        if not divided or (0 < part.level <= level and not divided[-1][-1].leads_on):
            divided.append([])
        divided[-1].append(part)
    return divided


def fitting_level(parts: Sequence[Part], target: float) -> int:
    """The level whose headings make the best episodes: the uppermost whose usual section is not too long for one
    (`target` in minutes). 0 where there are no headings, or where even the uppermost are too close to each other.
    """
    levels = sorted({part.level for part in parts if part.level})
    usual = {level: median(map(total_minutes, sections(parts, level))) for level in levels}
    fitting = next((level for level in levels if usual[level] <= LONG * target), levels[-1] if levels else 0)
    return fitting if fitting and usual[fitting] >= SHORT * target else 0


def authors_own(parts: Sequence[Part]) -> list[Part]:
    """`parts` with no topics but headings, if the book has headings that divide it: its author has said what begins
    where.
    """
    if not any(part.level for part in parts):
        return list(parts)
    return [part if part.is_heading else part._replace(opens="") for part in parts]
