"""What is told of a merge, each time in the script at the place and in a message with its line."""

from collections.abc import Sequence
from dataclasses import replace

from hakawati.script.file import attributes
from hakawati.script.merging.manners import Sides
from hakawati.script.merging.steps import Step
from hakawati.script.merging.stretch import said
from hakawati.script.merging.words import Word


def both_changed(step: Step, sides: Sides) -> str:
    before = (sides.base or sides.edited).said(step.base)
    kept, came = sides.edited.said(step.edited), sides.new.said(step.new)
    if not kept:
        return f"taken out here, and changed in the source: it now has {_quoted(came)}{_for(before)}"
    if not came:
        return f"changed here, and taken out of the source: {_quoted(kept)} is kept{_for(before)}"
    return f"changed here and in the source: {_quoted(kept)} is kept, the source now has {_quoted(came)}{_for(before)}"


def dropped(step: Step, sides: Sides) -> str:
    """Where nobody knows what the editor began with, the source's words are taken."""
    here, came = sides.edited.said(step.edited), sides.new.said(step.new)
    if came:
        return f"the source has {_quoted(came)}, this script had {_quoted(here)}"
    return f"not in the source, and taken out: {_quoted(here)}"


def run_gone(words: Sequence[Word]) -> str:
    manner = replace(words[0].manner, pause=words[-1].pause)
    return f"no longer in the source: [{said(words)}]{{{attributes.written(manner)}}}"


def saying_gone(word: Word) -> str:
    return f'the source has changed the words that say="{word.manner.say}" was for: say it again if it still fits'


def paragraph_gone(text: str) -> str:
    return f"the paragraph that the note above is about is no longer in the source: {_quoted(text)}"


def title_gone(signs: str, title: str) -> str:
    return f"nothing is left below this heading: {signs} {title}"


def _for(before: str) -> str:
    return f" for {_quoted(before)}" if before else ""


def _quoted(text: str) -> str:
    return f"«{text}»" if text else "nothing"
