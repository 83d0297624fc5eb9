"""Persons mentioned in a passage, and whether they do what is told or have it done to them."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hakawati.script.finders.names import (
    KIN,
    NOT_NAMES,
    OFFICES,
    PROPHET,
    PROPHETS,
    THE_PROPHET,
    TITLES,
    TO_SOMEONE,
    name_place,
)
from hakawati.script.finders.saying_verbs import SAYING, TELLING
from hakawati.script.finders.tokens import Token
from hakawati.script.finders.verbs import ADVERBIAL, ASKED, NARRATED, WERE_ASKED
from hakawati.script.letters import folded
from hakawati.script.vocabulary import listed

LONGEST_NAME = 7
"""Words."""

MEN = listed(
    "عمر علي عثمان طلحة الزبير سعد سعيد حمزة العباس جعفر زيد بلال خالد معاذ معاوية أنس جابر حذيفة",
    "عمار سلمان صهيب مصعب",
    "أسامة عبادة ثابت حسان كعب عمرو سهيل عكرمة صفوان مالك أسيد المقداد خباب الحسن الحسين محمد أحمد محمود إبراهيم",
    "إسماعيل إسحاق يعقوب يوسف موسى هارون داود سليمان عيسى يحيى زكريا نوح آدم هود صالح شعيب لوط أيوب يونس جبريل فرعون",
    "هرقل النجاشي كسرى قيصر هشام الوليد عتبة شيبة أمية سراقة ورقة بحيرا مسيلمة وحشي حاطب عاصم خبيب",
    "رجل الرجل رجلا أعرابي الأعرابي أعرابيا السائل شاب الشاب غلام الغلام الخليفة الملك الأمير القائد",
    "الراهب الراعي الشيخ",
    "الصحابي اليهودي الخادم الحارس التاجر القاضي الوزير الإمام الطبيب المعلم الأستاذ الأب الابن الجد",
    "الطفل الولد الفتى",
    "المؤلف المستشرق الباحث الصحفي المدير الموظف الطالب المدرس الخطيب الواعظ المحاضر المذيع",
    "المسيح المفكر الفيلسوف الفقيه المفتي",
    "المحدث الراوي الجندي الضابط الشرطي السائق البائع الجار الصديق الزعيم اللص الزائر الضيف",
    "النجار الفلاح الصياد الحكيم",
    "الرئيس المهندس المحامي الصبي الكاتب الشاعر المترجم الناقد المؤرخ العالم الأسير الكاهن القسيس الحبر المسافر الغريب",
)
WOMEN = listed(
    "خديجة عائشة فاطمة حفصة زينب سودة صفية جويرية ميمونة رقية أسماء سمية مريم آمنة حليمة هند نسيبة",
    "سارة هاجر بلقيس ليلى",
    "المعلمة الممرضة الطالبة الجارة العروس المديرة الكاتبة الأستاذة الطبيبة البائعة",
    "آسية حواء امرأة المرأة الجارية الفتاة الأم البنت العجوز الملكة الزوجة الجدة السيدة الطفلة الأخت",
)

_MEN = frozenset(map(folded, MEN))
_WOMEN = frozenset(map(folded, WOMEN))
_MALE_BEGINNINGS = listed("أبو أبا أبي ابن عبد عم زوج أخو مولى أمير")
_FEMALE_BEGINNINGS = listed("أم بنت ابنة أخت زوجة عمة خالة")
_PROPHET_BEGINNINGS = listed("النبي الرسول نبي رسول المصطفى نبينا رسولنا خاتم حبيبنا نبيه نبيها نبيهم نبيكم سيد صاحب")
_NAME_BEGINNINGS = _PROPHET_BEGINNINGS | _MALE_BEGINNINGS | _FEMALE_BEGINNINGS | TITLES | OFFICES
_ONLY_WITH = {
    "رسول": listed("الله الإسلام الهدى"),
    "نبي": listed("الله الإسلام الرحمة"),
    "خاتم": listed("النبيين الأنبياء المرسلين"),
    "سيد": listed("الخلق البشر المرسلين الأنبياء الأنام ولد"),
    "صاحب": listed("الرسالة"),
}
"""What must follow for him to be meant."""
_BEFORE_SUBJECT = listed("كان كانت ان لكن فان وان فكان وكان بينما بينا اذا واذا فاذا لكن ولكن انما وانما")
_PREPOSITIONS = listed("من الي عن علي مع في عند لدي بين امام خلف حول نحو بعد قبل دون غير مثل لاجل وراء تحت فوق معه يا")


_TO_IT = listed("به بها بهم منه منها منهم عنه عنها فيه فيها معه معها")
DOING = NARRATED | SAYING | TELLING | ASKED | WERE_ASKED
_WITH_SUBJECT = DOING | _BEFORE_SUBJECT
SAYS_OR_TELLS = SAYING | TELLING
_SETTLING = ADVERBIAL | SAYS_OR_TELLS
_KIN_BEGINNINGS = _MALE_BEGINNINGS | _FEMALE_BEGINNINGS
_TOLD = NARRATED | SAYING


BELONGING = listed("اصحاب اهل بعض احد احدي بيت باب زوج زوجة بنت ابنة اخو اخت عم خادم مولي صاحب رسل حديث سنة")
"""Before a name: not that one is meant."""


RELATIVE = listed("الذي التي الذين")
THAT = listed("ان بان")
REACHING = listed("اتي جاء سال راي لقي زار صحب خدم حضر")
"""Behind «الذي», or behind who did it («أن رجلا أتى النبي»), with a person as their object."""


class Mention(NamedTuple):
    """Someone named by `tokens[start:end]`. `acts` tells whether he is the subject of a verb, `name` is normalised."""

    start: int
    end: int
    name: str
    female: bool
    acts: bool
    suffers: bool
    """Whether he is the object of a verb."""


def mentions(words: Sequence[Token], start: int, end: int) -> Iterator[Mention]:
    """The persons mentioned in `words[start:end]`, in order."""
    at = start
    while at < end:
        length, shift = _length(words, at, end)
        if not length:
            at += 1
            continue
        yield _mention(words, at, length, shift)
        at += length


def _length(words: Sequence[Token], at: int, end: int) -> tuple[int, int]:
    """How many words from `at` on name someone, and how many letters before the first are not part of it."""
    spelled = words[at].spelled
    for shift in _shifts(spelled):
        first = _unjoined(spelled, shift)
        if _begins_name(first, words, at, end):
            titled = [first, *(one.spelled for one in words[at + 1 : _stretch_end(words, at, end)])]
            _, length = name_place(titled)
            return length, shift
    return 0, 0


def _stretch_end(words: Sequence[Token], at: int, end: int) -> int:
    """Where the words from `at` on are parted by a mark or a blessing, at most a name's length off."""
    for place in range(at, min(end, at + LONGEST_NAME)):
        if words[place].blessed or (place > at and words[place].opens_clause):
            return place + 1 if words[place].blessed else place
    return min(end, at + LONGEST_NAME)


