"""Signs that someone speaks himself: first and second persons, vocatives, commands.

Narration is told in the third person. Where one of these signs stands, a speech is going on; but a preacher says «we»
and «you» (of many) to his own listeners, so each kind of sign is told apart.
"""

from collections.abc import Sequence
from enum import Flag, auto
from functools import lru_cache

from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed


class Address(Flag):
    """What a stretch of words shows: nothing is `Address(0)`."""

    ME = auto()
    US = auto()
    ONE = auto()
    """One who is spoken to."""
    MANY = auto()
    CALLED = auto()
    """Someone is called («يا عمر»)."""


NOBODY = Address(0)

ME = listed(
    "اني انني فاني واني لاني كاني لي بي عني مني معي عندي فيا اريد اري اعرف اعلم ادري اشهد احب اظن",
    "اخاف ارجو اخشي استطيع لست ليتني",
    "ربي امي قومي نفسي بيتي سيدي اخي يدي قلبي مالي اهلي ابني ابنتي عمي صاحبي اصحابي امتي بعدي سنتي عبدي عبادي ولدي",
)
US = listed("نحن لنا بنا عندنا معنا منا علينا الينا فينا اننا فاننا لاننا نريد نري نعلم نخاف نخشي نشهد لسنا لعلنا")
ONE = listed(
    "انت انك فانك لانك لك بك عليك اليك منك عنك معك فيك عندك اياك لعلك لست ويحك ويلك",
    "قم اذهب تعال خذ هات انظر اسمع اتق تصدق ارجع اجلس دع دعني دعه كن اشرب افعل احفظ استعن اصبر ابشر",
    "سر امض اركب قل اعطني اخبرني",
    "اوصني علمني انطلق اذهبي خذي قومي اطعم اضرب اكتب صل صم زوجني اعطيه اعطيها ائذن ائتني اتركه خله عش ضع زد",
)
MANY = listed(
    "انتم انكم فانكم لكم بكم عليكم اليكم منكم عنكم معكم فيكم عندكم اياكم لعلكم لستم كنتم ويحكم",
    "اتقوا اذهبوا خذوا انظروا اسمعوا ارجعوا دعوه دعوها كونوا افعلوا احفظوا اصبروا ابشروا قولوا صلوا",
    "صوموا تصدقوا كلوا قوموا تعالوا اعلموا",
    "ادخلوا اعدلوا احذروا تعلموا اطعموا افشوا بلغوا ايتوني هلموا هاتوا اعملوا عليكم",
)
NOT_YOURS = listed(
    "ذلك كذلك لذلك بذلك وذلك فذلك ولذلك وكذلك وبذلك هناك هنالك وهناك تلك وتلك فتلك بتلك لتلك اولئك",
    "واولئك مالك بمالك ملك وملك ترك وترك",
    "فترك شارك بارك وبارك تبارك امسك فامسك تمسك ادرك فادرك تحرك فتحرك تبوك يدرك يترك يمسك يملك مشرك",
    "يشرك اشرك شرك هلك يهلك ضحك فضحك يضحك",
    "سلك يسلك فلك مسك سمك شك وشك معارك مبارك يشارك يحرك تدرك تشارك اشترك يشترك بنوك ملوك سلوك مناسك",
    "نسك تهلك مهلك حالك دلك فتك يوشك اوشك",
)
"""End in «ك» by themselves."""
NOT_ALL_YOURS = listed("حاكم محاكم تراكم يحكم تحكم فحكم وحكم حكم ويحكم ابكم")
NOT_MINE = listed(
    "معاني مباني ثاني ثواني اماني يعني تعني حسني مدني وطني ديني ديني فني زمني اغاني تهاني يبني بني",
    "غني عثماني يغني تغني",
)
NOT_FORBIDDEN = listed(
    "تزال توجد تكاد تخلو تقل تتعدي تعني تكفي تتجاوز تعرف تعد تكون تحتاج تمت تليق تصح تجوز تنفع تقتصر تتوقف تنتهي"
)
"""«لا تزال»: of her or of things, not said to anyone."""
YOUR_DOING = listed("ترون تسمعون تعلمون")
NOT_DOING = listed("تعاون تهاون تلفزيون تلفون")
"""Begin and end as «you do» does, of many («تصنعون»)."""
CALLING = listed("يا ايها ايتها ياايها")
_PREACHING = listed("الاخوة الاحبة الاخوات المسلمون المؤمنون المستمعون القارئ القراء السادة الكرام الاعزاء الموحدون")
_PREACHER = listed("اخواني احبتي اعزائي اخوتي")
_PREACHED_TO = _PREACHING | _PREACHER


def address(words: Sequence[Token], start: int, end: int) -> Address:
    """What `words[start:end]` show of someone who speaks."""
    shown = NOBODY
    for at in range(start, end):
        shown |= _shown(words, at, start)
    return shown


def _shown(words: Sequence[Token], at: int, start: int) -> Address:
    plain = words[at].plain
    if plain in CALLING:
        return Address.CALLED | (Address.MANY if plain != "يا" else Address.ONE | Address.MANY)
    if words[at].folded == "انا":
        return Address.US if words[at].spelled.startswith("إ") else Address.ME
    if (
        at > start
        and words[at - 1].plain == "لا"
        and plain.startswith("ت")
        and len(plain) > 2
        and plain not in NOT_FORBIDDEN
    ):
        return Address.MANY if plain.endswith("وا") else Address.ONE
    return by_form(words[at].folded) or by_form(plain)


@lru_cache(maxsize=32_768)
def by_form(word: str) -> Address:
    """What one word, in folded letters, shows by itself."""
    for kind, forms in ((Address.ONE, ONE), (Address.MANY, MANY), (Address.ME, ME), (Address.US, US)):
        if word in forms:
            return kind
    if word in YOUR_DOING or (word.startswith("ت") and word.endswith("ون") and len(word) > 4 and word not in NOT_DOING):
        return Address.MANY
    if len(word) < 4 or word.startswith(("ال", "وال", "بال", "فال", "لل")):
        return NOBODY
    if word.endswith("كم") and len(word) > 4 and word not in NOT_ALL_YOURS:
        return Address.MANY
    if word.endswith("ك") and word not in NOT_YOURS and word[1:] not in NOT_YOURS:
        return Address.ONE
    return Address.ME if word.endswith("ني") and word not in NOT_MINE and len(word) > 4 else NOBODY


def shared(known: Address, shown: Address) -> bool:
    """Whether what a sentence shows goes on with what was known of the speech before it."""
    if shown & Address.CALLED:
        return True
    if known and shown & (Address.ME | Address.ONE):
        return True
    return bool(known & shown)


def preaches(words: Sequence[Token], at: int) -> bool:
    """«أيها الإخوة»: the author turns to his own listeners."""
    following = words[at + 1].folded if at + 1 < len(words) else ""
    if words[at].plain == "عباد" and following == "الله":
        return True
    return words[at].plain in _PREACHER or (words[at].plain in CALLING and following in _PREACHED_TO)
