"""Headings: a short paragraph that opens a topic, such as «ورد ذكر الهجرة:» or "Chapter 3"."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.divisions import division
from hakawati.script.finders.names import words_of
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.saying import PARTICIPLES, is_saying
from hakawati.script.letters import folded

HEADING = Manner(role=Role.HEADING)

MOST_CHARACTERS = 100
WIDEST_LINE = 120
"""Columns; what is longer is no line of a page but a paragraph."""

MOST_WORDS = 7
"""Of a line that nothing but its colon shows to be a heading."""

MOST_WORDS_OF_TITLE = 10
MOST_WORDS_ALONE = 5
LEAST_BELOW = 80
"""Characters of the paragraph below a line that nothing but its standing alone shows to be a heading."""

OPENERS = re.compile(r"(?:و?ورد ذكر|ذكر|عند|باب|فصل|قصة|غزوة|سرية|معركة|حديث عن|في ذكر)\s")

_ENDS_SENTENCE = re.compile(r"[.؟?!…][»”\"')\]﴾]*\s*\Z")
_MID_SENTENCE = re.compile(r"[\w،,؛;\-]\Z")
_LEADS_ON = re.compile(
    r"(?:وه[يوم]|هو|هي|هم|التالي|التالية|كالتالي|الاتي|كالاتي|يلي|معناه|نصه|مثل|منها|منهم|التاليين)\W*"
)


def heading(passage: Passage) -> Iterator[Found]:
    if passage.shape == "heading" or _is_heading(passage):
        yield Found(0, len(passage.text), HEADING)


def _is_heading(passage: Passage) -> bool:
    text = passage.text.strip()
    if passage.shape != "prose" or len(text) > MOST_CHARACTERS or "\n" in text:
        return False
    if division(text) or _is_capitals(text) or _is_title(text, passage) or _stands_alone(text, passage):
        return True
    return not is_mid_sentence(passage.before) and _opens_topic(text, passage.language)


def _is_capitals(text: str) -> bool:
    """A line of capitals alone, such as "THE RETURN OF THE KING": two words at least, for "NO!" is a cry."""
    return text.isupper() and text[0].isalnum() and text[-1].isalnum() and len(text.split()) > 1


def _is_title(text: str, passage: Passage) -> bool:
    """The first line of a text, if it ends as no sentence does and much more follows."""
    first = not passage.before and text[-1].isalnum() and len(text.split()) <= MOST_WORDS_OF_TITLE
    return first and (len(passage.after) >= 3 * len(text) or division(passage.after) > 0)


def _stands_alone(text: str, passage: Passage) -> bool:
    """A few words between paragraphs, both whole sentences, and itself none: «نشأته وأسرته», "April"."""
    few = len(text.split()) <= MOST_WORDS_ALONE and text[0].isalpha() and text[-1].isalnum() and not text.islower()
    between = _ENDS_SENTENCE.search(passage.before) and _ENDS_SENTENCE.search(passage.after)
    return bool(few and between and len(passage.after) >= LEAST_BELOW)


def is_mid_sentence(before: str) -> bool:
    """Whether the paragraph `before` breaks off: a line parted from the next by width, not by meaning."""
    return len(before) <= WIDEST_LINE and bool(_MID_SENTENCE.search(before.rstrip())) and not division(before)


def _opens_topic(text: str, language: str) -> bool:
    if language != "ar" or not text.endswith(":") or re.search(r"[.؟!؛:،]", text[:-1]):
        return False
    words = words_of(folded(text))
    if not words or _LEADS_ON.fullmatch(words[-1]) or any(is_saying(word) or word in PARTICIPLES for word in words):
        return False
    return bool(OPENERS.match(folded(text))) or (len(words) <= MOST_WORDS and not _continues(words[0]))


def _continues(word: str) -> bool:
    """«ولكن», «فمن», «كذلك»: the line goes on from the one before."""
    return word.startswith(("و", "ف", "ثم", "كما", "كذلك", "لكن", "هنا", "هذا", "هذه", "ان", "قد", "لقد", "كان", "من"))