@lru_cache(maxsize=4096)
def _unjoined(spelled: str, shift: int) -> str:
    """«للنبي» -> «النبي», «لأبي» -> «أبي», «بعمر» -> «عمر»; empty where nothing is joined."""
    if shift == 0:
        return spelled
    joined = spelled[shift:]
    if shift == 1 and spelled.startswith("لل"):
        return "ا" + spelled[1:]
    return joined if len(joined) > 2 and all(letter in "ولبفك" for letter in spelled[:shift]) else ""


@lru_cache(maxsize=32_768)
def _shifts(spelled: str) -> tuple[int, ...]:
    """How many letters may be joined before a word that can begin a name; of most words, none can."""
    return tuple(shift for shift in (0, 1, 2) if _can_begin_name(_unjoined(spelled, shift)))


def _can_begin_name(first: str) -> bool:
    plain = folded(first)
    return first in _NAME_BEGINNINGS or plain in _MEN or plain in _WOMEN or plain == "علي"


def _begins_name(first: str, words: Sequence[Token], at: int, end: int) -> bool:
    plain = folded(first)
    if first in _PROPHET_BEGINNINGS:
        following = words[at + 1].spelled if at + 1 < end else ""
        return first not in _ONLY_WITH or following in _ONLY_WITH[first]
    if plain == "علي":
        return _means_ali(words, at, end)
    if first in TITLES or first in OFFICES:
        return at + 1 < end or plain in _MEN
    if first in _MALE_BEGINNINGS or first in _FEMALE_BEGINNINGS:
        return at + 1 < end and words[at + 1].spelled not in NOT_NAMES and not words[at + 1].opens_clause
    return plain in _MEN or plain in _WOMEN


