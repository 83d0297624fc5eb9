"""Speech first and who says it behind: «"نعم"، قال عمر.»"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.script.finders.quotes import quotation, quotations
from hakawati.script.finders.saying_verbs import SAYING
from hakawati.script.finders.speakers import named_speaker
from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

ANSWERS = listed("نعم لا كلا بلي اجل حسنا شكرا ابدا طبعا")

SHORTEST = 2
"""Words, unless a mark of a sentence stands among them."""


class Postposed(NamedTuple):
    """The quotation `text[start:end]`, said by `of` (None where a pronoun is all there is)."""

    start: int
    end: int
    of: str | None


def postposed(text: str, words: Sequence[Token]) -> Iterator[Postposed]:
    behind = 0
    for start, end in quotations(text):
        first = behind
        while first < len(words) and words[first].start < start:
            first += 1
        behind = first
        while behind < len(words) and words[behind].start < end:
            behind += 1
        verb = behind + (behind < len(words) and words[behind].folded in {"هكذا", "كذا"})
        if verb < len(words) and words[verb].folded in SAYING and not text[end : words[behind].start].strip(" ،,-–—"):
            stops = _clause_end(words, verb)
            answers = first < len(words) and words[first].folded in ANSWERS
            long_enough = behind - first >= SHORTEST or answers or any(sign in text[start:end] for sign in "،؟!.?")
            if long_enough and ":" not in (words[stops].gap if stops < len(words) else text[words[-1].end :]):
                of = named_speaker(words, verb, stops)
                yield Postposed(start, end, of)
                yield from _resumed(text, words, stops, of)


def _resumed(text: str, words: Sequence[Token], stops: int, of: str | None) -> Iterator[Postposed]:
    """«"نعم"، قال عمر، "سأفعل"»: the quotation goes on behind who says it."""
    if stops >= len(words):
        return
    gap = words[stops].start - len(words[stops].gap)
    mark = next((at for at in range(gap, words[stops].start) if text[at] not in " .،,-–"), gap)
    found = quotation(text, mark)
    if not found or found[0] != mark:
        return
    behind = next((at for at in range(stops, len(words)) if words[at].start >= found[1]), len(words))
    if behind == len(words) or words[behind].folded not in SAYING:
        yield Postposed(*found, of)


def _clause_end(words: Sequence[Token], verb: int) -> int:
    return next((at for at in range(verb + 1, len(words)) if words[at].opens_clause), len(words))
