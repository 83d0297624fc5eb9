"""Supplications: what is announced as one («ومن دعاء السفر:»), and what begins as one does («اللهم …», «ربنا …»)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.model import Manner, Role
from hakawati.script.finders.asides import without_asides
from hakawati.script.finders.continuation import resumes_behind_prayer
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.prayer import begins_prayer, goes_on_praying, praises_or_asks
from hakawati.script.finders.quotes import in_parentheses, opens_quotation, quotation, quotations
from hakawati.script.finders.saying import introductions
from hakawati.script.finders.tokens import Token, end_of, tokens
from hakawati.script.letters import folded

SUPPLICATION = Manner(role=Role.SUPPLICATION)

LONGEST_SENTENCE = 200
"""Words."""

ANNOUNCED = re.compile(
    r"(?:^|\W)(?:[وفبلك]{0,2}(?:ال)?(?:دعاء|دعاءه|دعائه|دعاؤه|دعائها|دعاؤها|للدعاء|ادعية|ادعيته|مناجاته|ابتهاله|مناجاة|تضرعه)"
    r"|[وف]?(?:ي)?(?:دعا|دعت|دعو|تدعو|دعوا|دعون|تضرع|يتضرع|ابتهل|يبتهل|يناجي|ناجي|داعيا|مبتهلا|متضرعا|مناجيا)"
    r"(?= (?:الي )?(?:ربه|الله|ربها|ربهم|له|لها|لهم|قائلا|بقوله|بهذا)))(?:\W[^.؟!؛:]{0,60})?$"
)


class Sentences(NamedTuple):
    """A passage's words, with the offsets of the quotations in it."""

    text: str
    words: Sequence[Token]
    quoted: Sequence[tuple[int, int]]
    barriers: frozenset[int]


def supplication(passage: Passage) -> Iterator[Found]:
    """To the end of the quotation; without one, as far as God is addressed."""
    if passage.language != "ar" or not passage.text:
        return
    barriers = frozenset(one.clause for one in introductions(passage.text))
    spoken = Sentences(passage.text, tokens(passage.text), list(quotations(passage.text)), barriers)
    ended = 0
    for start, end in sorted({*_announced(passage), *_prayed(spoken)}):
        if start >= ended:
            ended = end
            yield from (Found(*stretch, SUPPLICATION) for stretch in without_asides(passage.text, start, end))


def _announced(passage: Passage) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks behind words that announce a supplication, here or in the paragraph before."""
    before = passage.before.rstrip()
    begins = [0] if before.endswith(":") and _announces(before[-161:-1]) else []
    begins += [
        colon.end()
        for colon in re.finditer(":", passage.text)
        if _announces(passage.text[max(0, colon.start() - 160) : colon.start()])
    ]
    for at in begins:
        found = quotation(passage.text, at) or in_parentheses(passage.text, at)
        if found:
            words = tokens(passage.text[slice(*found)])
            if praises_or_asks(words, len(words)):
                yield found


def _announces(lead: str) -> bool:
    return bool(ANNOUNCED.search(folded(lead)))


def _prayed(spoken: Sentences) -> Iterator[tuple[int, int]]:
    """Quotations and sentences that begin as supplications do. Inside another quotation they are part of it."""
    words = spoken.words
    quoted = iter(spoken.quoted)
    around = next(quoted, None)
    behind = 0
    for at, word in enumerate(words):
        while around and around[1] <= word.start:
            around = next(quoted, None)
        if at < behind or not _may_begin(spoken, at) or not begins_prayer(words, at, _sentence_end(spoken, at)):
            continue
        if around and around[0] < word.start:
            if not opens_quotation(spoken.text, around[0]) or words[at - 1].start > around[0]:
                continue
            yield around
            continue
        behind = _prayer_end(spoken, at)
        yield word.start, end_of(spoken.text, words, behind)


def _may_begin(spoken: Sentences, at: int) -> bool:
    """At the begin of a sentence, or behind a colon or an opening mark."""
    word = spoken.words[at]
    if word.gap == " ":
        return at == 0 or _behind_saying(spoken, at)
    if "،" in word.gap and word.folded == "اللهم":
        return True
    return at == 0 or word.opens_sentence or any(sign in word.gap for sign in ':«“"(؛')


def _behind_saying(spoken: Sentences, at: int) -> bool:
    """«فقال اللهم اغفر لي»: no colon."""
    called = spoken.words[at].folded in {"اللهم", "يارب"} or _my_lord(spoken.words, at)
    return called and spoken.words[at - 1].plain in {"قال", "يقول", "تقول", "قالت", "قلت", "قالوا", "يقولون", "اقول"}


def _my_lord(words: Sequence[Token], at: int) -> bool:
    return words[at].folded == "يا" and at + 1 < len(words) and words[at + 1].folded in {"رب", "ربي", "الله"}


def _sentence_end(spoken: Sentences, at: int) -> int:
    for place in range(at + 1, min(len(spoken.words), at + LONGEST_SENTENCE)):
        if spoken.words[place].opens_sentence or place in spoken.barriers:
            return place
    return min(len(spoken.words), at + LONGEST_SENTENCE)


def _prayer_end(spoken: Sentences, first: int) -> int:
    """The number of the word behind the supplication that begins with `words[first]`."""
    words = spoken.words
    begin, end = first, _sentence_end(spoken, first)
    while True:
        behind = resumes_behind_prayer(words, begin, end)
        if behind < end or end >= len(words) or end in spoken.barriers or "\n" in words[end].gap:
            return behind
        begin, end = end, _sentence_end(spoken, end)
        if not goes_on_praying(words, begin, end):
            return begin