def _means_ali(words: Sequence[Token], at: int, end: int) -> bool:
    """«علي» and «على» are one word when folded and often when written."""
    following = words[at + 1].spelled if at + 1 < end else ""
    # «فدخل علي رسول الله»: to me
    if words[at].spelled.endswith("ى") or following in _PROPHET_BEGINNINGS or following in _MALE_BEGINNINGS:
        return False
    return bool(words[at].blessed) or following in {"بن", "كرم"} or (at > 0 and words[at - 1].among(_TOLD))


def _mention(words: Sequence[Token], at: int, length: int, shift: int) -> Mention:
    first = _unjoined(words[at].spelled, shift)
    named = [first, *(one.spelled for one in words[at + 1 : at + length])]
    blessed = words[at + length - 1].blessed
    name = who(named, blessed) or ""
    before = words[at - 1] if at else None
    female = name != THE_PROPHET and (folded(named[0]) in _WOMEN or named[0] in _FEMALE_BEGINNINGS or "السيدة" in named)
    joined = words[at].spelled[:shift].strip("وف")
    own = named[-1].endswith(("ه", "ها"))
    does = not joined and _is_subject(before, words[at], named[0], own=own) and not _in_clause_of_another(words, at)
    has_done = not joined and not does and not _follows_noun(before)
    return Mention(at, at + length, name, female, does, has_done)


def _in_clause_of_another(words: Sequence[Token], at: int) -> bool:
    """«قال الشيخ إن النبي …», «كان الحسن إذا ذكر النبي …»: what another says of him, or does when he thinks of him."""
    if at == 0 or words[at].opens_clause:
        return False
    if at > 1 and words[at - 2].folded in RELATIVE and words[at - 1].plain in REACHING:
        return True
    if words[at - 1].folded in REACHING and at > 1 and _names_person(words[at - 2]) and not words[at - 1].opens_clause:
        return not (at > 2 and words[at - 3].among(NARRATED))
    if words[at - 1].plain in THAT:
        return any(word.among(SAYS_OR_TELLS) for word in words[max(0, at - 8) : at - 1])
    if at > 1 and words[at - 2].plain in {"اذا", "كلما"}:
        return any(word.plain in {"كان", "كانت", "كانوا"} for word in words[max(0, at - 8) : at - 2])
    return False


def who(named: Sequence[str], blessed: str = "") -> str | None:
    """The normalised name of whom `named` begins with: `THE_PROPHET` for the Prophet; None for nobody.

    `blessed` tells what formula stands behind the name.
    """
    start, end = name_place(named)
    name = list(named[start:end])
    if not name:
        return None
    spelled = " ".join(name)
    titled = " ".join(named[:end])
    if PROPHET.fullmatch(spelled) or PROPHET.fullmatch(titled):
        return THE_PROPHET
    if blessed == "prophet" and end == len(named) and name[0] not in KIN and not PROPHETS - {"محمد"} & set(name):
        return THE_PROPHET
    return " ".join(["أبو", *name[1:]]) if name[0] in {"أبي", "أبا"} else spelled


def _is_own_kin(before: Token, first: str, *, own: bool) -> bool:
    """«علم ابن عمه», of whom someone told before does it; not «جاء ابن عمه», «علمه ابن عمه», «قال ابن عمه»."""
    settled = before.plain.endswith(("ه", "ها", "هم")) or before.among(_SETTLING)
    return own and first in _KIN_BEGINNINGS and before.among(NARRATED) and not settled


def _is_subject(before: Token | None, token: Token, first: str, *, own: bool) -> bool:
    if first in {"أبا", "أبي"} or first.endswith("اً"):
        return False
    if before is None or token.opens_clause or token.folded != folded(first):
        return True
    if _is_own_kin(before, first, own=own):
        return False
    # «فأثنى عليه النبي»: a pronoun between the verb and who did it
    if before.folded.endswith("نا") and len(before.folded) > 4:
        return True
    return before.among(_WITH_SUBJECT) or before.spelled in TO_SOMEONE or before.spelled in _TO_IT


def _follows_noun(before: Token | None) -> bool:
    """«بيت النبي», «إلى النبي»: what the name belongs to is not a person that something is done to."""
    if before is None:
        return False
    return before.plain in _PREPOSITIONS or not (_names_person(before) or before.among(DOING))


def _names_person(before: Token) -> bool:
    return before.folded in _MEN or before.folded in _WOMEN or bool(before.blessed) or before.plain in {"بكر", "جهل"}
