"""Speech in quotation marks, in other languages than Arabic: what is said, not what is named, cited or doubted."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.dialogue import Turn, turn_of
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.quotation_marks import Quotation, quotations
from hakawati.script.finders.said import BREAKS_OFF, LEADS, Said, said

_CLOSES = re.compile('[”»’"]')
_ASKED = re.compile(r"[?؟][’'”»]*\Z")


def quoted_speech(passage: Passage) -> Iterator[Found]:
    if passage.language == "ar" or passage.shape == "heading":
        return
    text, last, teller, ends = passage.text, None, None, 0
    continued = _continued(passage)
    if continued:
        yield continued
        teller, ends = continued.manner.speaker, continued.end
    for quotation in quotations(text):
        if quotation.start < ends:
            continue
        found = said(passage, quotation, ends, last)
        if found:
            teller = _speaker(text, found, last, teller)
            yield from _stretches(passage, quotation, teller)
            last = found
        ends = quotation.end


def _stretches(passage: Passage, quotation: Quotation, speaker: str | None) -> Iterator[Found]:
    """The quotation; a French or Italian one without what stands between its commas («Oui, dit-il, je viens.»)."""
    start, end, language = quotation.start, quotation.end, passage.language
    turn = turn_of(passage.text, start, end, language) if language in {"fr", "it"} else Turn([(start, end)], [])
    manner = Manner(role=Role.SPEECH, speaker=turn.speaker or speaker)
    yield from (Found(*stretch, manner) for stretch in turn.said)


def _continued(passage: Passage) -> Found | None:
    """The rest of a speech that the paragraph before left open."""
    if not passage.speaking or passage.speaking.role is not Role.SPEECH or not _is_open(passage.before):
        return None
    quoted = quotations(passage.text)
    if quoted and not passage.text[: quoted[0].start].strip():
        return Found(0, quoted[0].end, passage.speaking)
    closing = _CLOSES.search(passage.text)
    inside = closing is None or any(quotation.start <= closing.start() for quotation in quoted)
    return None if closing is None or inside else Found(0, closing.end(), passage.speaking)


def _is_open(before: str) -> bool:
    quoted = quotations(before)
    return bool(quoted) and not quoted[-1].closed


def _speaker(text: str, found: Said, last: Said | None, teller: str | None) -> str | None:
    """As named; of a pronoun, or where nobody is named, the one who has just spoken if that is certain."""
    attribution = found.attribution
    if attribution and attribution.speaker:
        return attribution.speaker
    if last is None:
        return None
    between = text[last.quotation.end : found.quotation.start]
    if _is_one_sentence(between) or BREAKS_OFF.match(between):
        return teller
    if attribution and (not attribution.pronoun or attribution.answers or _ASKED.search(last.quotation.body(text))):
        return None
    return teller if _only_attributes(between, last) else None


def _only_attributes(between: str, last: Said) -> bool:
    """“Yes,” said Ali. “I am here.”: nothing but the attribution stands between, and what he did meanwhile."""
    if last.attribution is None:
        return not between.strip()
    rest = between[max(0, last.attribution.end - last.quotation.end) :].strip()
    return not re.search(r"[.!?…;:]\s", rest) and not re.search(r"\b[^\W\d_a-z]", rest)


def _is_one_sentence(between: str) -> bool:
    """“I,” he said, “am here.”"""
    return bool(LEADS.search(between)) and not re.search(r"[.!?…;]\s", between)
