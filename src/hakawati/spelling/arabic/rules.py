"""The rules for Arabic, in the order they are applied.

A sign must be understood before it is dropped: the digits rule reads the tatweel of «هـ» and the percent sign, so it
comes before the rules for those. A gap tells that an honorific was lost, so white space is mended behind the rule for
those, but before others look at neighbours; and again at the end, because rules leave gaps.
"""

from collections.abc import Iterator
from functools import partial

from hakawati.model import Role
from hakawati.spelling import invisible, whitespace
from hakawati.spelling.arabic import (
    abbreviations,
    lexical,
    lookalikes,
    mushaf_signs,
    mushaf_vowels,
    pauses,
    presentation,
    reference_policy,
    signs,
    tatweel,
    vowelling,
)
from hakawati.spelling.arabic.honorific_policy import honorific_rules, policy_for
from hakawati.spelling.arabic.honorifics_lost import Surroundings
from hakawati.spelling.arabic.numbers import rules as numbers
from hakawati.spelling.context import Context, sentence_before, sentence_behind
from hakawati.spelling.edits import Edit, Traced
from hakawati.spelling.rules import Rule

LETTERS = (
    Rule("presentation", presentation.edits),
    Rule("mushaf_signs", mushaf_signs.edits),
    Rule("invisible", invisible.edits),
    Rule("lookalikes", lookalikes.edits),
)
"""Letters as they are meant, whatever shape they were typed in."""


def rules(context: Context) -> tuple[Rule, ...]:
    """The rules bound to `context`."""
    return (*spelled(context), *voiced(context))


def spelled(context: Context) -> tuple[Rule, ...]:
    """Signs, numbers and abbreviations as words."""
    honorifics = policy_for(context.role, context.honorifics)
    around = Surroundings(context.before, context.behind, context.habit)
    return (
        *LETTERS,
        *honorific_rules(honorifics, around),
        Rule("abbreviations", abbreviations.edits),
        Rule("whitespace", whitespace.edits),
        *(reference_policy.under(context.references, rule) for rule in numbers.RULES),
        Rule("signs", signs.edits),
        Rule("tatweel", tatweel.edits),
        Rule("pauses", pauses.edits),
        Rule("whitespace", whitespace.edits),
    )


def voiced(context: Context) -> tuple[Rule, ...]:
    """Who knows a word's vowels best comes first: the mushaf, the user's lexicon, then names and the model."""
    found = []
    if context.vowels and context.role is Role.VERSE and context.ref:
        found.append(Rule("mushaf", partial(mushaf_vowels.edits, ref=context.ref)))
    if context.lexicon.entries:
        found.append(Rule("lexicon", partial(lexical.edits, context=context)))
    if context.vowels:
        found.append(Rule("vowelling", partial(_vowelled, context=context)))
    return tuple(found)


def _vowelled(text: str, context: Context) -> Iterator[Edit]:
    vicinity = vowelling.Vicinity(sentence_before(context.before), sentence_behind(text, context.behind))
    return vowelling.edits(text, vicinity)


def words_in(text: str) -> frozenset[str]:
    """The words of the author's that the lexicon is asked for. Words that rules supply are vowelled: it has no say."""
    traced = Traced.of(text)
    for rule in LETTERS:
        traced = traced.apply(rule.name, rule.edits(traced.text))
    return lexical.words_of(traced.text)


RULES = spelled(Context(language="ar"))
"""As they are where nothing is known of the text around."""
