"""The list of well-known hadiths' words, and the way from a text's words to its lines."""

from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import NamedTuple

from hakawati.script.hadith.wording import Form, form

SEED = 3
"""Words that lead to a line, out of its first four."""

Stems = tuple[str, ...]


class Opening(NamedTuple):
    """A line of the list, and how many of its first words are fillers."""

    forms: tuple[Form, ...]
    fillers: int


class Lead(NamedTuple):
    """A seed begins with `opening.forms[at]`."""

    opening: Opening
    at: int

    @property
    def misses_first(self) -> bool:
        """Whether the line's first word is not in the seed: another stands in its place, or none."""
        return self.at > self.opening.fillers


def listed_lines() -> list[str]:
    """The lines of the list as they are written, without its comments."""
    text = (files("hakawati.script.hadith") / "openings.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@cache
def leads() -> dict[Stems, tuple[Lead, ...]]:
    """From the stems of a seed to the lines that have it: three of a line's first four words in their order, so that
    one of them may be missing, differ or have another word before it. A line of two words is its own seed.
    """
    found: dict[Stems, list[Lead]] = {}
    for line in listed_lines():
        opening = _opening(line)
        begins = opening.forms[opening.fillers : opening.fillers + SEED + 1]
        for chosen in combinations(range(len(begins)), min(SEED, len(begins))):
            stems = tuple(begins[place].stem for place in chosen)
            found.setdefault(stems, []).append(Lead(opening, opening.fillers + chosen[0]))
    return {stems: tuple(leading) for stems, leading in found.items()}


def _opening(line: str) -> Opening:
    forms = tuple(map(form, line.split()))
    fillers = 0
    while forms[fillers].fills and len(forms) - fillers > SEED:
        fillers += 1
    return Opening(forms, fillers)
