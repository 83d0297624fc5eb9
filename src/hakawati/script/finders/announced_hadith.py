"""Hadith announced by a noun instead of a verb: «وفي الحديث الشريف: …», «كما جاء في الحديث «…»», «عن النبي ﷺ: «…»»."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hakawati.script.finders.names import THE_PROPHET
from hakawati.script.finders.persons import mentions
from hakawati.script.finders.quotes import in_parentheses, opens_quotation
from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

MOST_WORDS = 8
"""Between the noun and what is quoted."""

ADJECTIVES = listed(
    "الشريف النبوي الصحيح القدسي المشهور المتفق المعروف الحسن الاخر الجامع شريف صحيح نبوي قدسي اخر مشهور"
)
IN = listed("في ففي وفي بالحديث")
ABOUT = listed(
    "معني شرح فوائد راوي درجة سند علم اهل كتب رواة اسناد متن لفظ تخريج فقه نص هذا ذلك تابع بدا واصل",
    "دار انتهي انتقل اراد مصطلح يتابع كتاب",
)
"""Before the noun: the hadith itself does not follow."""

NOUNS = listed("الحديث حديث للحديث حديثه احاديث الاحاديث")
SAYINGS = listed("قول اقوال كلام وصية وصايا توجيه توجيهات خطبة نداء بشارة هدي حديث احاديث جواب")


HIS = listed("كلمه كلامه هديه وصاياه اقواله احاديثه سنته توجيهاته دعوته وصيته خطبته حكمه")
"""With his blessing behind: «من جوامع كلمه ﷺ»."""


FROM_HIM = listed("عنه")
"""«وصح عنه ﷺ»."""


class Announced(NamedTuple):
    """A hadith begins at `end`, with `words[first]`. `sure` where a colon would do without quotation marks."""

    end: int
    first: int
    sure: bool


def announced_hadith(text: str, words: Sequence[Token]) -> Iterator[Announced]:
    for first in range(1, len(words)):
        gap = words[first].gap
        if gap.isspace() or any(sign in gap for sign in ".؟?!؛\n"):
            continue
        start = words[first].start - len(gap)
        colon = text.find(":", start, words[first].start)
        begins = colon + 1 if colon >= 0 else start
        quoted = _quoted(text, words, begins, first)
        if (quoted or colon >= 0) and (announced := _announces(words, first)):
            sure = announced == "surely"
            if quoted or (sure and colon >= 0):
                yield Announced(begins, first, sure)


def _quoted(text: str, words: Sequence[Token], at: int, first: int) -> bool:
    while at < words[first].start and text[at] in " ،,\u00a0":
        at += 1
    return opens_quotation(text, at) is not None or in_parentheses(text, at) is not None


def _announces(words: Sequence[Token], first: int) -> str:
    """«surely» where no quotation marks are needed, «perhaps» where they are, else empty."""
    if words[first - 1].blessed == "prophet" and words[first - 1].plain in HIS | FROM_HIM:
        return "perhaps"
    if _settles(words, first):
        return "surely"
    for at in range(first - 1, max(-1, first - MOST_WORDS - 1), -1):
        if _unjoined(words[at].plain) in NOUNS:
            return _by_noun(words, at, first)
        names = words[at].plain == "عن" or _unjoined(words[at].plain) in SAYINGS
        if at + 1 < first and names and _of_prophet(words, at + 1, first):
            return "perhaps"
        if words[at].opens_clause:
            return ""
    return ""


def _settles(words: Sequence[Token], first: int) -> bool:
    """«فحسمها النبي: …», «فطمأنهم رسول الله ﷺ: …»: what he did to it, or to them, he did by saying this."""
    start = next((one.start for one in mentions(words, max(0, first - 4), first) if one.end == first), 0)
    if not start or words[start].opens_clause or words[start].folded.startswith(("و", "ل", "ب")):
        return False
    verb = words[start - 1].folded
    named = next(mentions(words, start, first))
    return named.name == THE_PROPHET and verb.startswith("ف") and len(verb) > 4 and verb.endswith(("ه", "ها", "هم"))


def _unjoined(plain: str) -> str:
    """«بحديث», «لحديث», «كالحديث»."""
    return plain[1:] if plain[:1] in {"ب", "ل", "ك"} else plain


def _by_noun(words: Sequence[Token], at: int, first: int) -> str:
    before = words[at - 1].folded if at and not words[at].opens_clause else ""
    following = words[at + 1].folded if at + 1 < first else ""
    named_by_its_words = at + 1 == first and words[at].folded == "حديث"
    if (before in ABOUT and not named_by_its_words) or (
        following == "عن" and next(mentions(words, at + 2, first), None) is None
    ):
        return ""
    if before in IN or following in ADJECTIVES or _of_prophet(words, at + 1, first):
        return "surely"
    return "perhaps"


def _of_prophet(words: Sequence[Token], at: int, first: int) -> bool:
    """Whether nothing but the Prophet's name stands between, or a name before «عن» his."""
    found = next(mentions(words, at, first), None)
    return bool(found and found.name == THE_PROPHET and found.start == at and first - found.end <= 1)


def told_in_hadith(words: Sequence[Token], start: int, first: int) -> bool:
    """«قال في الحديث الشريف:»: the noun between verb and colon tells whose words they are."""
    return any(words[at].folded == "الحديث" and words[at - 1].folded in IN for at in range(max(1, start), first))


def is_sacred(words: Sequence[Token], at: int, first: int) -> bool:
    """Whether God's words around `words[at]` are said to stand in a hadith, not in the Qur'an."""
    around = [word.folded for word in words[max(0, at - 20) : first]]
    return any(word.startswith("القدسي") or (word in {"قدسي", "يرويه", "ربه"} and "عن" in around) for word in around)
