"""Which word before a colon or a quotation mark announces that someone speaks («فقال له أبو بكر وهو يبكي:»)."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from hakawati.script.finders.names import TO_SOMEONE
from hakawati.script.finders.saying_verbs import PARTICIPLES, SAID, SAYING, TELLING, says
from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

MOST_WORDS = 14
"""Between the word that announces and what is said."""

Kind = Literal["saying", "participle", "noun", "telling"]
"""What announces: a saying verb, «قائلا», «قوله», or a verb that does not say so by itself («كتب», «أعلن»)."""

# «من قال: …» speaks of whoever says it; «ما قال: …» of what was not said
NO_SAYING_AFTER = listed("من لمن ما لا لم لن لو اذا متي ممن")
NOT_YET_SAID_AFTER = listed("ان لكي كي حتي")
"""Before a present verb: what should be said."""

REPORTING = listed("ان انه انها انهم انهما انني اني اننا بان بانه بانها بانهم بانهما")
BEFORE_TIME = listed("بعد قبل الي دون حتي منذ بدون لدي حين بمجرد فور")
"""«بعد أن»: a time, not a report."""

PREPOSITIONS = listed("في من عن الي علي مع ب")

INTERPOSED = listed(
    "وهو وهي وهم وقد بعد قبل عند حين لما عندما حينما في من علي عن مع ردا جوابا لما وكان وعيناه",
    "ودموعه اذ الذي التي بينما يوم",
)
"""Begin a clause between the verb and its colon."""

LISTING = listed(
    "منها ومنها منهم التالية الاتية التاليين كما يلي مثل اثنان ثلاثة اربعة خمسة اشياء امور انواع اقسام شروط اسباب"
)
"""Before a colon: what follows is counted up, not said."""


class Announcement(NamedTuple):
    """`words[at]` announces a speech; its clause begins with `words[clause]`."""

    at: int
    clause: int
    kind: Kind


def announcement(words: Sequence[Token], opening: int, *, quoted: bool) -> Announcement | None:
    """What announces the speech that begins with `words[opening]`; None if nothing does."""
    clause = end = opening
    for _ in range(3):
        clause = _clause_begin(words, end, opening)
        found = _announcing(words, clause, end)
        if found:
            at, kind = found
            allowed = opening - at <= MOST_WORDS and not _reports(words, at, opening, quoted=quoted)
            return Announcement(at, clause, kind) if allowed else None
        if clause == 0 or not _interposed(words, clause):
            return None
        end = clause
    return None


def _clause_begin(words: Sequence[Token], end: int, opening: int) -> int:
    at = end - 1
    while at > 0 and opening - at <= 2 * MOST_WORDS and not words[at].opens_clause:
        at -= 1
    return max(at, 0)


def _interposed(words: Sequence[Token], clause: int) -> bool:
    """Whether the clause may stand between a verb and its colon: «قال عمر، وهو يبكي:»."""
    word, gap = words[clause], words[clause].gap
    if any(sign in gap for sign in '.؟?!…؛;:»”"«“\n'):
        return False
    return word.folded in INTERPOSED or word.spelled.endswith("ا") or word.folded.startswith("ب")


def _announcing(words: Sequence[Token], start: int, end: int) -> tuple[int, Kind] | None:
    """The last saying verb; without one a participle or noun, else the last verb of telling."""
    kinds: dict[Kind, int] = {}
    for at in range(start, end):
        kind = _kind(words, at)
        if kind and not (kind == "telling" and at > start and words[at - 1].plain in PREPOSITIONS):
            kinds[kind] = at
    if "saying" in kinds and _says_nothing(words, kinds["saying"]):
        return None
    order: tuple[Kind, ...] = ("saying", "participle", "noun", "telling")
    found = next((kind for kind in order if kind in kinds), None)
    return (kinds[found], found) if found else None


def _kind(words: Sequence[Token], at: int) -> Kind | None:
    word = words[at].folded
    if says(word, SAYING):
        return "saying"
    if word in PARTICIPLES or word.removeprefix("و") in PARTICIPLES:
        return "participle"
    if word in SAID or words[at].plain in SAID:
        return "noun"
    return "telling" if says(word, TELLING) else None


def _says_nothing(words: Sequence[Token], at: int) -> bool:
    before = words[at - 1].plain if at and not words[at].opens_clause else ""
    if before == "اذا" and at + 1 < len(words) and words[at + 1].spelled in TO_SOMEONE:
        return False
    present = words[at].plain[:1] in {"ي", "ت"}
    return before in NO_SAYING_AFTER or (before in NOT_YET_SAID_AFTER and present)


def _reports(words: Sequence[Token], at: int, opening: int, *, quoted: bool) -> bool:
    """«قال إن …»: told in the author's words. A quotation that begins right behind «إن» is quoted all the same."""
    for place in range(at + 1, opening):
        if words[place].folded in REPORTING and words[place - 1].plain not in BEFORE_TIME:
            return not (quoted and place == opening - 1)
    return False


def lists(words: Sequence[Token], opening: int) -> bool:
    return words[opening - 1].folded in LISTING
