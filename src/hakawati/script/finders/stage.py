"""Who is on the stage of a passage: the persons told of so far, what each did last, and who was spoken to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from hakawati.script.finders.names import THE_PROPHET, same_name
from hakawati.script.finders.persons import BELONGING, RELATIVE, SAYS_OR_TELLS, Mention, mentions
from hakawati.script.finders.pronouns import FIRST_ASKING, TOWARDS
from hakawati.script.finders.references import COMPLAINED, WAS_TOLD, comes, referred
from hakawati.script.finders.saying_verbs import says
from hakawati.script.finders.strangers import BEING, someone_unknown
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ASKED, NARRATED, WERE_ASKED, past
from hakawati.script.vocabulary import listed

_DOING_OR_BEING = NARRATED | BEING
_TOLD_TO = WAS_TOLD | COMPLAINED

MOST_FIGURES = 12
"""Kept at a time: whoever was named longest ago leaves."""

NEVER = -1_000
"""Before all words."""

ABOUT = listed("عن مثل دون سوي غير")
"""Before someone who is spoken of, and is not there."""

LONGEST_ERRAND = 6
"""Words between him to whom someone came and «يسأله»."""


INDEFINITE = listed("رجل رجلا الرجل أعرابي أعرابيا الأعرابي غلام الغلام شاب الشاب السائل قائل سائل")
"""Whoever comes and asks: no paragraph is about him beyond its own story."""

HANDED_DOWN = past("روي نقل حكي")
"""Whoever did it is not there."""


_SHE = re.compile("ت(?:ه|ها|هم|هما|ني|نا|ك)?$")
"""Ends a past verb whose subject is female."""


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
        self._told_of: set[str] = set()
        self._man_named = False
        self.topic: str | None = None
        """Whom the paragraph before was about."""

    @property
    def figures(self) -> Iterable[Figure]:
        return self._figures.values()

    @property
    def awaits(self) -> str | None:
        """Whom «he» means while this paragraph has named no man."""
        return None if self._man_named else self.topic

    def next_paragraph(self, length: int) -> None:
        """The paragraph of `length` words ends: the numbers of its words are negative from here on."""
        self.topic = self._most_told_of()
        self._figures = {one.name: _moved(one, -length) for one in self._figures.values()}
        self._told_of, self._man_named = set(), False

    def _most_told_of(self) -> str | None:
        """The man who does something in it, or says it without being named again, most often named; of two, the later.

        Who is only cited («قال النبي: …») is not whom it tells of.
        """
        men = [one for one in self._figures.values() if one.known and not one.female and one.name not in INDEFINITE]
        active = [one for one in men if one.name in self._told_of]
        return max(active, key=lambda one: (one.times, one.seen)).name if active else self.awaits

    def tell(self, words: Sequence[Token], start: int, end: int, *, shift: int = 0) -> None:
        """Take in the narration `words[start:end]`; `shift` is added to the numbers of its words."""
        named = {mention.start: mention for mention in mentions(words, start, end)}
        at = start
        while at < end:
            mention = named.get(at)
            if not mention and (someone := someone_unknown(words, at, end, named)):
                self._keep(_unnamed(words, at, shift, someone))
                self._man_named = True
            if at not in named:
                self._refer(words, at, end, named, shift)
            if mention:
                self._take_in(words, mention, shift)
                at = max(mention.end, at + 1)
                continue
            if words[at].blessed == "prophet":
                self._bless(words[at], at + shift)
            at += 1

    def speaks(self, name: str, at: int) -> None:
        """Someone speaks whom only a pronoun names."""
        self.name(name, at)
        self._told_of.add(self._key(name))

    def bears_witness(self, name: str) -> None:
        """What he says speaks of the one told of: he only hands it down, and is not there himself."""
        self._keep(self._figures[self._key(name)]._replace(did=NEVER))
        self._man_named = any(one.did >= 0 and not one.female for one in self._figures.values())

    def _refer(self, words: Sequence[Token], at: int, end: int, named: Mapping[int, Mention], shift: int) -> None:
        """«دخل بستانا», «جاءه رجل», «قيل له»: he whom the paragraph before was about, if this one has named nobody."""
        part = referred(words, at, end, named)
        if not self.awaits:
            self._refer_within(words[at], at + shift, part)
        elif part and (known := self._known(self.awaits)):
            self._told_of.add(known.name)
            self._keep(_with_part(known._replace(seen=at + shift), part, at + shift))
            if stranger := comes(words, at, end, named):
                self._keep(_unnamed(words, stranger, shift, "did"))

    def _refer_within(self, word: Token, at: int, part: str | None) -> None:
        """«. ودخل على قوم»: who did the last thing; «جاء رجل إلى النبي يسأله»: to whom someone came."""
        if part == "did" and word.opens_sentence and word.folded.startswith("و"):
            known = self._acted_last()
        elif word.plain[:1] == "ي" and word.among(ASKED) and word.plain.endswith("ه"):
            known, part = self._met_last(at), "asked"
        else:
            return
        if known:
            self._keep(_with_part(known._replace(seen=at), part, at))

    def _acted_last(self) -> Figure | None:
        men = [one for one in self._figures.values() if one.known and not one.female and one.name not in INDEFINITE]
        return max((one for one in men if one.did >= 0), key=lambda one: one.did, default=None)

    def _met_last(self, at: int) -> Figure | None:
        met = [one for one in self._figures.values() if not one.female and 0 < at - one.met <= LONGEST_ERRAND]
        return max(met, key=lambda one: one.met, default=None)

    def name(self, name: str, at: int, *, female: bool = False) -> None:
        """Someone speaks, or is called in a speech."""
        known = self._known(name) or Figure(name, female, at, 0)
        self._keep(known._replace(seen=at, times=known.times + 1))

    def _take_in(self, words: Sequence[Token], mention: Mention, shift: int) -> None:
        if not mention.name or (mention.start and words[mention.start - 1].plain in BELONGING):
            return
        at = mention.start + shift
        known = self._known(mention.name) or Figure(mention.name, mention.female, at, 0)
        about = mention.start > 0 and words[mention.start - 1].plain in ABOUT
        known = known._replace(seen=known.seen if about else at, times=known.times + 1)
        kind = None if about else _part(words, mention)
        self._man_named |= not mention.female
        if kind == "did" and not _only_says(words, mention):
            self._told_of.add(known.name)
        self._keep(_with_part(known, kind, at))

    def _bless(self, word: Token, at: int) -> None:
        """«سئل ﷺ», «وجهه ﷺ»: his blessing behind a verb or a pronoun names him."""
        known = self._known(THE_PROPHET) or Figure(THE_PROPHET, False, at, 0)
        known = known._replace(seen=at, times=known.times + 1)
        self._man_named = True
        does = "did" if word.among(_DOING_OR_BEING) else None
        if does and not says(word.folded, SAYS_OR_TELLS):
            self._told_of.add(known.name)
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
    if before.plain in HANDED_DOWN or (at > 1 and words[at - 2].folded == "كما"):
        return None
    if at > 1 and words[at - 2].folded in RELATIVE:
        return "met"
    to_him = before.plain in TOWARDS or _joined_with_lam(words[at], mention)
    if _is_asked(words, mention, before, to_him=to_him):
        return "asked"
    if mention.acts:
        return "did"
    return "met" if to_him or mention.suffers else None


def _only_says(words: Sequence[Token], mention: Mention) -> bool:
    """«قال النبي», «وكان النبي يقول»."""
    beside = [words[at] for at in (mention.start - 1, mention.end) if 0 <= at < len(words)]
    return any(says(word.folded, SAYS_OR_TELLS) for word in beside)


def _is_asked(words: Sequence[Token], mention: Mention, before: Token, *, to_him: bool) -> bool:
    """«سئل النبي», «جاء يستفتي النبي», «قيل للنبي», «سألت النبي», «سأل رجل النبي»."""
    at = mention.start
    asking = before.plain in COMPLAINED and before.folded[:1] in {"ي", "ت"}
    if before.among(WERE_ASKED) or asking or (before.plain in FIRST_ASKING and not mention.female):
        return True
    verb = words[at - 2] if before.plain in TOWARDS and at > 1 else before
    if to_him and (verb.plain in _TOLD_TO or says(before.folded, SAYS_OR_TELLS)):
        return True
    return mention.suffers and any(word.among(ASKED) for word in words[max(0, at - 5) : at])


def _moved(figure: Figure, by: int) -> Figure:
    """The figure with all numbers of words moved; NEVER stays before all of them."""
    seen, did, met, asked = (max(NEVER, at + by) for at in (figure.seen, figure.did, figure.met, figure.asked))
    return figure._replace(seen=seen, did=did, met=met, asked=asked)


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
