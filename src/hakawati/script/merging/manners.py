"""How words that came in from the source are performed: as the editor has what the mark-up took for the same."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from hakawati.model import Manner
from hakawati.script.merging.steps import Step
from hakawati.script.merging.stretch import Stretch
from hakawati.script.merging.words import Word


class Sides(NamedTuple):
    """The same part of three scripts. `base` is None where nobody knows what the editor began with."""

    base: Stretch | None
    edited: Stretch
    new: Stretch


class Taken(NamedTuple):
    """A word of the source's in the manner it is to have, and the index of the editor's word that it has it from."""

    word: Word
    like: int | None


class _Known(NamedTuple):
    """A word of the editor's next to the place, or replaced; `marked` is how mark-up had it (None: not known)."""

    marked: Manner | None
    at: int
    word: Word


def taken(step: Step, sides: Sides) -> Iterator[Taken]:
    """The words that `step` takes from the source, in order.

    Mark-up took each for something. The nearest word that it took for the same, a replaced one before a neighbour,
    shows what the editor has instead; where there is none, mark-up is believed.
    """
    replaced = list(_replaced(step, sides))
    beside = _beside(step, sides)
    for number, (_, word) in enumerate(sides.new.between(step.new)):
        opposite = min(number, len(replaced) - 1) if replaced else 0
        nearest = [*replaced[opposite:], *reversed(replaced[:opposite]), *beside]
        like = next((known for known in nearest if known.marked in {None, word.manner}), None)
        manner = replace(like.word.manner, say=None) if like else word.manner
        run = like.word.run if like else -1
        yield Taken(replace(word, manner=manner, pause=None, run=run), like.at if like else None)


def marked(step: Step, sides: Sides, at: int) -> Manner | None:
    """How the base has the editor's word at `at`, which stands where the source alone changed something."""
    if sides.base is None:
        return None
    word = sides.base.word(step.base[0] + at - step.edited[0])
    return word.manner if word else None


def _replaced(step: Step, sides: Sides) -> Iterator[_Known]:
    for at in range(*step.edited):
        if word := sides.edited.words[at]:
            yield _Known(marked(step, sides, at), at, word)


def _beside(step: Step, sides: Sides) -> list[_Known]:
    """The words before and after, where they are the same in the editor's script and in the new one.

    First the one that the editor has as mark-up has it: a span of the editor's does not grow at its ends.
    """
    found = []
    for at, new_at in ((step.edited[0] - 1, step.new[0] - 1), (step.edited[1], step.new[1])):
        word, ours = sides.edited.word(at), sides.new.word(new_at)
        if word and ours and ours.text == word.text:
            found.append(_Known(ours.manner, at, word))
    return sorted(found, key=lambda known: known.marked != known.word.manner)
