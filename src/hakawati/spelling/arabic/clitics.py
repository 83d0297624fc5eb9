"""Particles that are written as one with the word behind them: و ف ب ل ك س and the article."""

from collections.abc import Iterator
from typing import NamedTuple

from hakawati.spelling.letters import FATHA, KASRA

_JOINING = {"و": FATHA, "ف": FATHA}
_GOVERNING = {"ب": KASRA, "ل": KASRA, "ك": FATHA}
_FUTURE = "س"
_VOWELS = _JOINING | _GOVERNING | {_FUTURE: FATHA}
_PERSONS = frozenset("يتنأ")
_SHORTEST = 3
"""Letters of a word that particles are taken off: of a shorter one their letters may be its own."""


class Parted(NamedTuple):
    """A word without its particles. `article` is how ال is written here: `ال`, `ل` (behind another ل), or ""."""

    particles: str
    article: str
    stem: str

    @property
    def governs(self) -> bool:
        """Whether a particle puts the word into the genitive."""
        return any(letter in _GOVERNING for letter in self.particles)

    def vowels(self) -> list[str]:
        """The vowels of the particles, without the article's letters."""
        return [_VOWELS[letter] for letter in self.particles]


def parted(word: str) -> Iterator[Parted]:
    """Every way `word` (bare letters) may be put together, the simplest first."""
    yield Parted("", "", word)
    for joining in ("", *_JOINING):
        if word.startswith(joining):
            yield from _behind_joining(joining, word[len(joining) :])


def _behind_joining(joining: str, rest: str) -> Iterator[Parted]:
    if joining and len(rest) >= _SHORTEST:
        yield Parted(joining, "", rest)
    yield from _with_article(joining, rest)
    if rest[:1] in _GOVERNING:
        if len(rest) > _SHORTEST:
            yield Parted(joining + rest[0], "", rest[1:])
        yield from _with_article(joining + rest[0], rest[1:])
    elif rest[:1] == _FUTURE and rest[1:2] in _PERSONS and len(rest) > _SHORTEST:
        yield Parted(joining + _FUTURE, "", rest[1:])


def _with_article(particles: str, rest: str) -> Iterator[Parted]:
    if particles.endswith("ل"):
        if rest.startswith("ل") and len(rest) > _SHORTEST:
            yield Parted(particles, "ل", rest[1:])
    elif rest.startswith("ال") and len(rest) > _SHORTEST + 1:
        yield Parted(particles, "ال", rest[2:])
