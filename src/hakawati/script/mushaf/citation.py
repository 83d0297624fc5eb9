"""Citations of the mushaf: «البقرة: 255», «سورة يونس، الآيات 3-5», «2:255»."""

import re
from functools import cache
from typing import NamedTuple

from hakawati.script.mushaf.spelling import letters
from hakawati.script.mushaf.tanzil import sura_names


class Cited(NamedTuple):
    """Verses `first` to `last` of a sura; both are 0 where only the sura is named."""

    sura: int
    first: int = 0
    last: int = 0


OTHER_NAMES = {
    "أم الكتاب": 1, "فاتحة الكتاب": 1, "الحمد": 1, "براءة": 9, "بني إسرائيل": 17, "الملائكة": 35, "ياسين": 36,
    "المؤمن": 40, "حم السجدة": 41, "القتال": 47, "الدهر": 76, "عم": 78, "التطفيف": 83, "الانشراح": 94, "ألم نشرح": 94,
    "اقرأ": 96, "لم يكن": 98, "الزلزال": 99, "التوديع": 110, "تبت": 111, "اللهب": 111, "الصمد": 112, "التوحيد": 112,
    "المؤمنين": 23, "المنافقين": 63, "الكافرين": 109, "المطففون": 83, "ن": 68, "تبارك": 67,
}  # fmt: skip

AMBIGUOUS = frozenset({"ص", "ق", "ن", "عم", "الحمد", "المؤمن", "الملائكة", "القتال", "الدهر", "اقرأ", "تبارك"})
"""Names that mean something else before a number, such as a page: they need «سورة» in front."""

MOST_VERSES = 286

_DIGITS = r"[\d٠-٩۰-۹]{1,3}"
_RANGE = rf"({_DIGITS})(?:\s*(?:[-–—،,و]|إلى|الى)\s*({_DIGITS}))?"
_VERSE_WORD = r"(?:الآيات|الآيتان|الآيتين|الآية|آيات|آية|الايات|الايه|الاية|اية|ايه|رقم|verses?|ayahs?|v\.)"
_NAMED = re.compile(
    rf"\s*(?P<sura>(?:من\s+)?سور[ةه][\s:]+)?(?P<name>[^\W\d_][^\d:،,./\-–()\[\]]*?)"
    rf"\s*(?:[:،,./\-–]?\s*(?:(?:من\s+)?{_VERSE_WORD}\s*){{0,2}}:?\s*[(\[]?{_RANGE}[)\]]?)?\s*\.?\s*"
)
_NUMBERED = re.compile(
    rf"\s*(?:(?:the\s+)?(?:holy\s+)?(?:qur['’ʾ]?[aā]n|koran|sura[ht]?)\W+)?({_DIGITS})\s*:\s*{_RANGE}\s*", re.IGNORECASE
)


def cited(text: str) -> Cited | None:
    """What `text` cites if it is a citation of the mushaf and nothing else; None if it is not.

    A bare name counts only with «سورة» before it or a number behind it: «(محمد)» is a man, «(يوسف: 4)» a verse.
    """
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        sura = int(numbered.group(1))
        return _verses(sura, numbered.group(2), numbered.group(3)) if 1 <= sura <= len(sura_names()) else None
    named = _NAMED.fullmatch(text)
    if not named:
        return None
    name = _name(named["name"])
    sura = _suras().get(name, 0)
    if not sura or not (named["sura"] or (named.group(3) and name not in _ambiguous())):
        return None
    return _verses(sura, named.group(3), named.group(4))


def _verses(sura: int, first: str | None, last: str | None) -> Cited | None:
    begin = int(first or "0")
    return Cited(sura, begin, max(begin, int(last or "0"))) if begin <= MOST_VERSES else None


@cache
def _ambiguous() -> frozenset[str]:
    return frozenset(map(_name, AMBIGUOUS))


@cache
def _suras() -> dict[str, int]:
    names = {_name(name): number for number, name in enumerate(sura_names(), 1)}
    return names | {_name(name): number for name, number in OTHER_NAMES.items()}


def _name(written: str) -> str:
    """A name without what writers differ in, its article left out."""
    spelled = "".join(map(letters, written.split()))
    return spelled.removeprefix("ال") if len(spelled) > 3 else spelled
