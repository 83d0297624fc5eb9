"""Where a text says that verse follows, and whose: «قال الشاعر:», «وأنشد حسان بن ثابت:», «شعرا:»."""

import re
from typing import NamedTuple

from hakawati.script.finders.honorifics import without_honorifics
from hakawati.script.finders.names import name_in, words_of
from hakawati.script.letters import bare, folded
from hakawati.script.vocabulary import listed

WINDOW = 160
"""Characters before a colon that are looked at."""

POETIC = listed(
    "الشاعر شاعر شاعرهم الشاعرة شعر شعرا الشعر شعره شعرها انشد انشدت انشدوا انشده انشدني انشدنا ينشد تنشد ينشدون",
    "منشدا بيتا",
    "بيتين البيتين ابيات ابياتا الابيات ابياته قصيدة القصيدة قصيدته قصيدتها رثاء رثائه رثاه يرثي يرثيه راثيا مرثيته",
    "ارتجز",
    "يرتجز مرتجزا رجز الراجز رجزا نظم ناظما نظما نشيد النشيد ينشدن متمثلا تمثل مطلعها مطلعه",
)
"""With a verb of saying they announce verse."""

VERSES = listed("شعرا بيتين البيتين ابيات ابياتا الابيات منشدا مرتجزا متمثلا ينشدن ينشدون مطلعها مطلعه")
"""They do so alone."""

SAYING = listed("قال قالت قالوا يقول تقول يقولون قول قوله قولها قائلا قائلة قلت نقول")
DOING = listed("انشد انشدت ينشد تنشد انشدني انشدنا رثي يرثي ارتجز يرتجز تمثل نظم رثاه يرثيه")
POETS = listed("الشاعر شاعر الشاعرة شاعرهم القائل الراجز الاخر اخر بعضهم احدهم")

_CLAUSE = re.compile(r"[.؟?!؛;:،,…»«”“\"\n]")


class Introduction(NamedTuple):
    """`poetic` if verse is spoken of, else someone only speaks."""

    poetic: bool
    poet: str | None


def introduction(lead: str) -> Introduction | None:
    """What `lead` announces, if its last words and a colon announce speech or verse."""
    announced = lead.rstrip().rstrip('«“"(').rstrip()
    if not announced.endswith((":", "：")):
        return None
    words = words_of(_CLAUSE.split(without_honorifics(bare(announced[:-1][-WINDOW:])))[-1])
    plain = [folded(word) for word in words]
    bared = [word[1:] if word[:1] in {"و", "ف"} else word for word in plain]
    verb = next((at for at in range(len(words) - 1, -1, -1) if bared[at] in SAYING or bared[at] in DOING), None)
    if verb is None:
        return None if VERSES.isdisjoint([*plain, *bared]) else Introduction(poetic=True, poet=None)
    poetic = not POETIC.isdisjoint([*plain, *bared])
    return Introduction(poetic, _poet(words[verb + 1 :]) or _poet(_after_doing(words, bared, verb)))


def _after_doing(words: list[str], bared: list[str], verb: int) -> list[str]:
    """«وأنشد حسان يقول:»: the name stands behind the first of the verbs."""
    earlier = next((at for at in range(verb) if bared[at] in DOING or bared[at] in SAYING), None)
    return [] if earlier is None else words[earlier + 1 : verb]


def _poet(words: list[str]) -> str | None:
    while words and folded(words[0]) in POETS:
        words = words[1:]
    return name_in(words)
