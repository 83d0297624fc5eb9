"""The rules for numbers, in the order they are applied: what has a form of its own before what is any number."""

from hakawati.spelling.arabic import digits
from hakawati.spelling.arabic.numbers.amounts import amounts
from hakawati.spelling.arabic.numbers.codes import codes
from hakawati.spelling.arabic.numbers.dates import dates
from hakawati.spelling.arabic.numbers.footnotes import footnotes
from hakawati.spelling.arabic.numbers.ordinal_numbers import ordinal_numbers
from hakawati.spelling.arabic.numbers.references import references
from hakawati.spelling.arabic.numbers.roman import roman
from hakawati.spelling.arabic.numbers.times import times
from hakawati.spelling.arabic.numbers.years import years
from hakawati.spelling.rules import Rule

RULES = (
    Rule("footnotes", footnotes),
    Rule("codes", codes),
    Rule("references", references),
    Rule("roman", roman),
    Rule("dates", dates),
    Rule("years", years),
    Rule("times", times),
    Rule("ordinals", ordinal_numbers),
    Rule("amounts", amounts),
    Rule("digits", digits.edits),
)
