"""Who is on the stage of a passage: the persons told of so far, what each did last, and who was spoken to."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from hakawati.script.finders.names import THE_PROPHET, TO_SOMEONE, same_name
from hakawati.script.finders.persons import Mention, mentions, who
from hakawati.script.finders.saying_verbs import SAYING, TELLING, says
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ADVERBIAL, ASKED, WERE_ASKED
from hakawati.script.vocabulary import listed

MOST_FIGURES = 12
"""Kept at a time: whoever was named longest ago leaves."""

NEVER = -1_000
"""Before all words."""

TOWARDS = listed("الي علي")
WAS_TOLD = listed("قيل شكي ذكر حكي رفع بلغ اهدي سيق جيء اتي")
"""Passive verbs (or verbs of reaching) behind which stands to whom something came."""

COMPLAINED = listed("يشكو تشكو يشكون شكا شكت شكوا يستفتي يستشير يستاذن يسال تسال يسالون تستفتي تستاذن")


class Figure(NamedTuple):
    """Someone on the stage. The numbers are of words: where he was last named, did, was met, and was asked."""

    name: str
    female: bool
    seen: int
    times: int = 1
    did: int = NEVER
    met: int = NEVER
    asked: int = NEVER


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
            mention = named.get(at) or _unknown_actor(words, at, end)
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
        at = mention.start + shift
        known = self._known(mention.name) or Figure(mention.name, mention.female, at, 0)
        known = known._replace(seen=at, times=known.times + 1)
        kind = _part(words, mention)
        self._keep(known._replace(**{kind: at}) if kind else known)

    def _bless(self, word: Token, at: int) -> None:
        """«سئل ﷺ», «وجهه ﷺ»: his blessing behind a verb or a pronoun names him."""
        known = self._known(THE_PROPHET) or Figure(THE_PROPHET, False, at, 0)  # noqa: FBT003 - a field by place
        known = known._replace(seen=at, times=known.times + 1)
        self._keep(known._replace(asked=at) if word.among(WERE_ASKED) else known)

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
    before = words[mention.start - 1] if mention.start else None
    if before is None or words[mention.start].opens_clause:
        return "did" if mention.acts else None
    verb = before if not before.plain in TOWARDS else (words[mention.start - 2] if mention.start > 1 else before)
    to_him = before.plain in TOWARDS or _joined_with_lam(words[mention.start], mention)
    if before.among(WERE_ASKED) or before.plain in COMPLAINED and before.folded[:1] in {"ي", "ت"}:
        return "asked"
    if to_him and (verb.plain in WAS_TOLD or verb.plain in COMPLAINED or says(before.folded, SAYING | TELLING)):
        return "asked"
    if before.plain in {"سالت", "سالنا", "سالوا", "سالته"} and not mention.female:
        return "asked"
    if mention.acts:
        return "did"
    asks = mention.suffers and any(word.among(ASKED) for word in words[max(0, mention.start - 5) : mention.start])
    if asks:
        return "asked"
    return "met" if to_him or mention.suffers else None


def _joined_with_lam(word: Token, mention: Mention) -> bool:
    first = word.spelled.removeprefix("و").removeprefix("ف")
    return first.startswith("ل") and not mention.name.startswith("ل")


def _unknown_actor(words: Sequence[Token], at: int, end: int) -> Mention | None:
    """«فأقبل هرقل»: a verb without object, and behind it a word that can only be who did it."""
    if not words[at].among(ADVERBIAL) or at + 1 >= end or words[at + 1].opens_clause:
        return None
    following = words[at + 1]
    if following.spelled in TO_SOMEONE or following.spelled.startswith(("ال", "لل", "ب", "و", "ل", "ف", "ي", "ت")):
        return None
    if next(mentions(words, at + 1, min(end, at + 2)), None):
        return None
    name = who([following.spelled])
    return Mention(at + 1, at + 2, name, female=False, acts=True, suffers=False) if name else None
