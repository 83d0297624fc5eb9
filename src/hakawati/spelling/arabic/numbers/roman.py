"""Roman numerals: ordinals behind the names of kings and behind what comes in a row («لويس XIV», «الفصل IV»)."""

import re
from collections.abc import Iterator

from hakawati.spelling.arabic.grammar import Case, Gender
from hakawati.spelling.arabic.numbers.ordinal_nouns import SINGULARS
from hakawati.spelling.arabic.numbers.place import place, place_of_noun_before
from hakawati.spelling.arabic.numbers.said import said
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.arabic.numbers.years import year
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.edits import Edit

_SIGNS = "".join(map(chr, range(0x2160, 0x216C)))
_NUMERAL = re.compile(
    rf"(?<![A-Za-z{_SIGNS}])(?:(?P<letters>M{{0,3}}(?:CM|CD|D?C{{0,3}})(?:XC|XL|L?X{{0,3}})(?:IX|IV|V?I{{0,3}}))(?<=[A-Z])|(?P<sign>[{_SIGNS}]))(?![A-Za-z\d{_SIGNS}])"
)
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_KINGS = skeletons(
    """
    لويس هنري هنرى شارل تشارلز كارل كارلوس جورج إدوارد وليم ويليام ريتشارد جيمس فيليب فيليبي فرانسوا فرنسيس
    نابليون ليوبولد ألفونسو فرديناند فريدريك فريدريش بيوس بيوس بولس بندكت بنديكت ليو غريغوريوس غريغوري أوربان
    إنوسنت كليمنت شنودة تواضروس كيرلس يوحنا رمسيس تحتمس أمنحتب سيتي بطليموس أنطيوخوس داريوس كسرى كورش قسطنطين
    ثيودوسيوس جستنيان ليون باسيل ألكسيوس ميخائيل إيفان بطرس نيقولا نيكولا ألكسندر إسكندر الإسكندر محمد مراد سليم
    سليمان بايزيد عثمان مصطفى أحمد محمود فؤاد فاروق عباس حسين عبدالله الحسن إليزابيث إليزابث كاترين كاترينا ماري
    مارغريت إيزابيلا كليوباترا فيكتوريا آن
    """
)
_QUEENS = skeletons("إليزابيث إليزابث كاترين كاترينا ماري مارغريت إيزابيلا كليوباترا فيكتوريا آن")
_YEAR_NOUNS = {"سنة": Gender.FEMININE, "عام": Gender.MASCULINE}
_GREATEST_REIGN = 39


def roman(text: str) -> Iterator[Edit]:
    """Every numeral of which it is certain that it is one; other capital letters stay."""
    for found in _NUMERAL.finditer(text):
        word, case, sure = place_of_noun_before(text, found.start())
        spoken = _said(_value(found), word, case) if word and text[found.start() - 1] == " " else ""
        if spoken:
            where = place(text, found.start())
            yield said(text, where.start, found.end(), where.said(spoken), min(sure, 0.9))


def _said(number: int, word: str, case: Case) -> str:
    noun = word.removeprefix("ال")
    if noun in _YEAR_NOUNS and number > 1000:
        return year(number, _YEAR_NOUNS[noun])
    if word != noun and noun in SINGULARS:
        return ordinal(number, SINGULARS[noun], case)
    if word in _KINGS and number <= _GREATEST_REIGN:
        return ordinal(number, Gender.FEMININE if word in _QUEENS else Gender.MASCULINE, case)
    return ""


def _value(found: re.Match[str]) -> int:
    if found["sign"]:
        return ord(found["sign"]) - ord(_SIGNS[0]) + 1
    values = [_VALUES[letter] for letter in found["letters"]]
    return sum(
        -value if any(value < later for later in values[at + 1 : at + 2]) else value for at, value in enumerate(values)
    )
