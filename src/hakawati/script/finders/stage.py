"""Who is on the stage of a passage: the persons told of so far, what each did last, and who was spoken to."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hakawati.script.finders.names import THE_PROPHET, same_name
from hakawati.script.finders.persons import BELONGING, RELATIVE, Mention, mentions
from hakawati.script.finders.saying_verbs import SAYING, TELLING, says
from hakawati.script.finders.strangers import BEING, someone_unknown
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ASKED, NARRATED, WERE_ASKED
from hakawati.script.vocabulary import listed

MOST_FIGURES = 12
"""Kept at a time: whoever was named longest ago leaves."""

NEVER = -1_000
"""Before all words."""

TOWARDS = listed("الي علي")
WAS_TOLD = listed("قيل شكي ذكر حكي رفع بلغ اهدي سيق جيء اتي")
"""Passive verbs (or verbs of reaching) behind which stands to whom something came."""

COMPLAINED = listed("يشكو تشكو يشكون شكا شكت شكوا يستفتي يستشير يستاذن يسال تسال يسالون تستفتي تستاذن")


_SHE = re.compile("ت(?:ه|ها|هم|هما|ني|نا|ك)?$")
"""Ends a past verb whose subject is female."""


FIRST_ASKING = listed("سالت سالنا سالوا سالته")


class Figure(NamedTuple):
    """Someone on the stage. The numbers are of words: where he was last named, did, was met, and was asked."""

    name: str
    female: bool
    seen: int
    times: int = 1
    did: int = NEVER
    met: int = NEVER
    asked: int = NEVER
    known: bool = True
    """Whether it is certain that the words name a person."""


class Stage:
    """The persons of a passage while it is read from left to right."""

    def __init__(self) -> None:
        self._figures: dict[str, Figure] = {}

    @property
    def figures(self) -> Iterable[Figure]:
        return self._figures.values()

    def tell(self, words: Sequence[Token], start: int, end: int, *, shift: int = 0) -> None:
        """Take in the narration `words[start:end]`; `shift` is added to the numbers of its words."""
        named = {mention.start: mention for mention in mentions(words, start, end)}
        at = start
        while at < end:
            mention = named.get(at)
            if not mention and (someone := someone_unknown(words, at, end, named)):
                self._keep(_unnamed(words, at, shift, someone))
            if mention:
                self._take_in(words, mention, shift)
                at = max(mention.end, at + 1)
                continue
            if words[at].blessed == "prophet":
                self._bless(words[at], at + shift)
            at += 1

    def name(self, name: str, at: int, *, female: bool = False) -> None:
        """Someone speaks, or is called in a speech."""
        known = self._known(name) or Figure(name, female, at, 0)
        self._keep(known._replace(seen=at, times=known.times + 1))

    def is_asked(self, name: str, at: int) -> None:
        self.name(name, at)
        self._keep(self._figures[self._key(name)]._replace(asked=at))

    def _take_in(self, words: Sequence[Token], mention: Mention, shift: int) -> None:
        if not mention.name or (mention.start and words[mention.start - 1].plain in BELONGING):
            return
        at = mention.start + shift
        known = self._known(mention.name) or Figure(mention.name, mention.female, at, 0)
        known = known._replace(seen=at, times=known.times + 1)
        kind = _part(words, mention)
        self._keep(_with_part(known, kind, at))

    def _bless(self, word: Token, at: int) -> None:
        """«سئل ﷺ», «وجهه ﷺ»: his blessing behind a verb or a pronoun names him."""
        known = self._known(THE_PROPHET) or Figure(THE_PROPHET, False, at, 0)
        known = known._replace(seen=at, times=known.times + 1)
        does = "did" if word.among(NARRATED | BEING) else None
        self._keep(_with_part(known, "asked" if word.among(WERE_ASKED) else does, at))

    def _known(self, name: str) -> Figure | None:
        return self._figures.get(self._key(name))

    def _key(self, name: str) -> str:
        return next((known for known in self._figures if same_name(known, name)), name)

    def _keep(self, figure: Figure) -> None:
        self._figures.pop(figure.name, None)
        self._figures[figure.name] = figure
        if len(self._figures) > MOST_FIGURES:
            del self._figures[min(self._figures.values(), key=lambda one: one.seen).name]


def _part(words: Sequence[Token], mention: Mention) -> str | None:
    """What the one mentioned has to do with the verb before him: `did`, `met`, `asked`, or None."""
    at = mention.start
    before = words[at - 1] if at else None
    if before is None or words[at].opens_clause:
        return "did" if mention.acts else None
    if at > 1 and words[at - 2].folded in RELATIVE:
        return "met"
    to_him = before.plain in TOWARDS or _joined_with_lam(words[at], mention)
    if _is_asked(words, mention, before, to_him=to_him):
        return "asked"
    if mention.acts:
        return "did"
    return "met" if to_him or mention.suffers else None


def _is_asked(words: Sequence[Token], mention: Mention, before: Token, *, to_him: bool) -> bool:
    """«سئل النبي», «جاء يستفتي النبي», «قيل للنبي», «سألت النبي», «سأل رجل النبي»."""
    at = mention.start
    asking = before.plain in COMPLAINED and before.folded[:1] in {"ي", "ت"}
    if before.among(WERE_ASKED) or asking or (before.plain in FIRST_ASKING and not mention.female):
        return True
    verb = words[at - 2] if before.plain in TOWARDS and at > 1 else before
    if to_him and (verb.plain in WAS_TOLD | COMPLAINED or says(before.folded, SAYING | TELLING)):
        return True
    return mention.suffers and any(word.among(ASKED) for word in words[max(0, at - 5) : at])


def _joined_with_lam(word: Token, mention: Mention) -> bool:
    first = word.spelled.removeprefix("و").removeprefix("ف")
    return first.startswith("ل") and not mention.name.startswith("ل")


def _unnamed(words: Sequence[Token], at: int, shift: int, part: str) -> Figure:
    female = part == "did" and _SHE.search(words[at - 1].plain) is not None
    figure = Figure(words[at].spelled, female, at + shift, known=False)
    return _with_part(figure, part, at + shift)


def _with_part(figure: Figure, part: str | None, at: int) -> Figure:
    if part == "did":
        return figure._replace(did=at)
    if part == "met":
        return figure._replace(met=at)
    return figure._replace(asked=at) if part == "asked" else figure
