"""How other languages than Arabic say that someone speaks: the commonest verbs, in the forms that stories use."""

from typing import NamedTuple

from hakawati.script.vocabulary import listed


class Saying(NamedTuple):
    """`verbs` introduce speech; `pronouns` are no names; `that` makes of a quotation a part of the sentence."""

    verbs: frozenset[str]
    pronouns: frozenset[str]
    that: frozenset[str] = frozenset()


ANSWERING = listed(
    "answered replied returned retorted responded antwortete erwiderte répondit répliqua respondió contestó replicó"
    " rispose replicò respondeu ответил ответила odpowiedział odpowiedziała antwoordde cevapladı"
)
"""With a pronoun they name the one who has not just spoken."""

SAYING = {
    "en": Saying(
        listed(
            "said says say saying asked asks asking replied replies answered answers cried cries whispered shouted",
            "added",
            "exclaimed called continued declared remarked observed returned began muttered murmured repeated explained",
            "insisted suggested demanded inquired enquired announced admitted agreed argued ordered commanded warned",
            "begged pleaded promised told tells wrote writes responded retorted groaned sighed laughed screamed yelled",
            "interrupted concluded protested recalled noted stated stammered sobbed gasped snapped roared went_on",
            "mumbled growled hissed wondered thought proclaimed commented reads ran preached prayed sang",
        ),
        listed("he she they i we it you who one everyone everybody someone somebody nobody which what and but"),
        listed("that whether if how why when where of as"),
    ),
    "de": Saying(
        listed(
            "sagte sagten sagt fragte fragten fragt antwortete erwiderte rief riefen ruft flüsterte schrie meinte",
            "murmelte",
            "erklärte bemerkte entgegnete sprach begann fügte bat befahl lachte seufzte brummte wiederholte schrieb",
            "dachte",
        ),
        listed("er sie es ich wir ihr man jemand niemand"),
        listed("dass daß ob"),
    ),
    "fr": Saying(
        listed(
            "dit dis disait dirent répondit répondis demanda demandai s'écria s’écria cria criait murmura ajouta",
            "reprit",
            "répliqua fit déclara expliqua chuchota souffla continua pensa écrivit observa interrompit soupira",
            "hurla lança",
            "répète répéta répond demande",
        ),
        listed("il elle ils elles je nous vous on tu"),
        listed("que qu si"),
    ),
    "es": Saying(
        listed(
            "dijo dije dijeron dice preguntó pregunté respondió contestó exclamó gritó murmuró añadió repuso replicó",
            "susurró explicó continuó ordenó pidió pensó escribió declaró insistió suspiró",
        ),
        listed("él ella ellos ellas yo nosotros usted ustedes"),
        listed("que si"),
    ),
    "it": Saying(
        listed(
            "disse dissi dissero dice chiese domandò rispose esclamò gridò mormorò aggiunse replicò sussurrò spiegò",
            "continuò ordinò pensò scrisse dichiarò fece riprese sospirò",
        ),
        listed("egli lui lei ella essi loro io noi voi"),
        listed("che se"),
    ),
    "pt": Saying(
        listed(
            "disse disseram diz perguntou respondeu exclamou gritou murmurou acrescentou replicou sussurrou explicou",
            "continuou ordenou pensou escreveu declarou insistiu suspirou",
        ),
        listed("ele ela eles elas eu nós você vocês"),
        listed("que se"),
    ),
    "ru": Saying(
        listed(
            "сказал сказала сказали говорит говорил говорила спросил спросила ответил ответила отвечал отвечала",
            "воскликнул воскликнула крикнул крикнула закричал закричала прошептал прошептала добавил добавила",
            "произнёс произнес произнесла проговорил проговорила пробормотал продолжал продолжала заметил заметила",
            "подумал",
            "подумала написал возразил возразила повторил повторила",
        ),
        listed("он она они я мы оно кто"),
        listed("что чтобы будто"),
    ),
    "pl": Saying(
        listed(
            "powiedział powiedziała powiedzieli rzekł rzekła zapytał zapytała spytał spytała odpowiedział",
            "odpowiedziała",
            "odparł odparła zawołał zawołała krzyknął krzyknęła szepnął szepnęła dodał dodała mruknął pomyślał",
            "mówił mówiła",
        ),
        listed("on ona oni one ja my"),
        listed("że czy żeby"),
    ),
    "nl": Saying(
        listed(
            "zei zeiden zegt vroeg vroegen antwoordde riep riepen fluisterde schreeuwde mompelde vervolgde herhaalde",
            "verklaarde dacht schreef lachte zuchtte",
        ),
        listed("hij zij ze ik wij we men"),
        listed("dat of"),
    ),
    "tr": Saying(
        listed("dedi dediler diye sordu cevapladı bağırdı fısıldadı ekledi söyledi mırıldandı seslendi yanıtladı"),
        listed("o onlar ben biz"),
    ),
    "fa": Saying(
        listed("گفت گفتند گفتم می‌گوید می‌گفت پرسید پرسیدند فریاد افزود نوشت فرمود"),
        listed("او آن‌ها آنها وی من ما"),
        listed("که"),
    ),
    "ur": Saying(
        listed("کہا پوچھا بولا بولی بولے فرمایا پکارا لکھا کہنے"),
        listed("اس انہوں وہ میں ہم"),
        listed("کہ"),
    ),
    "he": Saying(
        listed(
            "אמר אמרה אמרו ויאמר ותאמר שאל שאלה שאלו ענה ענתה ענו השיב השיבה קרא קראה לחש לחשה הוסיף הוסיפה צעק צעקה",
        ),
        listed("הוא היא הם הן אני אנחנו לו לה להם"),
        listed("כי ש"),
    ),
}
"""By language, ISO 639-1. Of a language that is not here only the marks tell what is said."""

UNKNOWN = Saying(frozenset(), frozenset())
