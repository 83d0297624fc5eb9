"""The lexicon's words in languages that write their vowels: each is said as the lexicon has it."""

import re
from collections.abc import Iterator

from hakawati.spelling.context import Context
from hakawati.spelling.edits import Edit
from hakawati.spelling.rules import Rule

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def respelling(context: Context) -> Rule:
    """The rule for the context's lexicon: exact words, capitals told apart, each noted."""

    def edits(text: str) -> Iterator[Edit]:
        for word in _WORD.finditer(text):
            before, behind = context.before + text[: word.start()], text[word.end() :] + context.behind
            entries = context.lexicon.of(word.group())
            entry = next((entry for entry in entries if entry.stands_in(before, behind)), None)
            if entry and entry.spoken != word.group():
                yield Edit(*word.span(), entry.spoken, noted=True)

    return Rule("lexicon", edits)
