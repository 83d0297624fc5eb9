"""How far a text goes along with the words of a hadith."""

from collections.abc import Sequence
from typing import NamedTuple

from hakawati.script.hadith.openings import Lead
from hakawati.script.hadith.wording import Form, Word

SHARE = 3
"""Words that agree for each one that differs: one word of four may."""

LONG = 6
"""Words of a line that agree to its end: so many that it is whole, though one or two differ; if some tell something."""


class Agreement(NamedTuple):
    """`words[first:end]` of a text go along with a line: `agreed` of them do, `telling` of these tell something.

    Fillers in front belong to the stretch but are not counted. `whole`: to the end of the line, and every word of it
    unless it is `LONG`.
    """

    first: int
    end: int
    agreed: int
    telling: int
    whole: bool


class _Step(NamedTuple):
    text: int
    line: int


def agreement(words: Sequence[Word], first: int, lead: Lead) -> Agreement:
    """The longest agreement of `words[first]` and those behind it with `lead` and what follows there."""
    forms, fillers = lead.opening
    here = _Step(first, lead.at)
    agreed, telling, differing = 0, 0, lead.at - fillers
    begin = _before(words, here, forms) if lead.at == fillers else first
    best = Agreement(begin, first, 0, 0, whole=False)
    while here.text < len(words) and here.line < len(forms) and differing * SHARE <= agreed + SHARE:
        if words[here.text].form.agrees(forms[here.line]):
            agreed, telling = agreed + 1, telling + forms[here.line].tells
            here = _Step(here.text + 1, here.line + 1)
            if differing * SHARE <= agreed:
                whole = here.line == len(forms) and (not differing or (agreed >= LONG and telling > 1))
                best = Agreement(begin, here.text, agreed, telling, whole)
        else:
            here, differing = _past(words, here, forms), differing + 1
    return best


def _before(words: Sequence[Word], here: _Step, forms: Sequence[Form]) -> int:
    """Where the line's fillers begin in the text, as far as it has them."""
    text, line = here
    while text and line and words[text - 1].form.stem == forms[line - 1].stem:
        text, line = text - 1, line - 1
    return text


def _past(words: Sequence[Word], here: _Step, forms: Sequence[Form]) -> _Step:
    """Behind a word changed, added or left out, whichever lets the next one agree."""
    text, line = here
    for step in (_Step(text + 1, line + 1), _Step(text + 1, line), _Step(text, line + 1)):
        inside = step.text < len(words) and step.line < len(forms)
        if inside and words[step.text].form.agrees(forms[step.line]):
            return step
    return _Step(text + 1, line + 1)
