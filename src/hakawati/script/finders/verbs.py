"""Forms of Arabic verbs, in folded letters: what a text says that someone did, not what he says he does himself."""

from collections.abc import Iterator

from hakawati.script.vocabulary import listed

SUFFIXES = ("", "ه", "ها", "هم", "هما", "ني", "نا", "ك", "كم")
"""Pronouns joined to a verb as its object."""


def past(*lines: str) -> frozenset[str]:
    """The third persons of past verbs given as «he did», with and without an object."""
    return frozenset(form + suffix for verb in listed(*lines) for form in _past_stems(verb) for suffix in SUFFIXES)


def _past_stems(verb: str) -> Iterator[str]:
    """He, she, they two, they: «نادى نادت نادوا», before a suffix «نادا-», «نادو-»."""
    stem = verb[:-1] if verb.endswith("ي") and len(verb) > 2 else verb
    yield verb
    yield from (stem + ending for ending in ("ت", "تا", "ا", "وا", "و"))


def present(*lines: str) -> frozenset[str]:
    """The third persons of present verbs given without their first letter: «قول» for «يقول» and «تقول»."""
    stems = [(verb.removesuffix("ي"), verb) for verb in listed(*lines)]
    return frozenset(
        first + form + suffix
        for stem, verb in stems
        for first in "يت"
        for form in (verb, stem + "ون", stem + "ان", stem + "وا")
        for suffix in SUFFIXES
    )


NARRATED = past(
    "جاء اتي ذهب خرج دخل رجع عاد قام جلس وقف مشي سار انطلق اقبل ادبر نظر التفت راي سمع علم عرف اخذ",
    "اعطي وضع رفع ضرب قتل",
    "مات امر نهي بعث ارسل دعا سال استاذن اخبر حدث بكي ضحك تبسم ابتسم غضب فرح حزن خاف سكت صمت صلي سجد",
    "ركع لقي مر نزل صعد",
    "ركب وصل بلغ كتب قرا فتح اغلق كسر ترك حمل القي رمي اشار اوما مد قبض بايع اسلم هاجر لحق تبع ادرك وجد طلب",
    "حاول استطاع اراد رفض وافق شكا اشتري باع اكل شرب نام استيقظ مرض استقبل ودع زار حضر غاب اجتمع تفرق تشاور قرر عزم",
    "اختار جعل اصبح ظل بدا شرع كاد هرب فر قدم غادر سافر اقترب ابتعد انصرف توجه مضي هجم حاصر قاتل",
    "انهزم انتصر نصح وعظ خطب",
    "استلقي اضطجع نهض جري ركض هز مسح قبل عانق صافح ضم اجلس اطعم سقي لبس نزع غسل توضا كبر هلل سلم رد",
    "اجاب نادي صاح هتف",
    "صرخ همس قال ولد توفي استشهد تزوج اغتسل اوصي اقام اسرع هدا اطمان فزع دهش تعجب اندهش وثب قفز سقط",
    "استوي حلف اقسم طلع",
    "غلب ملك حكم ولي عزل استخلف خلف جمع قسم فرض منع اذن احضر اجاز ابي لبث مكث امسك اطلق وجه كف تقدم",
    "تاخر تفل نفث طلا شفي فهم",
    "اطرق تنهد هدد لوح ارتجف تردد فكر تامل حدق لمح شهق زفر قهقه تجهم اثني مدح ذم اوقف ناول ساعد",
    "اجتاز عبر لازم زوج طلق كلم حاور زاد ربط",
    "حث ارشد بين رغب شبه وصف صور اكد بشر حذر نبه سن كرم ضرب مثل اعلن راعي عاهد زكي اذن",
    "كره دنا تخلف تنازع اجهد استلم استوقف استدعي استنكر استغرب استغفر اعتذر اعترض اعتنق اعاد اخفي اغمض افاق اقتاد",
    "التقط التقي امتلا انتبه انتظر انسحب انصت انطفا انكب انفجر اهتز بادر بارك برق تاب تامل تبع تحرك تحول تخلي تراجع",
    "تساقط تسلل تعانق تعثر تفقد تمدد تناول تنحي توقف حدج خجل خدش خطا خلع دس دق دار دفع دل ذهل راح رش رقد رمق زحف",
    "سار ساق سال سحب سدد سعل سلك شد شكر صافح صفق ضغط طاف طاطا طرق طوي عاش عبس عض علق غاص غرق فرك قلب قطب كتم لاحظ",
    "لاذ لطم لف لمس لمع مال مزق ملا نادم ناول نبش نزف نفض نقر نكس هبط همهم هوي وبخ ودع وزع وطئ وعي",
    "ادخل اخرج انزل حول استدار اجهش وعد احب فعل صنع بني هدم حفر دفن كفن غمض انحني رحب حيا",
)

ASKED = past("سال استاذن استشار استفتي استفسر استخبر") | present("سال ستاذن ستشير ستفتي ستفسر")
"""Whoever is asked is likely to speak next."""

WERE_ASKED = listed("سئل سئلت سئلوا استشير استفتي")

ADVERBIAL = past(
    "جاء اتي ذهب خرج دخل رجع عاد قام جلس وقف مشي سار انطلق اقبل مر نزل صعد قدم انصرف توجه مضي نهض",
    "وثب نادي صاح بكي ضحك تبسم سكت",
)
"""Verbs without an object: the noun behind them is who did it."""
