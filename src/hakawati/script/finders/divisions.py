"""Headings that name a division of the book: "Chapter 3", «الفصل الأول: نشأته», "Prologue"."""

import re

from hakawati.script.letters import folded

LONGEST_NAME = 80
"""Characters after the number."""

PART, CHAPTER, SECTION = 1, 2, 3
"""Depths: how the divisions of a book lie in each other, whichever of them it has."""

_ARABIC_ORDINAL = (
    r"ال(?:اول|اولي|ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر|حادي|اخير|عشرون|ثلاثون|اربعون|خمسون|ستون|سبعون|ثمانون"
    r"|تسعون|مائ|مئ)[ةه]?(?: (?:عشرة?|والعشرون|والعشرين|والثلاثون|والثلاثين|والاربعون|والاربعين|والخمسون|والخمسين))?"
)
_NUMBER = r"(?:\d{1,3}|[ivxlc]{1,7})"
_LATIN_NUMBER = (
    rf"(?:{_NUMBER}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty(?:-\w+)?"
    r"|the (?:first|second|third|fourth|fifth|last)|first|second|third|fourth|fifth|last|premier|première)"
)
_NAMED = rf"(?:\s*[:.–—-]+\s*\S.{{0,{LONGEST_NAME}}}|\s*[.:]?)"

_LATIN = {
    PART: "part|book|volume|teil|band|buch|partie|tome|livre|parte|libro|livro|часть|том|книга|część|kısım|deel",
    CHAPTER: "chapter|canto|kapitel|chapitre|capítulo|capitolo|глава|rozdział|bölüm|hoofdstuk|episode|letter",
    SECTION: "section|abschnitt|sección|seção|sezione|раздел",
}
_ARABIC = {
    PART: "الجزء|القسم|الكتاب|المجلد",
    CHAPTER: "الباب|الفصل|الحلقة|المحاضرة|الدرس|الخطبة",
    SECTION: "المبحث|المطلب|الفرع",
}

_UNNUMBERED = re.compile(
    r"(?:prologue|epilogue|preface|foreword|introduction|afterword|conclusion|appendix|dedication|acknowledge?ments"
    r"|prolog|epilog|vorwort|nachwort|einleitung|préface|avant-propos|prólogo|epílogo|introducción|prefazione"
    r"|пролог|эпилог"
    r"|(?:ال)?مقدمة(?: (?:الكتاب|المؤلف|المحقق|الناشر|المترجم))?|(?:ال)?خاتمة|(?:ال)?تمهيد|توطئة|(?:ال)?اهداء)\s*[.:]?",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"[IVXLC]{1,7}\.?")


_NUMBERED = {
    depth: re.compile(
        rf"(?:{_LATIN[depth]})\s+{_LATIN_NUMBER}\b{_NAMED}"
        rf"|(?:{_ARABIC[depth]})\s+(?:{_ARABIC_ORDINAL}|\(?{_NUMBER}\)?){_NAMED}",
        re.IGNORECASE,
    )
    for depth in (PART, CHAPTER, SECTION)
}


def division(text: str) -> int:
    """The depth of the division that the line `text` names, 0 if it names none. Sentences that merely begin so, such as
    «الباب مفتوح» or "Part of the army fled", name none: a number or an ordinal must follow.
    """
    line = folded(" ".join(text.split()))
    depth = next((depth for depth, numbered in _NUMBERED.items() if numbered.fullmatch(line)), 0)
    return depth or (CHAPTER if _UNNUMBERED.fullmatch(line) or _ROMAN.fullmatch(line) else 0)
