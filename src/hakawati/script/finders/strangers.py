"""Persons that no list knows, where someone plainly acts or is asked («فأقبل هرقل», «سأل زيد أستاذه»)."""

from collections.abc import Mapping, Sequence
from typing import Literal

from hakawati.script.finders.names import NOT_NAMES, TO_SOMEONE
from hakawati.script.finders.persons import THAT, Mention, who
from hakawati.script.finders.saying_verbs import SAYING
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ADVERBIAL, ASKED, NARRATED
from hakawati.script.vocabulary import listed

MINE = listed("والدي جدي اخي صديقي ابني عمي خالي معلمي استاذي مديري زميلي جاري والده ابوه جده اخوه صديقه ابنه عمه")
"""Kin and friends, who act where they stand behind a verb."""

BEING = listed("كان كانت ظل بات اصبح")

_DOING = NARRATED | BEING | ASKED

PLACES = listed(
    "البيت المسجد المدينة الغرفة السوق الدار القاعة المكتب الجبل الوادي البحر الباب المنبر القرية المدرسة الطريق القصر",
    "الارض السماء المكان الخيمة الكعبة الحصن الجيش المعركة الصلاة الي على",
)
"""With the article behind «دخل», «نزل», «صعد»: where to, not who."""


SOME_MAN = listed("رجلا اعرابيا رجلين غلاما شابا شيخا")
"""Behind «أن» and before a verb: he does it («أن رجلا أتى النبي»)."""

NOBODY = listed(
    "الي اليه اليها اليهم علي عليه عليها عليهم عن عنه ساعة يوما ليلة مرة زمنا حينا قليلا طويلا شهرا سنة عاما",
    "قوله الوحي القران الخبر الكتاب الحديث الظن الامر الايات الاية السورة الصلاة",
)
"""Words for where, how long and what, which stand behind a verb as who did it does."""


def someone_unknown(
    words: Sequence[Token], at: int, end: int, named: Mapping[int, Mention]
) -> Literal["did", "asked"] | None:
    """What `words[at]`, in no list, has to do with the verb before; None where that is no person for certain."""
    if at == 0 or at >= end or words[at].opens_clause or at in named or words[at].spelled in TO_SOMEONE:
        return None
    if words[at].folded in NOBODY or words[at].among(SAYING):
        return None
    if _asks_one(words, at, named):
        return "asked"
    if words[at].folded in SOME_MAN and words[at - 1].plain in THAT and at + 1 < end and words[at + 1].among(NARRATED):
        return "did"
    acts = _is_mine(words, at, end) or _acts_unnamed(words, at, named) or _acts_by_name(words, at)
    return "did" if acts else None


def _is_mine(words: Sequence[Token], at: int, end: int) -> bool:
    """«وكان أبي يقول», «قام صديقه»: not «أبي بكر»."""
    father = words[at].folded == "ابي" and (at + 1 == end or words[at + 1].folded[:1] in {"ي", "و", "ف"})
    return (father or words[at].folded in MINE) and words[at - 1].among(_DOING)


def _acts_unnamed(words: Sequence[Token], at: int, named: Mapping[int, Mention]) -> bool:
    """«دخل الوالي», «ذكر الأديب النبي»: not «دخل البيت»."""
    word, before = words[at].folded, words[at - 1]
    if not word.startswith("ال") or not before.among(NARRATED):
        return False
    object_follows = at + 1 in named and not named[at + 1].acts
    return object_follows or (before.among(ADVERBIAL) and word not in PLACES)


def _acts_by_name(words: Sequence[Token], at: int) -> bool:
    """«فأقبل هرقل»."""
    word = words[at].spelled
    if not words[at - 1].among(ADVERBIAL) or word.startswith(("ال", "لل", "ب", "و", "ل", "ف", "ي", "ت")):
        return False
    return who([word]) is not None


def _asks_one(words: Sequence[Token], at: int, named: Mapping[int, Mention]) -> bool:
    """«سأل الطالب أستاذه»: behind the one who asks."""
    word = words[at].folded
    if not word.endswith(("ه", "ها")) or word.startswith("ال") or words[at].spelled in NOT_NAMES or len(word) < 4:
        return False
    return any(one.end == at and one.start and words[one.start - 1].among(ASKED) for one in _near(named, at))


def _near(named: Mapping[int, Mention], at: int) -> list[Mention]:
    return [named[place] for place in range(at - 4, at) if place in named]
