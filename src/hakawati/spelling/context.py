"""All that shapes a spoken text beside the text itself."""

import re
from dataclasses import dataclass
from typing import Literal

from hakawati.model import Role
from hakawati.spelling.arabic.honorific_policy import Policy
from hakawati.spelling.arabic.honorifics_lost import Habit
from hakawati.spelling.lexicon.entry import EMPTY, Lexicon

References = Literal["say", "shorten", "skip"]
"""Citations in full; without volumes, pages and verse numbers; not at all."""

_SENTENCE_END = re.compile(r"[.!?؟…]+[\s»”\"')\]]*")
REACH = 12
"""The most words of a neighbour that tell anything about a word's vowels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a segment stands and how it is to be spelled.

    `before` and `behind` are the author's words of the same paragraph around it, white space at the seams included.
    With `vowels` Arabic is vowelled; `habit` tells how the whole book's gaps are spread, if that is known.
    """

    language: str
    role: Role = Role.NARRATION
    ref: str | None = None
    before: str = ""
    behind: str = ""
    vowels: bool = True
    honorifics: Policy = "supply"
    references: References = "say"
    lexicon: Lexicon = EMPTY
    habit: Habit | None = None


def sentence_before(before: str) -> str:
    """The last words of `before` that belong to the sentence that goes on behind it."""
    begun = [end.end() for end in _SENTENCE_END.finditer(before)]
    return " ".join(before[begun[-1] if begun else 0 :].split()[-REACH:])


def sentence_behind(text: str, behind: str) -> str:
    """The first words of `behind` that belong to the sentence that `text` began."""
    if _SENTENCE_END.fullmatch(text, len(text.rstrip("»”\"')] ")) - 1) if text else False:
        return ""
    end = _SENTENCE_END.search(behind)
    return " ".join(behind[: end.end() if end else len(behind)].split()[:REACH])
