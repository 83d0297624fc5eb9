"""The rules for a language that num2words knows: those for any text, its ordinals, its numbers."""

from functools import cache

from hakawati.spelling import general
from hakawati.spelling.others.grammar import GRAMMARS
from hakawati.spelling.others.numbers import numbers_of
from hakawati.spelling.others.ordinals import ordinals_of
from hakawati.spelling.rules import Rule


@cache
def rules_of(language: str) -> tuple[Rule, ...]:
    """The rules for `language` (ISO 639-1), in order; one that is not in the table gets those for any text."""
    if language not in GRAMMARS:
        return general.RULES
    ordinals = ordinals_of(language)
    ordinal_rules = (Rule("ordinal", ordinals),) if ordinals else ()
    # white space comes last: a no-break space may stand between thousands
    return (general.INVISIBLE, *ordinal_rules, Rule("number", numbers_of(language)), general.WHITESPACE)
