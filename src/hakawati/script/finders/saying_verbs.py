"""Words that say that someone speaks, in folded letters, «و» and «ف» before them left aside."""

from hakawati.script.finders.verbs import past, present
from hakawati.script.letters import folded
from hakawati.script.vocabulary import listed

SAYING = (
    past("قال اجاب سال تساءل نادي صاح هتف صرخ همس اردف تمتم خاطب")
    | present("قول جيب سال تساءل نادي صيح هتف صرخ همس ردف تمتم خاطب")
    | listed("قلت قلنا نقول اقول فاقول قلن سالناه سالناها سالنا سالتها سالته")
)
"""After these and a colon stands what was said, whether quoted or not."""

TELLING = (
    past(
        "رد اضاف تابع استطرد علق عقب اعلن اكد صرح كتب امر ذكر روي حكي وصف اشار نقل زعم حذر اوصي نصح وصي",
        "بشر حدث اقسم اعترف",
        "شهد ردد كرر اوضح لخص اختتم ختم افتتح استهل خطب وعظ استنكر اعترض احتج استفسر عبر وبخ عاتب هدد",
        "توعد بادر قاطع حيا",
        "رحب واصل استانف اقر ابلغ اخبر حلف دعا ناشد طالب طلب انذر اشترط قضي افتي",
    )
    | present(
        "رد ضيف تابع ستطرد علق عقب علن ؤكد صرح كتب امر ذكر روي حكي صف شير نقل زعم حذر وصي نصح بشر حدث",
        "قسم عترف شهد ردد كرر",
        "وضح ختتم خطب عظ عبر عاتب هدد دعو قر خبر حلف ناشد طالب نذر",
    )
    | listed("قيل يقال دعت سئل سئلت سئلوا يسال")
)
"""After these it must be quoted, vowelled, or plainly addressed to someone."""

PARTICIPLES = listed(
    "قائلا قائلة قائلين قائلون مخاطبا مخاطبة مناديا منادية مجيبا مجيبة متسائلا متسائلة صائحا هاتفا",
    "هامسا مرددا معلنا مضيفا",
    "معلقا مستطردا مؤكدا منشدا داعيا قايلا",
)

SAID = listed(
    "قوله قولها قولهم بقوله بقولها بقولهم لقوله كقوله لقولها كقولها قول بقول لقول كقول جوابه جوابها",
    "رده ردها كلمته كلمتها مقولته",
    "مقولتها مقولة كلمة عبارته عبارة وصيته وصية خطبته رسالته نداؤه ندائه هتافه شعارهم شعاره حديثه",
    "نصيحته نصه نصها رسالة",
)
"""Nouns for what someone says."""

SAME_GOES_ON = past("اضاف تابع استطرد اردف واصل استانف كرر ردد اختتم ختم") | present("ضيف تابع ستطرد ردف ردد كرر")
"""Whoever spoke last speaks still."""

SAYS_BEHIND = past(
    "رد علق عقب اكد اوضح استطرد اعترض احتج اعترف حذر كرر ردد تدخل قاطع وافق سخر ابتسم ضحك تنهد زمجر غمغم همهم"
)
"""Behind what was said they tell who said it («"نعم"، رد مراد»)."""

FIRST_PERSON = listed("سالت سالنا سالته سالتها سالتهم قلت قلنا نقول اقول قلن")


def is_saying(word: str) -> bool:
    """Whether `word` is a finite saying verb, «و» and «ف» before it or not."""
    return says(folded(word), SAYING)


def says(plain: str, verbs: frozenset[str]) -> bool:
    """Whether the folded word is one of `verbs`, what may be joined to its begin left aside."""
    if plain in verbs:
        return True
    if plain[:1] in {"و", "ف"} and plain[1:] in verbs:
        return True
    # «ليقول», «فيقول», «سيقول»
    return plain[:1] in {"ل", "س"} and plain[1:2] in {"ي", "ت"} and plain[1:] in verbs
