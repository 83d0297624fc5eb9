"""The rules for a language that has none of its own: what is right for any text."""

from hakawati.spelling import invisible, whitespace
from hakawati.spelling.rules import Rule

RULES = (
    Rule("invisible", invisible.edits_sparing_joiners),
    Rule("whitespace", whitespace.edits),
)
