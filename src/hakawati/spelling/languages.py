"""Which rules spell which language."""

from hakawati.spelling import general
from hakawati.spelling.arabic import rules as arabic
from hakawati.spelling.rules import Rule

_RULES = {"ar": arabic.RULES}
_VOWELLING = {"ar": arabic.VOWELLING}


def rules(language: str, *, vowels: bool) -> tuple[Rule, ...]:
    """The rules for `language` (ISO 639-1), in the order they are applied; with `vowels`, vowelling comes last."""
    named = _RULES.get(language, general.RULES)
    if vowels and language in _VOWELLING:
        return (*named, _VOWELLING[language])
    return named


def vowelled(language: str) -> bool:
    """Whether vowels are supplied to this language: then its spoken text depends on the vowelling model."""
    return language in _VOWELLING
