"""What is done about honorifics, as the setting `honorifics` has it, and the rules that do it."""

from collections.abc import Iterator
from typing import Literal

from hakawati.model import Role
from hakawati.spelling.arabic import honorifics, honorifics_lost, short_honorifics
from hakawati.spelling.arabic.honorifics_lost import NOWHERE, Surroundings
from hakawati.spelling.edits import Edit
from hakawati.spelling.rules import Rule

Policy = Literal["supply", "say", "leave"]
"""Formulas are supplied where they were lost; only what stands in the text is said; not even that is said."""

_SCRIPTURE = frozenset({Role.VERSE, Role.POETRY})


def honorific_rules(policy: Policy = "supply", around: Surroundings = NOWHERE) -> tuple[Rule, ...]:
    """The rules for short forms, lost signs and signs, in this order, for a segment that stands in `around`.

    With "leave", signs and short forms are dropped, each with a note: no engine can say them. A formula written out in
    words is text and stays in any case, and so does ﷽, which honours nobody.
    """
    if policy == "leave":
        return (
            Rule("short_honorific", short_honorifics.unsaid_edits),
            Rule("honorifics_lost", _none),
            Rule("honorific", honorifics.unsaid_edits),
        )

    def lost(text: str) -> Iterator[Edit]:
        return honorifics_lost.edits(text, around)

    return (
        Rule("short_honorific", short_honorifics.edits),
        Rule("honorifics_lost", lost if policy == "supply" else _none),
        Rule("honorific", honorifics.edits),
    )


def policy_for(role: Role, policy: Policy) -> Policy:
    """`policy` as it applies to a segment: nothing is supplied inside a verse or a poem."""
    return "say" if policy == "supply" and role in _SCRIPTURE else policy


def _none(_text: str) -> Iterator[Edit]:
    return iter(())
