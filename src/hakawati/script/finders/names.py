"""A speaker's name out of the words between a saying verb and its colon («له أبو بكر عفويا»)."""

import re
from collections.abc import Iterator, Sequence

from hakawati.script.vocabulary import listed

_WORD = re.compile(r"[^\W\d_]+")

TO_SOMEONE = listed("له لها لهم لهما لهن لي لنا لك لكم لكما لكن إليه إليها إليهم عليه عليها عليهم")

TITLES = listed("سيدنا سيدتنا السيد السيدة حضرة مولانا")
"""No part of a name, whatever follows."""

OFFICES = listed(
    "الشيخ الشيخة الإمام الامام الخليفة الملك الملكة الأمير الأميرة الدكتور الدكتورة الأستاذ الأستاذة القائد",
    "الصحابي الصحابية",
    "الجليل الجليلة الفاضل الحكيم العلامة الحافظ المؤرخ الشاعر الكاتب القاضي الوزير الرئيس الإمبراطور القيصر الحاج",
    "الأخ الأخت العم",
)
"""No part of a name that follows; where none does, they name the speaker themselves."""

NOT_NAMES = listed(
    "في من عن على إلى مع عند عندما حين حينما لما إذ إذا ثم أو أم بل لكن ولكن قد لقد هو هي هم ما لا لم لن",
    "كما مثل غير",
    "هذا هذه ذلك تلك هنا هناك هكذا كذلك بعد قبل بين أمام خلف فيه فيها فيهم منه منها منهم عنه عنها عنهم",
    "بها به بهم فيما ذات يومئذ حينئذ عندئذ حول أثناء خلال ردا نحو تحت فوق لدى منذ ضد حتى كي لكي لأن",
    "معناه نصه مفاده مرة يوما أيضا كان كانت وهو وهي وهم أن إن أنه إنه أنها إنها بأن بأنه بصوت بكل بعض كل أي يا",
    "تعالى نعم كلا بلى الآن اليوم ليس ليست متى أين كيف الذي التي الذين",
)

ENDING_IN_ALIF = listed("نبيها نبينا رسولنا حبيبنا زكريا مرزا رضا حنا لوقا يوحنا سارا دانيا رجا ليزا آنا ماريا")
BEGINNING_WITH_LAM = listed("لقمان لبيد لوط ليلى لبنى لؤي لبابة")
BEGINNING_WITH_BA = listed(
    "بلال بشير بريدة بلقيس بطرس بولس باسم بسام بهاء بديع براء بحيرا بنيامين بكير بشار بيبرس بطليموس برهان بدران بهلول"
)
BEGINNING_LIKE_VERBS = listed("يوسف يحيى ياسر يزيد يعقوب يونس يعلى ياسين يوشع تميم تماضر توفيق تقي")
"""Names that begin as imperfect verbs do."""

JOINS_NEXT = listed(
    "أبو أبي أبا أم ابن بن بنت ابنة ابنته ابنه عبد ذو ذي ذا آل بني بنو رسول نبي عم عمة خال خالة ابنا",
    "زوج زوجة أخو أخت",
    "خاتم صاحب خادم مولى أحد إحدى أمير سيد أصحاب ملك",
)
"""Words that make one name with the next."""

EPITHETS = listed(
    "الصديق الصديقة الفاروق الأكبر الأصغر الكبير الصغير الأعظم الكريم الكريمة الأمين الصادق المصطفى الرشيد المأمون",
    "المنصور العزيز الثاني الأول الثالث الرابع الخامس الحكيم الشهيد الفاتح الموعود المعهود المهدي",
    "الزهراء الرومي الغزالي المجيد الحميد",
)
"""Words with the article that go with a name without one; those that end in «ي» need no list."""

OTHERS = listed(
    "النبي الرسول القوم الناس الجميع الحاضرين الحاضرون الجنود الرجال الصحابة المسلمين المسلمون المؤمنين الرجل المرأة",
    "الأعرابي السائل المسجد المنبر البيت المدينة الكعبة الباب القاعة الغرفة السوق",
)
"""Who is someone else than the name before: «سأل زيد الرجل»."""

PROPHETS = listed(
    "آدم إدريس نوح هود صالح إبراهيم إسماعيل إسحاق يعقوب يوسف لوط أيوب شعيب موسى هارون داود سليمان",
    "إلياس اليسع يونس زكريا يحيى عيسى محمد دانيال المسيح يوشع",
)
"""Named after «النبي» or «رسول الله», which alone mean the Prophet."""

