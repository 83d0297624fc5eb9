"""Verbs that tell what someone honoured did, where he is not named anew: «وخرج  من المنزل»."""

from hakawati.script.finders.verbs import NARRATED, past
from hakawati.script.vocabulary import listed

DID = NARRATED | past(
    "كان صار ليس ما_زال وضح اوضح شرح بين ذكر روي اكد اضاف صرح فسر اثني حث حذر علق استطرد تابع واصل استشهد دل ارشد",
    "علم ربي",
    "نزع ربط شد حلب ذبح زرع بكر صام افطر حج اعتمر طاف خلق شهد عفا صفح سامح اهدي تصدق انفق اعتق زوج سمي كني لقب بشر",
    "انذر",
)
DOES = listed(
    "يقول يذكر يروي يصلي يصوم يدعو يوصي يحب يكره يعلم يشرح يوضح يبين يتابع يضيف يأمر ينهى يكثر يخطب يردد يفسر يؤكد",
)
