"""Where a text says that someone speaks: a saying verb, some words, a colon («فقال له أبو بكر :»), or none."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hakawati.script.finders.announcing import Announcement, Kind, announcement, lists
from hakawati.script.finders.names import THE_PROPHET, name_place
from hakawati.script.finders.quotes import opens_quotation, quotations
from hakawati.script.finders.saying_verbs import PARTICIPLES, SAYING, TELLING, is_saying, says
from hakawati.script.finders.speakers import GOD_HIMSELF, named_speaker
from hakawati.script.finders.tokens import Token, tokens
from hakawati.script.finders.unmarked import unmarked
from hakawati.script.finders.vowelled import is_vowelled
from hakawati.script.letters import VOWELS
from hakawati.script.vocabulary import listed

__all__ = ["PARTICIPLES", "WINDOW", "Introduction", "introductions", "is_saying"]

WINDOW = 160
"""Characters before a colon that are looked at."""

NEAR_QUOTATION = 5
"""Words behind the verb: a quotation further off may be another's («فقال يا نبي الله كفاك، فتلا "…"»)."""

TITLED = listed(
    "كتاب كتابه كتابها سورة قصيدة قصيدته مصطلح اسم باسم لقب بلقب جريدة صحيفة مجلة رواية روايته فيلم",
    "مدينة شركة مؤسسة ديوان ديوانه",
    "كتابا مقال مقاله بعنوان عنوان تفسير باب مادة لفظ لفظة",
)
"""Before a quotation mark: a title or a term stands in it."""

NOT_SAID = listed("ل في من عن الي علي مع بين")
"""Before a quotation mark: what the verb is about."""

_FINITE = SAYING | TELLING

FATHA = "\u064e"

_VOWEL = re.compile(f"[{VOWELS}]")
_COLON = re.compile(r"(?<!\d):|:(?!\d)")
"""Not in «10:30»."""


class Introduction(NamedTuple):
    """Speech begins at `end` (an offset), its first word is `words[first]` of the passage.

    `words[verb]` announces it in a clause that begins with `words[clause]`; `of` is who is named as the speaker:
    `THE_PROPHET`, `GOD_HIMSELF`, a normalised name, or None. `colon` is false where none stands.
    """

    end: int
    first: int
    verb: int
    clause: int
    kind: Kind
    of: str | None
    colon: bool

    @property
    def speaker(self) -> str | None:
        return None if self.of in {THE_PROPHET, GOD_HIMSELF} else self.of

    @property
    def by_prophet(self) -> bool:
        """«قال النبي:», «عن النبي أنه قال:»."""
        return self.of == THE_PROPHET

    @property
    def by_god(self) -> bool:
        return self.of == GOD_HIMSELF


@lru_cache(maxsize=2)
def introductions(text: str) -> tuple[Introduction, ...]:
    """Every place of `text` where a word announces that someone speaks, in order."""
    words = tokens(text)
    marked = {one.first: one for one in _at_quotations(text, words)}
    marked |= {one.first: one for one in _at_colons(text, words)}
    verbs = {one.verb for one in marked.values() if one.colon or one.first - one.verb <= NEAR_QUOTATION}
    found = {one.first: one for one in _without_colon(text, words) if one.verb not in verbs} | marked
    return tuple(found[first] for first in sorted(found))


def _at_colons(text: str, words: Sequence[Token]) -> Iterator[Introduction]:
    for first in range(1, len(words)):
        gap = words[first].gap
        if ":" not in gap:
            continue
        colon = _COLON.search(text, words[first].start - len(gap))
        if colon and colon.start() < words[first].start:
            quoted = opens_quotation(text, colon.end()) is not None
            found = announcement(words, first, quoted=quoted)
            if found and (quoted or not lists(words, first)):
                yield _introduction(words, found, colon.end(), first, colon=True)
    yield from _at_end(text, words)


def _at_end(text: str, words: Sequence[Token]) -> Iterator[Introduction]:
    """A colon that ends the passage: what is said stands in the next."""
    if words and text.rstrip().endswith(":") and ":" in text[words[-1].end :]:
        found = announcement(words, len(words), quoted=False)
        if found:
            yield _introduction(words, found, len(text.rstrip()), len(words), colon=True)


