"""The words of a passage, as they are looked for in the mushaf."""

import re
from typing import NamedTuple

from hakawati.script.letters import MARKS
from hakawati.script.mushaf.spelling import letters, skeleton

# Arabic letters without the signs among them that stand for a formula; with other scripts' words, which end a verse
_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufd8f\ufd92-\ufdc7\ufdf0-\ufdf8\ufe70-\ufefc"
    "A-Za-z\u00c0-\u02af\u0370-\u05f2\u0900-\u1fff\u3040-\ud7ff"
)
_WORD = re.compile(f"[{_LETTERS}][{_LETTERS}{MARKS}\u0640\u200c\u200d]*")

UNKNOWN = -1


class Word(NamedTuple):
    """`text[start:end]`; `group` is its group of spellings in the mushaf, `UNKNOWN` if the mushaf has none such.

    Numbers of verses and signs of pause are no words.
    """

    start: int
    end: int
    letters: str
    group: int


def words_of(text: str, group_of: dict[str, int]) -> list[Word]:
    found: list[Word] = []
    for match in _WORD.finditer(text):
        spelled = letters(match.group())
        found.append(Word(match.start(), match.end(), spelled, group_of.get(skeleton(spelled), UNKNOWN)))
    return found
