"""Whether a quotation is said by someone, or only named, cited in part, or doubted (“War and Peace”, “experts”)."""

import re
from typing import NamedTuple

from hakawati.script.finders.attribution import Attribution, attribution_after, attribution_before, signature
from hakawati.script.finders.passage import Passage
from hakawati.script.finders.quotation_marks import Quotation
from hakawati.script.letters import is_said

LEADS = re.compile(r"[,،，:：;][\s\u00a0—–]*\Z")
"""What stands before a quotation that a sentence leads up to."""

BREAKS_OFF = re.compile(r"\s*(?:[—–]|--)[^“”\"«».!?\n]{1,120}(?:[—–]|--)\s*\Z")
_IS_BROKEN_OFF = re.compile(r"\s*(?:[—–]|--)[^“”\"«».!?\n]{1,120}(?:[—–]|--)\s*[“\"‘«]")
"""“It is small”—he lifted it—“but heavy.”"""

_STOP_INSIDE = re.compile(r"[.!?…؟。！？—–-][’”»\"'›)]*\Z")
_COMMA_INSIDE = re.compile(r"[,،，][’'›]*\Z")
_GOES_ON = re.compile(r"\s*[,،，]|\s*[—–]")
_SENTENCE_BEGINS = re.compile(r"(?:\A|[.!?…؟。！？:][’”»\"')\]]*)[\s—–*_]*\Z")
_ACTS = re.compile(r"\s+(?:(?:he|she|they|I|we)\s+[a-z]+|[A-Z][\w’'-]+\s+[a-z]+ed\b)")
_SMALL = 4
"""Letters of the words that a title writes small."""


class Said(NamedTuple):
    """A quotation that is speech, and what tells who speaks."""

    quotation: Quotation
    attribution: Attribution | None


def said(passage: Passage, quotation: Quotation, ends: int, last: Said | None) -> Said | None:
    """The quotation as speech, if it is; `ends` is where the quotation before ended."""
    text, language = passage.text, passage.language
    body = quotation.body(text)
    if not any(map(is_said, body)):
        return None
    lead = text[ends : quotation.start]
    before = attribution_before(text, ends, quotation.start, language)
    if before and _introduces(before, lead, body, is_second=last is not None and last.quotation.end == ends):
        return Said(quotation, before)
    signed = signature(text, quotation.end)
    if signed and not lead.strip():
        return Said(quotation, Attribution(signed, pronoun=False, end=len(text)))
    begins = bool(_SENTENCE_BEGINS.search(lead)) or not lead.strip()
    after = attribution_after(text, quotation.end, language) if quotation.closed else None
    if after and (begins or LEADS.search(lead)) and _may_be_attributed(text, quotation, body):
        return Said(quotation, after)
    if begins and _stands_alone(text, quotation, body):
        return Said(quotation, None)
    resumes = last is not None and last.quotation.end == ends and bool(BREAKS_OFF.match(lead))
    return Said(quotation, None) if resumes or _is_cited(lead, body) else None


def _introduces(before: Attribution, lead: str, body: str, *, is_second: bool) -> bool:
    """Ali said, “…”; “…,” said Ali, “…”; but not: Ali said that the “…”."""
    if LEADS.search(lead):
        return is_second or not before.woven
    whole = _begins_sentence(body) and not _is_title(body) and len(body.split()) > 1
    return whole and before.direct and not before.woven


def _may_be_attributed(text: str, quotation: Quotation, body: str) -> bool:
    """A quotation ends in a comma, or in a stop that leaves the sentence open, before the one who said it."""
    following = text[quotation.end :][:3].strip()
    if _COMMA_INSIDE.search(body) or _GOES_ON.match(text, quotation.end):
        return True
    if body.endswith("."):
        return following[:1].islower()
    return bool(_STOP_INSIDE.search(body)) or following[:1].islower()


def _stands_alone(text: str, quotation: Quotation, body: str) -> bool:
    """A whole sentence in quotation marks; or one that the next words interrupt (“Yes,” he grinned)."""
    if not _begins_sentence(body):
        return False
    if not quotation.closed:
        return not text[: quotation.start].strip() and len(body.split()) > 3
    if _IS_BROKEN_OFF.match(text, quotation.end):
        return True
    if _STOP_INSIDE.search(body):
        return not _is_title(body) or not text[quotation.end :].strip()
    if _COMMA_INSIDE.search(body):
        return not _is_title(body) and bool(_ACTS.match(text, quotation.end))
    return False


def _is_cited(lead: str, body: str) -> bool:
    """After a comma or colon without a verb of saying: only a whole sentence."""
    if not LEADS.search(lead) or not _begins_sentence(body) or _is_title(body):
        return False
    words = len(body.split()) if " " in body or body.isascii() else len(body)
    return words >= 3 and bool(_STOP_INSIDE.search(body))


def _begins_sentence(body: str) -> bool:
    first = next(filter(is_said, body), "")
    return not first.islower()


def _is_title(body: str) -> bool:
    """War and Peace: every long word has a capital."""
    words = [word.strip(".,!?’'") for word in body.split()]
    long = [word for word in words if len(word) >= _SMALL]
    return 2 <= len(words) <= 10 and bool(long) and all(word[0].isupper() for word in long) and words[-1][:1].isupper()
