"""Nouns behind which a number is an ordinal: what comes in a row, with the article («القرن 7», «الفصل 3»).

Written from use; skeletons without the article.
"""

from hakawati.spelling.arabic.grammar import Gender
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.letters import skeleton

_MASCULINE = """
قرن ربع فصل باب جزء مجلد كتاب قسم درس مركز طابق دور يوم أسبوع شهر عام عقد حزب بيت سطر مبحث مطلب فرع بند شرط وجه سؤال
جواب حديث أصل ركن نوع صنف لقاء مجلس موسم مؤتمر مشهد مقطع ملحق صف مستوى خط اجتماع عدد إصدار شوط ملك جيل بيان
تقرير مثال شكل جدول فيلق لواء فوج مقام خليفة إمام سفر إصحاح أصحاح محور عنصر سبب هدف كوكب ترتيب دليل قول رأي موضع
مسلك مقصد حي
"""
_FEMININE = """
آية سورة صفحة مادة فقرة حلقة محاضرة مرتبة درجة طبعة سنة مرة ليلة ألفية مسألة قضية غزوة خطبة قصة قصيدة رسالة جلسة
دورة مرحلة نسخة جولة خطوة فرقة كتيبة قاعدة فائدة وصية ركعة مقالة لوحة صورة سلسلة حصة وحدة نقطة خطة بطولة حرب
عالمية منطقة ورقة مجموعة لجنة مقدمة خاتمة مقامة حاشية دفعة ذكرى فئة لقطة
"""
_PLURALS_MASCULINE = """
فصول أبواب أجزاء مجلدات أقسام دروس أيام أحاديث أبيات قرون قرنين قرنان بابين بابان فصلين فصلان جزأين جزءان سطور
أسطر أعداد
"""
_PLURALS_FEMININE = """
آيات سور صفحات مواد فقرات حلقات محاضرات مسائل سنوات آيتين آيتان صفحتين صفحتان مادتين مادتان سورتين سورتان ليالي
مراتب
"""


def _by_skeleton(masculine: str, feminine: str) -> dict[str, Gender]:
    nouns = dict.fromkeys(map(skeleton, masculine.split()), Gender.MASCULINE)
    return nouns | dict.fromkeys(map(skeleton, feminine.split()), Gender.FEMININE)


SINGULARS = _by_skeleton(_MASCULINE, _FEMININE)
PLURALS = _by_skeleton(_PLURALS_MASCULINE, _PLURALS_FEMININE)
"""Duals and plurals, behind which stands a list or a range of ordinals."""
CENTURIES = skeletons("قرن قرنين قرنان قرون")
LARGEST_YEAR_OF_REIGN = 100
"""«السنة 7» is the seventh; a greater number behind «السنة» is a year's."""
