"""A passage as words bare of marks, formulas of blessing taken out but remembered on the word before them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hakawati.script.finders.honorifics import BEGINNINGS, LETTERS, Blessed, formula, said_by_sign
from hakawati.script.letters import MARKS, SIGNS, bare, folded

LONGEST_FORMULA = 12
"""Words."""

_WORD = re.compile(rf"[{SIGNS}]|(?:(?![{SIGNS}])[\w{MARKS}\u0640])+")
_SIGN = re.compile(f"[{SIGNS}]")
_AROUND_FORMULA = re.compile(r"[()\[\]،,\-–]")

SENTENCE_END = re.compile(r"[.؟?!…\n]")
CLAUSE_END = re.compile(r"[.؟?!…\n؛;:،,»”\"()\[\]]|\s[-–—]")


class Token(NamedTuple):
    """The word `text[start:end]`. `gap` is what stands between it and the word before.

    `spelled` is bare of marks, `folded` has the forms of alif made one, `plain` is that without «و» or «ف» before it
    (of which a word of three letters or more can be parted), and `blessed` tells what formula stood behind.
    """

    start: int
    end: int
    spelled: str
    folded: str
    plain: str
    gap: str
    blessed: Blessed = ""

    def among(self, forms: frozenset[str]) -> bool:
        """Whether it is one of `forms`, with «و» or «ف» before it or not: either may be a letter of its own («فتح»)."""
        return self.folded in forms or self.plain in forms

    @property
    def opens_sentence(self) -> bool:
        return self.gap != " " and bool(SENTENCE_END.search(self.gap))

    @property
    def opens_clause(self) -> bool:
        return self.gap != " " and bool(CLAUSE_END.search(self.gap))


def end_of(text: str, words: Sequence[Token], behind: int) -> int:
    """The offset behind the last word before `words[behind]`, its formula of blessing included."""
    last = words[behind - 1]
    if not last.blessed:
        return last.end
    return words[behind].start - len(words[behind].gap) if behind < len(words) else len(text.rstrip())


@lru_cache(maxsize=4)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text`, in order. Several finders ask for the same passage, one after the other."""
    words = [(found.start(), found.end(), found.group()) for found in _WORD.finditer(text)]
    plain = [_spellings(word)[1] for _, _, word in words]
    return tuple(_kept(text, words, plain))


@lru_cache(maxsize=32_768)
def _spellings(word: str) -> tuple[str, str, str]:
    """The word bare, folded and plain: a text has few words, each of them often."""
    alike = folded(word)
    return bare(word), alike, alike[1:] if alike[:1] in {"و", "ف"} and len(alike) > 2 else alike


def _kept(text: str, words: Sequence[tuple[int, int, str]], plain: Sequence[str]) -> Iterator[Token]:
    held: Token | None = None
    at = gap_start = 0
    while at < len(words):
        blessed, length = _blessing(text, words, plain, at) if held else ("", 0)
        if held and length:
            held = held._replace(blessed=held.blessed or blessed)
            gap_start = words[at + length - 1][1]
            at += length
            continue
        if held:
            yield held
        start, end, word = words[at]
        gap = text[gap_start:start]
        if held and gap_start != held.end:
            gap = _AROUND_FORMULA.sub(" ", gap)
        held = Token(start, end, *_spellings(word), gap)
        gap_start = end
        at += 1
    if held:
        yield held


def _blessing(text: str, words: Sequence[tuple[int, int, str]], plain: Sequence[str], at: int) -> tuple[Blessed, int]:
    start, end, word = words[at]
    if _SIGN.match(word):
        return said_by_sign(word), 1
    if plain[at] in LETTERS and text[start - 1] == "(" and text[end : end + 1] == ")":
        return LETTERS[plain[at]], 1
    if plain[at] not in BEGINNINGS:
        return "", 0
    return formula(" ".join(plain[at : at + LONGEST_FORMULA]))
