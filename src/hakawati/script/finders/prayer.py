"""Words addressed to God: how supplications begin, and what shows that one goes on."""

from collections.abc import Sequence

from hakawati.script.finders.tokens import Token
from hakawati.script.vocabulary import listed

LORD = listed("ربنا رب ربي")
"""Begin a supplication only where what follows speaks to God: «رب رجل …», «ربنا كريم» do not."""

GODS_NAMES = listed("رب الله ربنا الهي")
GOD_CALLED = GODS_NAMES | listed(
    "الهنا ربي ارحم حي ذا مقلب غفار رحمن رزاق فتاح قيوم منان حنان سامع كاشف منزل مجري هازم فارج غياث واسع باسط رافع",
)
"""Behind «يا»."""

NO_PRAYER = listed("الا نعم")
"""Behind «اللهم»: «اللهم إلا أن» excepts, «اللهم نعم» swears."""

ASKING = listed(
    "اغفر ارحم اهد اهدنا اهدني اشف اشفه اشفها اشفني ارزق ارزقنا ارزقني هب انصر انصرنا ثبت ثبتنا",
    "ثبتني تقبل تقبله تب زد زدني زدنا اعن اعني اعنا",
    "ات اتنا اتني اتهم ارنا ارني اصلح احفظ احفظنا احفظه احفظني اكفني اكفنا اجعل اجعلنا اجعلني اجعله",
    "اجعلها افتح اشرح يسر احلل بارك صل سلم عجل",
    "ادخل ادخلنا ادخلني اخرج اخرجني اخرجنا قنا نجنا نجني اعذنا اعذني اغفره استر استرنا اجرنا اجرني",
    "الف وفق وفقنا وفقني اسقنا اغثنا انزل افرغ توفنا",
    "توفني اجمع اجمعنا احشرنا ارفع ادفع اصرف اصرفه انج اهزمهم زلزلهم اهلك عليك انت انك اني انا لك بك",
    "اليك منك نسالك اسالك نعوذ اعوذ نستعينك نستغفرك ندعوك",
    "نحمدك نشكرك نتوسل سبحانك عبدك عبادك رحمتك عفوك اوزعني علمني علمنا فقهه اغنني ابسط قدر خر احيني",
    "امتني اختم انفعنا انفعني باعد نقني اغسلني طهر",
    "لا اقبل تجاوز اعف فرج نفس اكشف ارض اسق احقن وحد اسالك اشهد هل حبب حببنا اهدهم اغفرلي ارحمني",
    "عافني عافنا اعطنا امنا امن فاشهد",
)
"""What is asked of God, and words that say «Thou»."""

MY_GOD = listed("الهي الهنا ياالله يارب يارحمن")
PRAISING = listed("الحمد سبحان بسم حسبي حسبنا لا")
"""Begin a supplication only where one is announced."""

MINE = listed("نسالك اسالك نعوذ اعوذ ندعوك ادعوك نستغفرك استغفرك نستعينك نتوسل سبحانك")
"""Go on with a supplication; to begin one they could be said to anyone, but for «سبحانك» and taking refuge."""
_PRAYING_WORDS = ASKING | MINE | LORD

REFUGE = listed("بك بكلمات بوجهك برضاك بعزتك بنورك بعزة")
SAID_TO_ANYONE = listed("لا اني انا هل اشهد صل سلم ات قدر نفس")
CLOSING = listed("امين")
NOT_GODS = listed("ذلك كذلك لذلك بذلك وذلك فذلك هناك هنالك تلك اولئك ملك الملك مالك ترك شرك الشرك الفلك اليك")


def begins_prayer(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether a supplication begins with `words[at]`, in the sentence that ends before `words[end]`."""
    if at >= end:
        return False
    word, following = words[at].plain, words[at + 1].folded if at + 1 < end else ""
    if word == "اللهم":
        answers = following == "لا" and (at + 2 >= end or words[at + 2].opens_clause)
        return following not in NO_PRAYER and not answers
    if word in {"باسمك", "بسمك"}:
        return following in {"اللهم", "ربي", "رب"}
    if word in {"اعوذ", "نعوذ"}:
        return following in REFUGE
    if word in {"سبحانك", "لبيك"}:
        return word == "سبحانك" or following == "اللهم"
    return _calls_god(words, at, end)


def _calls_god(words: Sequence[Token], at: int, end: int) -> bool:
    """«يا رب», «إلهي …», «ربنا اغفر …»: and what follows speaks to Him."""
    word, following = words[at].plain, words[at + 1].folded if at + 1 < end else ""
    if words[at].folded == "يا":
        return following in GODS_NAMES or (following in GOD_CALLED and speaks_to_god(words, at + 2, end))
    if word in MY_GOD:
        return speaks_to_god(words, at + 1, end)
    if word not in LORD or words[at].blessed:
        return False
    return following in ASKING or speaks_to_god(words, at + 1, min(end, at + 9))


def praises_or_asks(words: Sequence[Token], end: int) -> bool:
    """Whether words announced as a supplication are one: they begin as one does, or speak to God."""
    first = words[0].plain if words else ""
    return first in PRAISING or begins_prayer(words, 0, end) or speaks_to_god(words, 0, end)


def goes_on_praying(words: Sequence[Token], at: int, end: int) -> bool:
    """Whether the sentence `words[at:end]` still speaks to God."""
    if words[at].plain in CLOSING or begins_prayer(words, at, end):
        return True
    if any(word.plain == "اللهم" for word in words[at:end]):
        return True
    return speaks_to_god(words, at, end) and words[at].plain in _PRAYING_WORDS


def speaks_to_god(words: Sequence[Token], at: int, end: int) -> bool:
    return any(_thine(words[place]) for place in range(at, end))


def _thine(word: Token) -> bool:
    plain = word.plain
    if plain in ASKING:
        return plain not in SAID_TO_ANYONE
    if len(plain) < 4 or plain.startswith("ال") or plain in NOT_GODS:
        return False
    return plain.endswith("ك")
