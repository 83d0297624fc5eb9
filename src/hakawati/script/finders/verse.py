"""Qur'an: between ornate brackets, or vowelled after words that announce God's."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.honorifics import without_honorifics
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.finders.quotes import quotation
from hakawati.script.finders.saying import WINDOW, introductions
from hakawati.script.finders.vowelled import mostly_vowelled, vowelled_run
from hakawati.script.letters import bare, folded, speakable

VERSE = Manner(role=Role.VERSE)

_ORNATE = re.compile(r"﴿[^﴿﴾]*﴾|﴾[^﴿﴾]*﴿")
_BRACED = re.compile(r"\s*(\{[^{}]*\}|\[[^\[\]]*\])")
_COLON = re.compile(":")
_GODS_WORDS = re.compile(
    r"(?:^|\W)[وفبلك]{0,2}"
    r"(?:قول(?:ه)? (?:الله )?(?:تعالي|سبحانه|عز وجل|جل)|قول الله|(?:الاية|ايه|اية)(?: الكريمة| التالية)?)"
    r"[^.؟!؛:،]{0,40}$"
)
_SACRED_HADITH = re.compile(r"القدسي|يرويه|روي عن ربه|يروي عن ربه|فيما يروي")


def verse(passage: Passage) -> Iterator[Found]:
    text = passage.text
    yield from (Found(*found.span(), VERSE) for found in _ORNATE.finditer(text) if any(map(str.isalpha, found.group())))
    if passage.language != "ar":
        return
    for at in _announced(text):
        extent = _extent(text, at)
        if extent and speakable(text[slice(*extent)]):
            yield Found(*extent, VERSE)


def _announced(text: str) -> list[int]:
    """Where God's words begin. What God says in a hadith is not Qur'an."""
    saying = {found.end for found in introductions(text) if found.by_god}
    colons = [colon for colon in _COLON.finditer(text) if colon.end() in saying or _names_gods_words(text, colon)]
    return [colon.end() for colon in colons if not _SACRED_HADITH.search(folded(_lead(text, colon)))]


def _lead(text: str, colon: re.Match[str]) -> str:
    return text[max(0, colon.start() - WINDOW) : colon.start()]


def _names_gods_words(text: str, colon: re.Match[str]) -> bool:
    lead = _lead(text, colon)
    return bool(_GODS_WORDS.search(folded(lead)) or _GODS_WORDS.search(folded(without_honorifics(bare(lead))).rstrip()))


def _extent(text: str, at: int) -> tuple[int, int] | None:
    """Marks alone prove nothing: what stands in them must be vowelled too."""
    braced = _BRACED.match(text, at)
    marked = braced.span(1) if braced else quotation(text, at)
    if marked:
        return marked if mostly_vowelled(text[slice(*marked)]) else None
    return vowelled_run(text, at)
