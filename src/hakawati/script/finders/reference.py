"""Citations in parentheses or brackets: a book and a page, who handed a hadith down, a sura and a verse."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.letters import folded
from hakawati.script.mushaf.citation import cited

REFERENCE = Manner(role=Role.REFERENCE)

LONGEST = 240
"""Characters: what is longer is an aside."""

_ENCLOSED = re.compile(rf"\(([^()\[\]]{{2,{LONGEST}}})\)|\[([^()\[\]]{{2,{LONGEST}}})\]")
_PART = re.compile(r"\s*[؛;]\s*")
_SPOKEN = re.compile(r"[^\W\d_]")
_QUOTED_BEFORE = re.compile(r"[﴾}»”’\"]\s*$")
"""«﴿…﴾ (2:255)»; elsewhere two numbers and a colon are a clock or a ratio."""

_NUMBER = r"[\d٠-٩۰-۹]+"
_NUMBERS = rf"{_NUMBER}(?:\s*[-–—،,/و]\s*{_NUMBER})*"

_PAGE = re.compile(
    rf"(?:^|.*[\s،,.\d٠-٩])(?:ص|صص|صفحه|صفحة|الصفحة|الصفحه|الصفحات|pp?|pages?)[.:]?\s*{_NUMBERS}[\s.،]*(?:\W.*)?",
    re.DOTALL | re.IGNORECASE,
)
_VOLUME = re.compile(
    rf".*[^\W\d_]{{2}}[\s،,]+(?:(?:ج|مج|الجزء|المجلد)\s*{_NUMBER}|vol\.\s*{_NUMBER}).{{0,40}}",
    re.DOTALL | re.IGNORECASE,
)
_VOLUME_AND_PAGE = re.compile(rf"(?:[^\W\d_]+[\s،,:]+){{1,8}}{_NUMBER}\s*/\s*{_NUMBER}(?:\s*[-–]\s*{_NUMBER})?[\s.]*")
_DATED = re.compile(r"(?:^|\s)(?:في|يوم|عام|سنه|بتاريخ|تاريخ|الموافق|شهر|on|in|since|till|until)\s", re.IGNORECASE)

# who collected hadith, and how their collections are called
_COLLECTOR = (
    r"(?:البخاري|مسلم|الشيخان|الشيخين|الترمذي|ابو داود|ابي داود|النسائي|النسايي|ابن ماج[هة]|احمد|مالك|الدارمي"
    r"|البيهقي|الطبراني|الحاكم|ابن حبان|ابن خزيم[هة]|البزار|الدارقطني|ابو يعلي|ابن ابي شيب[هة]"
    r"|عبد الرزاق|الطيالسي|الالباني|الذهبي|اصحاب السنن|اهل السنن"
    r"|الجماع[هة]|الست[هة]|الاربع[هة]|الخمس[هة])"
)
_HANDED_DOWN = re.compile(
    rf"\s*(?:و?(?:رواه|رواهما|روي|اخرجه|اخرجاه|خرجه|صححه|حسنه|ضعفه|ذكره|اورده)\s+(?:\w+\s+){{0,2}}{_COLLECTOR}(?:\W.*)?"
    r"|(?:حديث\s+)?متفق عليه(?:\W.*)?|رواه الشيخان(?:\W.*)?|حديث (?:صحيح|حسن|ضعيف|مرسل|موقوف|مرفوع)(?:\W.*)?)",
    re.DOTALL,
)
_COLLECTION = re.compile(
    rf"\s*(?:صحيح|سنن|مسند|موطا|جامع|مستدرك|معجم|شعب الايمان)\s+(?:الامام\s+)?"
    rf"(?:{_COLLECTOR}|الجامع|الكبري|الصغري)(?:\W.*)?"
    r"|\s*(?:الموطا|المستدرك|الصحيحان|الصحيحين|شعب الايمان|رياض الصالحين)(?:[\s،,:].{0,120})?"
    rf"|\s*{_COLLECTOR}[\s،,:]+(?:(?:حديث|رقم|برقم|كتاب|باب)\W.*|{_NUMBERS}\s*)"
    r"|\s*(?:الراوي|المصدر|المحدث|خلاصه حكم المحدث)\s*:.*|.*\bكتاب\s.+[،,:]\s*باب\s.+",
    re.DOTALL,
)
_HADITH_NUMBER = re.compile(rf".*\bحديث\s*(?:رقم)?\s*:?\s*{_NUMBERS}\s*\.?\s*", re.DOTALL)

_NAME = r"[A-Z][\w'’ʿʾ-]+"
_AUTHOR_AND_PAGE = re.compile(
    rf"\s*(?:(?:see|cf\.?)\s+)?{_NAME}(?:\s+{_NAME})*(?:,?\s+(?:and|&)\s+{_NAME}|\s+et al\.)?,?\s+"
    r"\(?\d{4}[a-z]?\)?\s*[,:]\s*(?:pp?\.\s*)?\d+(?:\s*[-–]\s*\d+)?\s*"
)
_ENGLISH_COLLECTION = re.compile(
    r"\s*(?:(?:narrated|reported|related|recorded) (?:by|in)\s+)?(?:(?:Sahih|Sunan|Musnad|Jami|Muwatta)\S*\s+)?(?:al-)?"
    r"(?:Bukh[aā]r[iī]|Muslim|Tirmidh[iī]|Ab[uū] D[aā]w[uū]d|Nas[aā]['’ʾ]?[iī]|Ibn M[aā]jah?|A[hḥ]mad|Malik)"
    r"(?:\s*(?:and|&)\s*(?:al-)?\w+)?(?:[\s,:]+(?:no\.?|book|vol\.?|hadith)?\s*[\d:/]+)?\s*",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(r"\s*(?:narrated|reported|related|recorded)\b|.*\d", re.IGNORECASE | re.DOTALL)

_SAME_WORK = re.compile(r"\s*(?:(?:المصدر|المرجع) (?:نفسه|السابق)|ibid\.?)(?:\W.*)?", re.DOTALL | re.IGNORECASE)


def reference(passage: Passage) -> Iterator[Found]:
    for enclosed in _ENCLOSED.finditer(passage.text):
        citation = enclosed.group(1) or enclosed.group(2)
        if _is_citation(citation) and (
            _SPOKEN.search(citation) or _QUOTED_BEFORE.search(passage.text[: enclosed.start()])
        ):
            yield Found(*enclosed.span(), REFERENCE)


def _is_citation(enclosed: str) -> bool:
    """Whether it cites: as a whole, or each of its parts between semicolons."""
    return _cites(enclosed) or all(_cites(part) for part in _PART.split(enclosed) if part)


def _cites(part: str) -> bool:
    spelled = folded(part)
    return (
        cited(part) is not None
        or _cites_suras(part)
        or _cites_page(spelled)
        or any(form.fullmatch(spelled) for form in (_HANDED_DOWN, _COLLECTION, _HADITH_NUMBER, _SAME_WORK))
        or _AUTHOR_AND_PAGE.fullmatch(part) is not None
        or bool(_ENGLISH_COLLECTION.fullmatch(part) and _ATTRIBUTED.match(part))
    )


def _cites_suras(part: str) -> bool:
    """«البقرة: 255، آل عمران: 18»."""
    named = re.split(r"\s*[،,]\s*(?=[^\W\d_])|\s+و(?=[^\W\d_]+\s*:)", part)
    return len(named) > 1 and all(cited(one) for one in named)


def _cites_page(spelled: str) -> bool:
    if _PAGE.fullmatch(spelled) or _VOLUME.fullmatch(spelled):
        return True
    return bool(_VOLUME_AND_PAGE.fullmatch(spelled)) and not _DATED.search(" " + spelled)
