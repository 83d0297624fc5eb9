"""A paragraph of a script as words, each with its place, its manner and what parts it from the one before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hakawati.model import Manner
from hakawati.script.file import spans
from hakawati.script.file.blocks import Paragraph, blocks
from hakawati.script.file.text import ScriptText
from hakawati.script.letters import MARKS
from hakawati.script.merging.layout import Body

_WORD = re.compile(rf"(?:\w|[{MARKS}\u0300-\u036f\u200c\u200d])+|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or one mark of punctuation: `start` to `end` in its body's text.

    `gap` parts it from the word before: nothing, a space or a line break. `manner` is without the pause; `pause` are
    the seconds after the word. `run` tells the runs of a paragraph apart: what is said instead of words is said
    instead of a whole run.
    """

    text: str
    gap: str
    manner: Manner
    pause: float | None
    run: int
    start: int
    end: int

    @property
    def look(self) -> tuple[str, bool, Manner, float | None]:
        """What must be the same in two texts of a paragraph that say the same in the same way."""
        return self.text, bool(self.gap), self.manner, self.pause


@lru_cache(maxsize=1_000)
def words(body: Body) -> Sequence[Word]:
    """The words of a body, in order. Raises ScriptError for a mistake in its spans."""
    return tuple(_words(body.paragraph, body.at))


def words_of(text: str, like: Paragraph) -> list[Word]:
    """The words of one paragraph that has `text`, with the blocks around it that `like` has; none if it is not one.

    Raises ScriptError for a mistake in it.
    """
    found = blocks(ScriptText("", text), 0)
    if len(found) != 1 or not isinstance(found[0], Paragraph):
        return []
    return list(_words(replace(found[0], manner=like.manner, pause=like.pause), 0))


def _words(paragraph: Paragraph, at: int) -> Iterator[Word]:
    space = ""
    for number, run in enumerate(spans.runs(paragraph)):
        manner, end = replace(run.manner, pause=None), 0
        last = _last(run.text)
        for found in _WORD.finditer(run.text):
            gap = space + run.text[end : found.start()]
            end, space = found.end(), ""
            place = run.places[found.start()] - at, run.places[end - 1] + 1 - at
            pause = run.manner.pause if found.start() == last else None
            yield Word(found.group(), _gap(gap), manner, pause, number, *place)
        space += run.text[end:]


def _last(text: str) -> int:
    """Where the last word of `text` begins."""
    begin = -1
    for found in _WORD.finditer(text):
        begin = found.start()
    return begin


def _gap(space: str) -> str:
    if "\n" in space:
        return "\n"
    return " " if space else ""