def _at_quotations(text: str, words: Sequence[Token]) -> Iterator[Introduction]:
    """Quotation marks behind a saying verb, a comma between or nothing."""
    first = 0
    for start, end in quotations(text):
        while first < len(words) and words[first].start < start:
            first += 1
        if not 0 < first < len(words) or ":" in words[first].gap or words[first].opens_sentence:
            continue
        found = announcement(words, first, quoted=True)
        before = words[first - 1]
        about = (before.plain in NOT_SAID and before.spelled != "إن") or before.plain in TITLED
        if found and not about and _is_sentence(text, start, end, words, found, first):
            yield _introduction(words, found, start, first, colon=False)


def _is_sentence(text: str, start: int, end: int, words: Sequence[Token], found: Announcement, first: int) -> bool:
    """Whether what is quoted can be what someone says: words in quotation marks are also terms and titles."""
    length = sum(1 for word in words[first : first + 6] if word.start < end)
    if found.kind == "saying" and not text[words[first - 1].end : start].strip(" ،,"):
        spelled = [word.spelled for word in words[found.at + 1 : first]]
        return length >= 2 or name_place(spelled)[1] == len(spelled)
    return length >= 4 or (length >= 3 and found.kind != "telling")


def _without_colon(text: str, words: Sequence[Token]) -> Iterator[Introduction]:
    """«قال رسول الله ﷺ مَنْ صَمَتَ نَجَا», «قَالَ الصُّحْبَةَ», «فقال يا أبا بكر …»: neither a colon nor a quotation mark."""
    for verb, word in enumerate(words):
        if not says(word.folded, SAYING) or verb + 1 >= len(words):
            continue
        accusative = _said_in_accusative(text, words, verb)
        first = verb + 1 if accusative else _behind_name(words, verb)
        if first >= len(words) or any(words[place].opens_clause for place in range(verb + 1, first + 1)):
            continue
        found = announcement(words, first, quoted=False)
        if not found or found.at != verb:
            continue
        introduction = _introduction(words, found, words[first].start, first, colon=False)
        if accusative or _vowelled_only_there(text, words, introduction):
            yield introduction
    for one in unmarked(text, words):
        yield _introduction(words, one.found, words[one.first].start, one.first, colon=False)


def _behind_name(words: Sequence[Token], verb: int) -> int:
    following = [word.spelled for word in words[verb + 1 : verb + 8]]
    return verb + 1 + name_place(following)[1]


def _vowelled_only_there(text: str, words: Sequence[Token], introduction: Introduction) -> bool:
    """The Prophet's words vowelled behind his name without vowels."""
    first, verb = introduction.first, introduction.verb
    ahead = words[first : first + 4]
    if introduction.by_prophet and first > verb + 1 and len(ahead) == 4:
        before = words[max(0, verb - 2) : first]
        return all(is_vowelled(text[word.start : word.end]) for word in ahead) and not any(
            is_vowelled(text[word.start : word.end]) for word in before
        )
    return False


def _said_in_accusative(text: str, words: Sequence[Token], verb: int) -> bool:
    """«قَالَ الصُّحْبَةَ»: the noun behind the verb is not who speaks, for it would end in «-u»."""
    if verb + 1 >= len(words) or words[verb + 1].opens_clause:
        return False
    word = words[verb + 1]
    spelled = text[word.start : word.end]
    return word.folded.startswith("ال") and spelled.endswith(FATHA) and len(_VOWEL.findall(spelled)) >= 2


def _introduction(words: Sequence[Token], found: Announcement, end: int, first: int, *, colon: bool) -> Introduction:
    of = named_speaker(words, found.at, first) or _earlier_verb(words, found)
    return Introduction(end, first, found.at, found.clause, found.kind, of, colon)


def _earlier_verb(words: Sequence[Token], found: Announcement) -> str | None:
    """«وصرح المدير قائلا:», «فأجابه عمر بقوله:»: the verb before names the speaker."""
    if found.kind not in {"participle", "noun"}:
        return None
    verbs = (at for at in range(found.at - 1, found.clause - 1, -1) if says(words[at].folded, _FINITE))
    verb = next(verbs, None)
    return None if verb is None else named_speaker(words, verb, found.at)
