"""Speech after a dash at the begin of a paragraph («— Bonjour, dit-il.»), in other languages than Arabic.

What says who speaks stands between two dashes (Russian, Polish, Spanish, Portuguese) or two commas (French, Italian).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.model import Manner, Role
from hakawati.script.finders.attribution import Attribution, attribution_after
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.letters import is_said

_DASH = re.compile(r"\s*(?:[—–―]{1,2}\s*|-{1,2}\s+)(?=\S)")
_INNER_DASH = re.compile(r"\s*(?<!\w)[—–―]\s*|(?<=\w)[—–―](?=[\s.,;:!?])\s*|\s[—–―]\s*")
_COMMA = re.compile(r"[,!?…][»”]?\s+")
_ASIDE_ENDS = re.compile(r"[.,;:!?]+\s*")
_ENDS_SENTENCE = re.compile(r"[.!?…][»”\"’)]*\Z")
_NARRATES_ON = re.compile(r"(?:il|elle|ils|elles|on|puis|lui|lei|poi)\b", re.IGNORECASE)

BETWEEN_COMMAS = frozenset({"fr", "it", "nl", "de"})
"""Languages in which no dash parts the words from who says them."""


class Turn(NamedTuple):
    """A paragraph of dialogue: the stretches that are said, and who says them."""

    said: list[tuple[int, int]]
    attributions: list[Attribution]

    @property
    def speaker(self) -> str | None:
        return next((each.speaker for each in self.attributions if each.speaker), None)


def dialogue(passage: Passage) -> Iterator[Found]:
    if passage.language == "ar" or passage.shape in {"heading", "poetry"}:
        return
    dash = _DASH.match(passage.text)
    if not dash:
        return
    turn = turn_of(passage.text, dash.end(), len(passage.text), passage.language)
    if _is_dialogue(passage, dash.end(), turn):
        manner = Manner(role=Role.SPEECH, speaker=turn.speaker)
        said = [(0, turn.said[0][1]), *turn.said[1:]] if turn.said else []
        yield from (Found(start, end, manner) for start, end in said)


def _is_dialogue(passage: Passage, start: int, turn: Turn) -> bool:
    """Not the item of a list, and not a name under a quotation."""
    text = passage.text
    if turn.attributions:
        return True
    first = next(filter(is_said, text[start:]), "")
    if passage.language == "en" or first.islower() or first.isdigit() or "\n" in text:
        return False
    ends = _ENDS_SENTENCE.search(text.rstrip())
    return ends is not None and (not text.lstrip().startswith("-") or ends.group()[0] in "!?…")


def turn_of(text: str, start: int, end: int, language: str) -> Turn:
    """What is said in `text[start:end]` and what only tells who says it."""
    turn = Turn([], [])
    between_commas = language in BETWEEN_COMMAS or language == "en"
    at = start
    while at < end:
        aside = _aside_in_commas(text, at, language) if between_commas else _aside_in_dashes(text, at, language)
        if aside is None or aside[0] >= end:
            turn.said.append((at, end))
            break
        said_to, resumes, attribution = aside
        turn.said.append((at, said_to))
        if attribution:
            turn.attributions.append(attribution)
        at = resumes
    return turn


def _aside_in_dashes(text: str, at: int, language: str) -> tuple[int, int, Attribution | None] | None:
    """Where the next aside begins and ends, and whom it names: « —dijo él—. », « — сказал он. — »."""
    for dash in _INNER_DASH.finditer(text, at):
        attribution = attribution_after(text, dash.end(), language)
        if attribution or (language == "es" and _opens_aside(text, dash)):
            closing = _INNER_DASH.search(text, dash.end())
            if not closing:
                return dash.start(), len(text), attribution
            signs = re.compile(r"[.,;:!?]*\s*").match(text, closing.end())
            return dash.start(), signs.end() if signs else closing.end(), attribution
    return None


def _opens_aside(text: str, dash: re.Match[str]) -> bool:
    """Spanish: a space before the dash and none behind."""
    opens = dash.group()[:1].isspace() and not dash.group()[-1:].isspace()
    return opens and text[dash.end() : dash.end() + 1].islower()


def _aside_in_commas(text: str, at: int, language: str) -> tuple[int, int, Attribution | None] | None:
    """«…, dit-il, …», «… ? demanda Marie.»"""
    for comma in _COMMA.finditer(text, at):
        attribution = attribution_after(text, comma.end(), language)
        if attribution and (attribution.speaker or attribution.pronoun) and text[comma.end()].islower():
            ends = _ASIDE_ENDS.search(text, attribution.end)
            if not ends or (ends.group()[0] == "." and _NARRATES_ON.match(text, ends.end())):
                return comma.end(), len(text), attribution
            return comma.end(), ends.end(), attribution
    return None
