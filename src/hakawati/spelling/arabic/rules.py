"""The rules for Arabic, in the order they are applied.

A sign must be understood before it is dropped: the digits rule reads the tatweel of «هـ» and the percent sign, so it
comes before the rules for those. White space is mended first, because rules look at neighbours, and again at the end,
because rules leave gaps.
"""

from hakawati.spelling import invisible, whitespace
from hakawati.spelling.arabic import digits, honorifics, pauses, presentation, signs, tatweel, vowelling
from hakawati.spelling.rules import Rule

RULES = (
    Rule("presentation", presentation.edits),
    Rule("invisible", invisible.edits),
    Rule("whitespace", whitespace.edits),
    Rule("honorific", honorifics.edits),
    Rule("digits", digits.edits),
    Rule("signs", signs.edits),
    Rule("tatweel", tatweel.edits),
    Rule("pauses", pauses.edits),
    Rule("whitespace", whitespace.edits),
)

VOWELLING = Rule("vowelling", vowelling.edits)
"""For engines that read Arabic only when it is vowelled."""
