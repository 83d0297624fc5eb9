"""Speakers' names as people write them: compared by their letters, without vowel marks and honours."""

import difflib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from hakawati.model import Book, Role
from hakawati.script.finders.honorifics import formula, without_honorifics
from hakawati.script.letters import bare, folded
from hakawati.script.vocabulary import listed

REVERENCE = listed("سيدنا سيدتنا سيدي سيدتي مولانا حضرة")
"""Before a name, and no part of it, whoever bears it. «السيد» is: «السيدة سعيد» is someone else than «السيد سعيد»."""


@lru_cache(maxsize=10_000)
def letters(name: str) -> str:
    """What two spellings of one name have in common: «أبو بكر» for «أَبُو بَكْرٍ (رضي الله عنه)» and «سيدنا ابو بكر».

    A name that is nothing but honours, such as «ﷺ», stays.
    """
    words = _plain(without_honorifics(bare(name))).split()
    words = list(_without_formulas(words))
    while len(words) > 1 and words[0] in REVERENCE:
        del words[0]
    return " ".join(words) or _plain(name) or name


def _plain(name: str) -> str:
    """Letters and their marks in small letters, one form of alif, everything else a space."""
    seen = unicodedata.normalize("NFC", name.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    kept = ("" if unicodedata.category(one) == "Cf" else one if _in_name(one) else " " for one in folded(seen))
    return " ".join("".join(kept).casefold().split())


def _in_name(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN" or character == "'"


def _without_formulas(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        _, length = formula(" ".join(words[at:]))
        if not length:
            yield words[at]
        at += length or 1


class Called:
    """Whom the cast names: its keys that are no roles."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = tuple(key for key in keys if key not in list(Role))
        self._by_letters = {letters(key): key for key in reversed(self.keys)}

    def key(self, speaker: str | None) -> str | None:
        """The key that means `speaker`: spelled as he is, else with the same letters."""
        if speaker is None:
            return None
        return speaker if speaker in self.keys else self._by_letters.get(letters(speaker))

    def roles(self, key: str, book: Book) -> list[Role]:
        """What the one whom `key` means says in `book`."""
        found = {segment.role for segment in book.segments() if self.key(segment.manner.speaker) == key}
        return [role for role in Role if role in found]


def speakers_of(book: Book) -> dict[str, str]:
    """The names in `book` by their letters, each as it is first spelled, in the order they first speak in."""
    found: dict[str, str] = {}
    for segment in book.segments():
        if segment.manner.speaker:
            found.setdefault(letters(segment.manner.speaker), segment.manner.speaker)
    return found


def nearest(name: str, speakers: Mapping[str, str]) -> str | None:
    """Of `speakers` (letters and the name as it is spelled), who may be meant by a `name` that is none of theirs."""
    words = letters(name).split()
    related = (known for known in speakers if _within(words, known.split()) or _within(known.split(), words))
    near = next(related, None) or next(iter(difflib.get_close_matches(" ".join(words), speakers, 1)), None)
    return speakers[near] if near else None


def _within(words: list[str], others: list[str]) -> bool:
    return set(words) <= set(others)
