"""The rules for a language that has none of its own: what is right for any text."""

from hakawati.spelling import invisible, whitespace
from hakawati.spelling.rules import Rule

INVISIBLE = Rule("invisible", invisible.edits_sparing_joiners)
WHITESPACE = Rule("whitespace", whitespace.edits)
RULES = (INVISIBLE, WHITESPACE)
