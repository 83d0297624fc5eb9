"""A speaker's name out of the words between a saying verb and its colon («له أبو بكر عفويا»)."""

import re
from collections.abc import Iterator, Sequence

from hakawati.script.vocabulary import listed

_WORD = re.compile(r"[^\W\d_]+")

TO_SOMEONE = listed("له لها لهم لهما لهن لي لنا لك لكم لكما لكن إليه إليها إليهم عليه عليها عليهم")

TITLES = listed("سيدنا سيدتنا السيد السيدة حضرة مولانا")

NOT_NAMES = listed(
    "في من عن على إلى مع عند عندما حين حينما لما إذ إذا ثم أو أم بل لكن ولكن قد لقد هو هي هم ما لا لم لن",
    "كما مثل غير",
    "هذا هذه ذلك تلك هنا هناك هكذا كذلك بعد قبل بين أمام خلف فيه فيها فيهم منه منها منهم عنه عنها عنهم",
    "بها به بهم",
    "معناه مرة يوما أيضا كان كانت وهو وهي وهم أن إن أنه إنه أنها إنها بأن بأنه بصوت بكل بعض كل أي يا",
    "تعالى",
)

ENDING_IN_ALIF = listed("زكريا مرزا رضا حنا لوقا يوحنا سارا دانيا رجا")
BEGINNING_WITH_LAM = listed("لقمان لبيد لوط ليلى لبنى لؤي لبابة")

JOINS_NEXT = listed("أبو أبي أبا أم ابن بن بنت ابنة عبد ذو ذي آل بني بنو رسول نبي عم ابنا زوج")
"""Words that make one name with the next."""


PROPHETS = listed(
    "آدم إدريس نوح هود صالح إبراهيم إسماعيل إسحاق يعقوب يوسف لوط أيوب شعيب موسى هارون داود سليمان",
    "إلياس اليسع يونس زكريا يحيى عيسى محمد دانيال",
)
"""Named after «النبي» or «رسول الله», which alone mean the Prophet."""


def words_of(bare: str) -> list[str]:
    return _WORD.findall(bare)


def name_in(words: Sequence[str]) -> str | None:
    """The name that `words`, bare of vowels and honorifics, begin with; None where a pronoun is all there is.

    A name is a first word and what belongs to it: «أبو بكر», «عمر بن الخطاب», «السيدة عائشة», «أبو بكر الصديق».
    """
    named = list(_name(list(words)))
    if named and named[0] in {"أبي", "أبا"}:
        named[0] = "أبو"
    return " ".join(named) or None


def _name(words: list[str]) -> Iterator[str]:
    while words and (words[0] in TO_SOMEONE or words[0] in TITLES):
        words = words[1:]
    joined = True
    before = ""
    for word in words:
        follows = (
            (before in {"النبي", "الله"} and word in PROPHETS)
            or joined
            or word in {"بن", "ابن", "بنت"}
            or (word.startswith("ال") and len(word) > 3)
        )
        if not follows or not _may_name(word):
            return
        yield word
        joined, before = word in JOINS_NEXT, word


def _may_name(word: str) -> bool:
    if word in NOT_NAMES or word in TO_SOMEONE:
        return False
    if word.endswith(("ا", "اً")) and len(word) > 3:
        return word in ENDING_IN_ALIF
    if word.startswith("ل") and len(word) > 2:
        return word in BEGINNING_WITH_LAM
    return not word.startswith(("بال", "وال", "فال", "كال"))
