"""Numbers in words with what Arabic writes in one with them: the article and the one-letter words."""

import re

from hakawati.spelling.arabic.grammar import with_article
from hakawati.spelling.letters import FATHA, FATHATAN, KASRA

_AND = " وَ"
_WITHOUT_TANWIN = {"ٌ": "ُ", "ٍ": "ِ"}
_EIGHT = re.compile("ثَمَانٍ$|ثَمَانِيًا$")
_WASLA = "ا"


def definite(number: str) -> str:
    """A number in words, made definite: each of its parts takes the article and loses its tanwin.

    In 11 to 19 and before a thousand only the first word does: الْخَمْسَةَ عَشَرَ, الثَّلَاثَةُ آلَافٍ.
    """
    return _AND.join(map(_definite_part, number.split(_AND)))


def with_clitics(clitics: str, number: str, *, article: bool = False) -> str:
    """`number` behind vowelled `clitics`, with `article` made definite; «ل» and the article are written «لل»."""
    if article:
        number = definite(number)
    if clitics.endswith(f"ل{KASRA}") and number.startswith("ال"):
        return f"{clitics}{number[1:]}"
    return f"{clitics}{number}"


def _definite_part(part: str) -> str:
    first, space, rest = part.partition(" ")
    if first.startswith("ال"):
        return part
    return f"{_with_article(_without_tanwin(first))}{space}{rest}"


def _with_article(word: str) -> str:
    """As `with_article`; before a word that begins without a vowel of its own (اثنان) the l takes one."""
    return f"ال{KASRA}{word}" if word.startswith(_WASLA) else with_article(word)


def _without_tanwin(word: str) -> str:
    if _EIGHT.search(word):
        return "ثَمَانِي" if word.endswith("ٍ") else "ثَمَانِيَ"
    if word.endswith(f"{FATHATAN}ا"):
        return f"{word[:-2]}{FATHA}"
    if word.endswith(FATHATAN):
        return f"{word[:-1]}{FATHA}"
    return word[:-1] + _WITHOUT_TANWIN.get(word[-1], word[-1])
