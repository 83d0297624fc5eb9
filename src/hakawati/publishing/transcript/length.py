"""How long what is written takes to say, counted in letters."""

from unicodedata import normalize

DIGIT = 4
CLAUSE = 3
"""Letters that take as long to say as a digit ("seven"), as the rest at a comma."""
_RESTS = frozenset(".,;:!?،؛؟…")


def length(character: str) -> int:
    """A sign such as ﷺ is as long as the words it stands for, a vowel mark a part of its letter."""
    if character.isdigit():
        return DIGIT
    if character in _RESTS:
        return CLAUSE
    return sum(map(str.isalpha, normalize("NFKC", character)))
