"""Whom a narrative means without naming him: a pronoun («جاءه», «إليه») or the verb alone («دخل»)."""

from collections.abc import Mapping, Sequence
from typing import Literal

from hakawati.script.finders.names import NOT_NAMES
from hakawati.script.finders.persons import Mention
from hakawati.script.finders.strangers import NOBODY, PLACES
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ASKED, NARRATED
from hakawati.script.vocabulary import listed

Part = Literal["did", "met", "asked"]
"""What someone has to do with what is told."""

_NO_PERSON = PLACES | NOBODY

TO_HIM = listed("له اليه عليه منه عنه عنده معه")

WAS_TOLD = listed("قيل شكي ذكر حكي رفع بلغ اهدي سيق جيء اتي")
"""Passive verbs (or verbs of reaching) behind which stands to whom something came."""

COMPLAINED = listed("يشكو تشكو يشكون شكا شكت شكوا يستفتي يستشير يستاذن يسال تسال يسالون تستفتي تستاذن")


def referred(words: Sequence[Token], at: int, end: int, named: Mapping[int, Mention]) -> Part | None:
    """What someone whom only a pronoun means has to do with `words[at]`: `did`, `met`, `asked`, or None."""
    word = words[at]
    if word.plain in TO_HIM:
        before = words[at - 1] if at else word
        return "asked" if before.plain in WAS_TOLD | COMPLAINED else "met"
    if word.plain.endswith("ه") and word.plain[:-1] in NARRATED:
        return "asked" if word.among(ASKED) else "met"
    return "did" if acts_unstated(words, at, end, named) else None


def acts_unstated(words: Sequence[Token], at: int, end: int, named: Mapping[int, Mention]) -> bool:
    """«ودخل المسجد», «ثم مر بقوم»: a past verb of one man, without a word for who he is behind it."""
    word = words[at]
    if word.plain not in NARRATED or word.plain.endswith(("ت", "تا", "ا", "وا", "و", "هم", "ها")):
        return False
    begins = at == 0 or word.opens_clause or word.plain != word.folded or words[at - 1].folded in {"ثم", "لما", "فلما"}
    following = words[at + 1] if at + 1 < end else None
    if not begins or at + 1 in named or (at + 2 in named and following and following.folded in NOBODY):
        return False
    return following is None or following.opens_clause or _cannot_act(following)


def _cannot_act(word: Token) -> bool:
    """«دخل مرة», «دخل بستانا», «خرج إلى», «دخل المسجد»: not who does it."""
    return word.spelled in NOT_NAMES or word.folded in _NO_PERSON or word.spelled.endswith(("ا", "ين"))


def comes(words: Sequence[Token], at: int, end: int, named: Mapping[int, Mention]) -> int | None:
    """The number of the word that says who did something to him: «جاءه تلميذ», «دخل عليه تلميذ», but not «قيل له»."""
    if at + 1 >= end or at + 1 in named or words[at + 1].opens_clause or _cannot_act(words[at + 1]):
        return None
    joined = words[at].plain.endswith("ه") and words[at].plain[:-1] in NARRATED
    behind = at > 0 and words[at].plain in TO_HIM and words[at - 1].among(NARRATED)
    present = words[at + 1].folded[:1] in {"ي", "ت"}
    return at + 1 if (joined or behind) and not present else None
