"""Titles before a name, written as a letter: «د.», «أ.د.», «أ.», «م.»; said in the name's gender, in the case due."""

import re
from collections.abc import Iterator

from hakawati.script.letters import ARABIC, MARKS, bare
from hakawati.script.vocabulary import listed
from hakawati.spelling.arabic.honorifics_lost.people.others import GIVEN_NAMES
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import alike
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import DAMMA, FATHA, KASRA, SHADDA, SUKUN

_IN_WORD = f"{ARABIC}{MARKS}\u0640"
_DOCTOR = f"د{SHADDA}{DAMMA}ك{SUKUN}ت{DAMMA}ور"
_PROFESSOR = f"{SUKUN}أ{DAMMA}س{SUKUN}ت{FATHA}اذ"
_ENGINEER = f"{SUKUN}م{DAMMA}ه{FATHA}ن{SUKUN}د{KASRA}س"
_TITLES = {"أ.د": (_PROFESSOR, _DOCTOR), "د": (_DOCTOR,), "أ": (_PROFESSOR,), "م": (_ENGINEER,)}
"""Behind the article, whose lam takes a sukun or is doubled away."""
_ARTICLES = {
    "": "ال",
    "و": f"و{FATHA}ال",
    "ف": f"ف{FATHA}ال",
    "ب": f"ب{KASRA}ال",
    "ك": f"ك{FATHA}ال",
    "ل": f"ل{KASRA}ل",
}

_WRITTEN = re.compile(
    rf"(?<![{_IN_WORD}\d.])(?P<joined>[وفبلك]?)(?P<letters>[أا]\.?\s?د|د|أ|م)[./]\s?(?=[^\w.،؛:؟!\n]*(?P<following>[{_IN_WORD}]{{2,}}))"
)
_THIRD_OF_LIST = re.compile(rf"(?<![{_IN_WORD}])ج[.)/-]")
_WORD_BEFORE = re.compile(rf"([{_IN_WORD}]+)\s\Z")
_GENITIVE_AFTER = listed(
    "من إلى عن على في مع عند لدى بين بعد قبل سوى مثل غير بقلم بإشراف إشراف تأليف تحقيق تقديم إعداد ترجمة ومع وعن",
    "وإلى ومن",
    "كتاب رأي قول محاضرة رسالة مقال عيادة مكتب بيت كلام كتب أستاذنا",
)
_ACCUSATIVE_AFTER = listed("إن أن لأن لكن كأن فإن وإن بأن ولكن وأن")
_REACH = 20

FEMALE_NAMES = listed(
    "فاطمة زينب مريم سارة نور عائشة خديجة هدى منى ليلى سعاد نوال أسماء أمل إيمان هالة سلوى نادية سامية رانيا دينا",
    "هند",
    "عبلة لطيفة بثينة نجلاء سهير سميرة كوثر أمينة حنان ريم رشا غادة وفاء سناء نعيمة صفية رقية حفصة جميلة بشرى سلمى",
    "لبنى",
)
_FEMALE = frozenset(map(alike, FEMALE_NAMES))
_NAME_BEGINNINGS = listed("ابو ابي ابا ابن عبد ام عبيد")
_NAMES = frozenset(map(alike, GIVEN_NAMES | FEMALE_NAMES)) | _NAME_BEGINNINGS
_SERVANT = "عبدال"
_SERVANT_OF = "عبد"
"""«عمرو بن عبد ود.» ends a sentence."""

UNSURE, SURE = 0.8, 0.9


def begins_name(word: str) -> bool:
    """Whether a person's name begins with `word`."""
    return alike(word) in _NAMES or alike(word).startswith(_SERVANT)


def edits(text: str) -> Iterator[Edit]:
    """Each title that stands before a name, in words. At a sentence's begin the letter may number a list instead."""
    for written in _WRITTEN.finditer(text):
        if _is_title(text[: written.start()], written):
            sure = SURE if written["letters"].endswith("د") else UNSURE
            yield Edit(*written.span(), _said(text, written), noted=True, confidence=sure)


def _is_title(before: str, written: re.Match[str]) -> bool:
    """A known name follows; behind a doctor's letter standing alone inside a sentence, any word is taken for one."""
    if before.rstrip().endswith(_SERVANT_OF):
        return False
    alone = written["letters"].endswith("د") and not written["joined"]
    return begins_name(written["following"]) or (alone and not _may_number(before))


def _may_number(before: str) -> bool:
    """Whether the letter may be the fourth of a list."""
    plain = before.rstrip(" \t")
    return not plain or plain[-1] in "\n.؟!:،-–•" or bool(_THIRD_OF_LIST.search(plain))


def _said(text: str, written: re.Match[str]) -> str:
    ending = _ending(text, written)
    feminine = f"{FATHA}ة" if alike(written["following"]) in _FEMALE else ""
    letters = "أ.د" if len(written["letters"]) > 1 else written["letters"]
    first, *others = _TITLES[letters]
    titles = [_ARTICLES[written["joined"]] + first, *("ال" + other for other in others)]
    return "".join(f"{title}{feminine}{ending} " for title in titles)


def _ending(text: str, written: re.Match[str]) -> str:
    """The vowel of the case: by the letter joined to the title, or the word before it."""
    if written["joined"] in ("ب", "ك", "ل"):
        return KASRA
    before = _WORD_BEFORE.search(text, max(0, written.start() - _REACH), written.start())
    word = bare(before[1]) if before and not written["joined"] else ""
    if word in _GENITIVE_AFTER:
        return KASRA
    return FATHA if word in _ACCUSATIVE_AFTER else DAMMA
