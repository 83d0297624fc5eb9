"""Gaps behind a verb or pronoun that refers to someone honoured: «وخرج  من المنزل», «أن قدمه  أصيبت»."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hakawati.script.letters import folded
from hakawati.script.vocabulary import listed
from hakawati.spelling.arabic.honorifics_lost.formulas import Honour, Number
from hakawati.spelling.arabic.honorifics_lost.gaps import runs, words_before
from hakawati.spelling.arabic.honorifics_lost.naming import Named, named
from hakawati.spelling.arabic.honorifics_lost.people.others import NAMED_AFTER_GOD
from hakawati.spelling.arabic.honorifics_lost.people.the_prophet import HIS_MESSENGER, HIS_WORDS, KINGS
from hakawati.spelling.arabic.honorifics_lost.people.verbs import DID, DOES
from hakawati.spelling.arabic.honorifics_lost.roster import Person
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import alike, name_words, unjoined

_SENTENCE_END = re.compile(r"[.؟?!…\n]")
_CLAUSE_END = re.compile(r"[.؟?!…\n،؛:]")
_GODS_DEED = re.compile("[وف]?س?ي")

# in letters made alike
_BEFORE_GOD = listed("من الي عند عن علي مع ان فان لان هو قال امر انزل خلق جعل اخبر ارسل بعث وعد")
_TO_SOMEONE = listed("له لها لهم اليه اليها اليهم عليه عليها عليهم به بها منه منها عنه")
_NO_SUFFIX = _TO_SOMEONE | listed("فيه هذه الله وجه فقه شبه مياه ايه لله اله معه عنده بعده قبله")

_MESSENGER = frozenset(map(alike, HIS_MESSENGER))
_KINGS = frozenset(map(alike, KINGS))
_NAMED_AFTER_GOD = frozenset(map(alike, NAMED_AFTER_GOD))
_HIS_WORDS = frozenset(map(alike, HIS_WORDS))

THE_PROPHET = Person("النبي", Honour.BLESSING)
GOD = Person("الله", Honour.GLORY)


class Referred(NamedTuple):
    """Who is meant, and how surely."""

    person: Person
    confidence: float


def referred(before: str, behind: str) -> Referred | None:
    """Who is referred to by the last word of `before`, the text up to a gap; `behind` is the text after it."""
    words = words_before(before, len(before))
    if not words:
        return None
    last = alike(words[-1])
    plain = {rest for _, rest in unjoined(last)}
    if "الله" in plain:
        return Referred(GOD, 0.6) if last == "الله" and _does(words) else None
    if ends_in_messenger(words):
        return None if _speaks_of_kings(before) else Referred(THE_PROPHET, 0.95)
    sentence = _SENTENCE_END.split(before)[-1]
    if plain & _HIS_WORDS and not any(_men(sentence)):
        return Referred(THE_PROPHET, 0.75)
    if not _is_verb(words[-1]) and not _has_suffix(words[-1], before):
        return None
    person = _subject(sentence, last) or _only_one(before, behind)
    return Referred(person, 0.7) if person else None


def ends_in_messenger(words: list[str]) -> bool:
    """Whether the last word is «رسوله» or its like."""
    return bool(words) and not _MESSENGER.isdisjoint(rest for _, rest in unjoined(alike(words[-1])))


def _does(words: list[str]) -> bool:
    """Whether God is the subject of a verb, or a particle leads to His name, and no set phrase is made with it."""
    earlier = alike(words[-2]) if len(words) > 1 else ""
    plain = {rest for _, rest in unjoined(earlier)} if earlier else set()
    if plain & _NAMED_AFTER_GOD:
        return False
    return bool(plain & _BEFORE_GOD) or bool(_GODS_DEED.match(earlier) and len(earlier) > 3)


def _speaks_of_kings(before: str) -> bool:
    words = re.findall(r"\w+", _SENTENCE_END.split(before)[-1])
    return not _KINGS.isdisjoint(rest for word in words for _, rest in unjoined(alike(word)))


def _is_verb(word: str) -> bool:
    plain = folded(word)
    joined = plain[1:] if plain[:1] in {"و", "ف"} else plain
    return not {plain, joined}.isdisjoint(_verbs())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(DID | {folded(verb) for verb in DOES})


def _has_suffix(word: str, text: str) -> bool:
    """Whether `word` ends in «ه», his; not in a text that writes ta marbuta so."""
    plain = alike(word)
    possessed = word.endswith("ه") and len(plain) > 3 and not plain.startswith("ال")
    return possessed and "ة" in text and {rest for _, rest in unjoined(plain)}.isdisjoint(_NO_SUFFIX)


def _men(stretch: str) -> Iterator[tuple[Named, list[str]]]:
    """The men named in `stretch`, each with the words before him in his run."""
    for _, run in runs(stretch):
        words = name_words(run)
        at = 0
        while at < len(words):
            at += 1
            found = named(words[:at])
            if found and found.person.number in (Number.HE, Number.TWO) and not _goes_on(words, at, found):
                yield found, words[: at - found.length]


def _goes_on(words: list[str], at: int, found: Named) -> bool:
    """Whether the next words make the name longer: it will be found then."""
    longer = [named(words[:end]) for end in range(at + 1, min(at + 4, len(words)) + 1)]
    return any(one is not None and one.length >= found.length + step for step, one in enumerate(longer, 1))


def _subject(sentence: str, last: str) -> Person | None:
    """Who did what is told just before, if «و» joins another deed of his to it: «وألقى الرسول بردته وخرج»."""
    men = list(_men(sentence))
    if not men or not last.startswith("و"):
        return None
    found, before = men[-1]
    verbs = [word for word in before[-3:] if word not in _TO_SOMEONE]
    return found.person if verbs and not found.joined and _is_verb(verbs[-1]) else None


def _only_one(before: str, behind: str) -> Person | None:
    """The one man honoured of whom this sentence, or else the one before, speaks; not he who is named behind."""
    *_, earlier, sentence = ["", *(part for part in _SENTENCE_END.split(before) if part.strip())]
    present = [found.person for found, _ in _men(sentence)] or [found.person for found, _ in _men(earlier)]
    following = [found.person for found, _ in _men(_CLAUSE_END.split(behind)[0])]
    possible = [one for one in present if not any(_same(one, other) for other in following)]
    if not possible or not all(_same(one, possible[0]) for one in possible):
        return None
    return possible[0]


def _same(one: Person, other: Person) -> bool:
    if Honour.BLESSING in (one.honour, other.honour):
        return one.honour is other.honour
    return one.name.startswith(other.name) or other.name.startswith(one.name)
