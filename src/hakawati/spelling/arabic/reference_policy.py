"""What is done about citations inside a text, as the setting `references` has it."""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.numbers.references import references
from hakawati.spelling.context import References
from hakawati.spelling.edits import Edit
from hakawati.spelling.rules import Rule

NAME = "references"
_BRACKETED = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")


def under(policy: References, rule: Rule) -> Rule:
    """The rule for references, or what `policy` makes of it; any other rule as it is."""
    if rule.name != NAME or policy == "say":
        return rule
    return Rule(NAME, shortened if policy == "shorten" else skipped)


def shortened(text: str) -> Iterator[Edit]:
    """Volumes, pages and numbers of verses are left unsaid; the book's or the sura's name is said."""
    for edit in references(text):
        unsaid = edit if edit.start == edit.end else Edit(edit.start, edit.end, "", noted=True)
        yield unsaid


def skipped(text: str) -> Iterator[Edit]:
    """The brackets that hold a reference are left unsaid with all that is in them, other references by themselves."""
    found = list(references(text))
    end = 0
    for edit in found:
        if edit.start < end or edit.start == edit.end:
            continue
        start, end = _with_brackets(text, edit)
        yield Edit(start, end, "", noted=True)


def _with_brackets(text: str, edit: Edit) -> tuple[int, int]:
    around = (found.span() for found in _BRACKETED.finditer(text) if found.start() <= edit.start < found.end())
    return next(around, (edit.start, edit.end))
