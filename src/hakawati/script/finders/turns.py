"""Dialogue in lines of its own: the turns of a story («- نعم، قال مراد.») and of an interview («المحرر: …؟»)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.model import Role
from hakawati.script.finders.names import THE_PROPHET, TO_SOMEONE
from hakawati.script.finders.passage import Passage
from hakawati.script.finders.saying import introductions
from hakawati.script.finders.saying_verbs import SAME_GOES_ON, SAYING, SAYS_BEHIND, says
from hakawati.script.finders.speakers import GOD_HIMSELF, named_speaker
from hakawati.script.finders.tokens import Token, end_of, tokens
from hakawati.script.vocabulary import listed

_DASH = re.compile(r"\s*(?:[-–]\s+|[—―]\s*)(?=[^\s\d])")
_LABEL = re.compile(r"\s*([^\W\d_]+(?: [^\W\d_]+){0,2})\s?:\s+(?=\S)")
_ASKS = re.compile(r"[؟?][\s»”\")]*\Z")

_SPEAKS = SAYING | SAYS_BEHIND | SAME_GOES_ON

NO_LABELS = listed(
    "السؤال الجواب سؤال جواب س ج ملاحظة تنبيه فائدة مثال قال قالت فقال الفتوي الاجابة المصدر تعريف قاعدة"
)
"""Before a colon: no one's name. What a mufti is asked and answers is the author's text."""

NOT_BY_TAG = TO_SOMEONE & listed("لي لنا")
_REPORTS = listed("ان انه انها انهم انني ان")


class Turn(NamedTuple):
    """`text[start:end]` is said by `of`, None where that is not told."""

    start: int
    end: int
    of: str | None


def turns(passage: Passage) -> Iterator[Turn]:
    """What a line of dialogue says, its dash left aside, as far as who says it stands between."""
    dash = _DASH.match(passage.text)
    if dash and _in_dialogue(passage):
        yield _turn(passage.text, dash.end())
        return
    label = _LABEL.match(passage.text)
    if label and _in_interview(passage, label.group(1)):
        yield Turn(label.end(), len(passage.text.rstrip()), label.group(1))


def _turn(text: str, start: int) -> Turn:
    words = tokens(text)
    tag = _tag(text, words)
    if tag is None:
        behind = next((one.clause for one in introductions(text) if one.colon and one.clause > 0), len(words))
        return Turn(start, end_of(text, words, behind) if behind < len(words) else len(text.rstrip()), None)
    stops = next((at for at in range(tag + 1, len(words)) if words[at].opens_clause), len(words))
    first = tag - 1 if words[tag - 1].folded == "ثم" else tag
    return Turn(start, end_of(text, words, first), named_speaker(words, tag, stops))


def _tag(text: str, words: Sequence[Token]) -> int | None:
    """The verb that tells who has spoken («…، قال مراد»), if there is one."""
    for at in range(1, len(words)):
        if not says(words[at].folded, _SPEAKS) or words[at].folded[:1] in {"ي", "ت", "ف"}:
            continue
        begin = at - 1 if words[at - 1].folded == "ثم" else at
        if words[begin].opens_clause and begin and _tells_who(text, words, at):
            return at
    return None


def _tells_who(text: str, words: Sequence[Token], at: int) -> bool:
    if at + 1 < len(words) and (words[at + 1].spelled in NOT_BY_TAG or words[at + 1].folded in _REPORTS):
        return False
    stops = next((place for place in range(at + 1, len(words)) if words[place].opens_clause), len(words))
    gap = words[stops].gap if stops < len(words) else text[words[-1].end :]
    if ":" in gap and not says(words[at].folded, SAME_GOES_ON):
        return False
    return named_speaker(words, at, stops) not in {THE_PROPHET, GOD_HIMSELF}


def _in_dialogue(passage: Passage) -> bool:
    """Whether this dash begins a turn, not the item of a list: someone is said to speak, or a question is answered."""
    if _tag(passage.text, tokens(passage.text)) is not None or _leads(passage.before):
        return True
    around = [other for other in (passage.before, passage.after) if _DASH.match(other)]
    if any(_tag(other, tokens(other)) is not None for other in around):
        return True
    spoke = passage.speaking is not None and passage.speaking.role is Role.SPEECH
    if spoke and _DASH.match(passage.before) and ":" not in passage.before:
        return True
    asks = bool(_ASKS.search(passage.text))
    return any(bool(_ASKS.search(other)) != asks for other in around)


def _leads(before: str) -> bool:
    """The paragraph before ends in «سألته:»."""
    if not before.rstrip().endswith(":"):
        return False
    return any(one.first == len(tokens(before)) for one in introductions(before))


def _in_interview(passage: Passage, label: str) -> bool:
    """Whether the line before or behind has another's label, and one of the two asks."""
    if _is_no_name(label):
        return False
    asks = bool(_ASKS.search(passage.text))
    for other in (passage.before, passage.after):
        named = _LABEL.match(other)
        another = named and named.group(1) != label and not _is_no_name(named.group(1))
        if another and asks != bool(_ASKS.search(other)):
            return True
    return False


def _is_no_name(label: str) -> bool:
    words = tokens(label)
    return not words or any(word.folded in NO_LABELS or says(word.folded, SAYING) for word in words)
