"""Citations in parentheses or brackets: a book and a page, a hadith's number, a sura and a verse."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.letters import folded
from hakawati.script.vocabulary import listed

REFERENCE = Manner(role=Role.REFERENCE)

SURAS = listed(
    "الفاتحة البقرة آل_عمران النساء المائدة الأنعام الأعراف الأنفال التوبة يونس هود يوسف الرعد إبراهيم",
    "الحجر النحل الإسراء",
    "الكهف مريم طه الأنبياء الحج المؤمنون النور الفرقان الشعراء النمل القصص العنكبوت الروم لقمان السجدة",
    "الأحزاب سبأ",
    "فاطر يس الصافات ص الزمر غافر فصلت الشورى الزخرف الدخان الجاثية الأحقاف محمد الفتح الحجرات ق الذاريات",
    "الطور",
    "النجم القمر الرحمن الواقعة الحديد المجادلة الحشر الممتحنة الصف الجمعة المنافقون التغابن الطلاق",
    "التحريم الملك القلم",
    "الحاقة المعارج نوح الجن المزمل المدثر القيامة الإنسان المرسلات النبأ النازعات عبس التكوير الانفطار",
    "المطففين الانشقاق",
    "البروج الطارق الأعلى الغاشية الفجر البلد الشمس الليل الضحى الشرح التين العلق القدر البينة الزلزلة",
    "العاديات القارعة",
    "التكاثر العصر الهمزة الفيل قريش الماعون الكوثر الكافرون النصر المسد الإخلاص الفلق الناس",
)

_NUMBERS = r"[\d٠-٩]+(?:\s*[-–،,]\s*[\d٠-٩]+)*"
_ENCLOSED = re.compile(r"\(([^()\[\]]{3,160})\)|\[([^()\[\]]{3,160})\]")
_BOOK_AND_PAGE = re.compile(
    rf"(?=.*[^\W\d_]{{3}}).*(?:(?:^|[\s،,.])(?:ص|صفحة|الصفحة|صص|رقم|حديث|p|pp|page)\.?\s*:?\s*{_NUMBERS})[\s.،]*(?:\W.*)?",
    re.DOTALL | re.IGNORECASE,
)
_SURA_AND_VERSE = re.compile(
    rf"\s*(سورة\s+)?([^\W\d_]+(?:\s[^\W\d_]+)?)\s*[:،,/]?\s*(?:الآية|الآيات|آية|الاية)?\s*:?\s*{_NUMBERS}\s*"
)
_KORAN = re.compile(rf"\s*(?:The )?(?:Holy )?(?:Qur['’ʾ]?an|Koran)\W+{_NUMBERS}:{_NUMBERS}\s*", re.IGNORECASE)
_SURA_NAMES = frozenset(folded(name) for name in SURAS)


def reference(passage: Passage) -> Iterator[Found]:
    for enclosed in _ENCLOSED.finditer(passage.text):
        cited = enclosed.group(1) or enclosed.group(2)
        if _BOOK_AND_PAGE.fullmatch(cited) or _KORAN.fullmatch(cited) or _is_sura_and_verse(cited):
            yield Found(*enclosed.span(), REFERENCE)


def _is_sura_and_verse(cited: str) -> bool:
    match = _SURA_AND_VERSE.fullmatch(cited)
    return bool(match and (match.group(1) or folded(" ".join(match.group(2).split())) in _SURA_NAMES))
