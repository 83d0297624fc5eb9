"""Topic openings: paragraphs that begin something new, and what a chapter there is called."""

import re

from hakawati.model import Role, Segment
from hakawati.script.finders.heading import is_mid_sentence
from hakawati.script.finders.names import words_of
from hakawati.script.finders.saying import PARTICIPLES, is_saying
from hakawati.script.letters import folded
from hakawati.script.titles import title

MOST_CHARACTERS = 100

_OPENING = re.compile(r"(?:عند|ورد ذكر|وورد ذكر|ذكر|قصة|غزوة|سرية|معركة|حادثة)\s[^:.؟!؛،]{2,60}:")
_ANNOUNCING = re.compile(r"^و?(?:ورد|جاء|نجد)\s+ذكر\s+|^كذلك\s+نجد\s+ذكر\s+|(?:\s+أيضا)?\s+وه[وي]$")


def topic(paragraph: tuple[Segment, ...], text: str, before: str) -> str:
    """The title of the chapter that `paragraph` (`text` as written) opens; empty if it opens none.

    `before` is the paragraph before: where its sentence goes on, nothing opens.
    """
    if is_mid_sentence(before):
        return ""
    if paragraph[0].role is Role.HEADING:
        return called(text)
    opening = _OPENING.match(text.strip())
    if opening and not _says(opening.group()):
        return called(opening.group())
    short = len(text) <= MOST_CHARACTERS and text.rstrip().endswith(":") and "\n" not in text.strip()
    return called(text) if short and not _says(text) else ""


def called(opening: str) -> str:
    """The title of what a heading, or another opening, opens."""
    return title(_ANNOUNCING.sub("", opening.strip().rstrip(":").rstrip()))


def _says(opening: str) -> bool:
    return any(is_saying(word) or word in PARTICIPLES for word in words_of(folded(opening)))