KIN = listed(
    "ابن بنت ابنة عم عمة خال خالة زوج زوجة أصحاب أحد إحدى صاحب خادم مولى آل أخو أخت أم أبو أبي أبا بعض أهل حفيد سبط",
    "شاعر مؤذن",
)
"""Whoever is called after the Prophet is not the Prophet."""

PROPHET = re.compile(
    r"(?:(?:النبي|نبي الله|رسول الله|رسول الإسلام|نبي الإسلام|الرسول|المصطفى|نبينا|رسولنا|حبيبنا|الحبيب"
    r"|نبيه|نبيها|نبيهم"
    r"|نبيكم|صاحب الرسالة|نبي الرحمة|رسول الهدى|الهادي البشير)"
    r"(?: محمد)?(?: المصطفى)?"
    r"|سيدنا محمد|نبينا محمد|محمد رسول الله|محمد بن عبد الله|محمد المصطفى|أبو القاسم محمد"
    r"|خاتم (?:النبيين|الأنبياء|المرسلين)|سيد (?:المرسلين|الأنبياء|الخلق|البشر|الأنام|ولد آدم))"
    r"(?: محمد)?(?: الكريم| الأكرم| الأعظم| المصطفى| الصادق| الأمين| العربي| العظيم| الخاتم| المختار| بن عبد الله)*"
)
GOD = re.compile(
    r"(?:الله|تعالى|ربنا|ربكم|ربه|رب العزة|رب العالمين|الرب|الحق(?= تعالى|\Z)|المولى(?= تعالى|\Z)|الباري)(?: .*)?"
)

THE_PROPHET = "ﷺ"
"""Stands for him where speakers are told apart."""


def words_of(bare: str) -> list[str]:
    return _WORD.findall(bare)


def name_in(words: Sequence[str]) -> str | None:
    """The name that `words`, bare of vowels and honorifics, begin with; None where a pronoun is all there is.

    A name is a first word and what belongs to it: «أبو بكر», «عمر بن الخطاب», «السيدة عائشة», «أبو بكر الصديق».
    """
    start, end = name_place(words)
    named = list(words[start:end])
    if named and named[0] in {"أبي", "أبا"}:
        named[0] = "أبو"
    return " ".join(named) or None


def name_place(words: Sequence[str]) -> tuple[int, int]:
    """Where the name stands among `words` that `name_in` finds; both equal where none is."""
    start = 0
    while start < len(words) and (words[start] in TO_SOMEONE or words[start] in TITLES or _holds_office(words[start:])):
        start += 1
    if start and words[start - 1] in TO_SOMEONE and words[start : start + 1] and words[start].startswith("و"):
        return start, start
    return start, start + sum(1 for _ in _name(words[start:]))


def same_name(one: str, other: str) -> bool:
    """«عمر» and «عمر بن الخطاب»."""
    return one == other or one.startswith(other + " ") or other.startswith(one + " ")


def _holds_office(words: Sequence[str]) -> bool:
    if words[0] not in OFFICES or len(words) < 2:
        return False
    following = words[1]
    return following in OFFICES or (not following.startswith("ال") and _may_name(following))


def _name(words: Sequence[str]) -> Iterator[str]:
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        ends = at + 1 == len(words)
        if not _may_name(word) or not (at == 0 or _goes_with(before, word, words[0], last=at == 1 and ends)):
            return
        yield word


def _goes_with(before: str, word: str, first: str, *, last: bool) -> bool:
    if (before in {"النبي", "الله", "الرسول"} and word in PROPHETS) or before in JOINS_NEXT:
        return True
    if word in {"بن", "ابن", "بنت"}:
        return True
    if word.startswith("ال") and len(word) > 3:
        return word not in OTHERS and (first.startswith("ال") or word in EPITHETS or word.endswith(("ي", "ية")))
    # «أحمد شوقي:»: two given names, with nothing behind them
    return last and not first.startswith("ال") and word not in JOINS_NEXT and word[:1] not in {"و", "ف", "ب", "ل", "م"}


def _may_name(word: str) -> bool:
    if word in NOT_NAMES or word in TO_SOMEONE:
        return False
    if word.endswith(("ا", "اً")) and len(word) > 3:
        return word in ENDING_IN_ALIF
    if word.startswith("ل") and len(word) > 2:
        return word in BEGINNING_WITH_LAM
    if word.startswith("ب") and len(word) > 3:
        return word in BEGINNING_WITH_BA
    if word[:1] in {"ي", "ت"} and word not in BEGINNING_LIKE_VERBS and len(word) > 3:
        return False
    return not word.startswith(("بال", "وال", "فال", "كال", "لل"))
