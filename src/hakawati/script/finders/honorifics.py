"""Formulas of blessing after a name: who they bless, and a text without them."""

import re
from typing import Literal

from hakawati.script.letters import SIGNS

Blessed = Literal["", "prophet", "peace", "someone", "god"]
"""Whom a formula is said of: the Prophet, any prophet (عليه السلام), a companion or another, God."""

_PLURALS = "(?:ه|ها|هم|هما)"

# in folded letters, white space as one space
FORMULAS: tuple[tuple[Blessed, str], ...] = (
    (
        "prophet",
        (
            r"صل(?:وات (?:الله|ربي) (?:وسلامه )?|ي الله (?:تعالي )?(?:وسلم )?)عليه"
            r"(?: و(?:علي )?اله)?(?: وصحبه)?(?: اجمعين)?(?: و(?:بارك و)?سلم)?(?: تسليما)?(?: كثيرا)?"
            r"|عليه (?:افضل |ازكي |اتم )?(?:الصلاة|الصلوات)"
            r" و(?:السلام|التسليم|(?:اتم |ازكي |افضل )(?:التسليم|السلام))|صلعم"
        ),
    ),
    ("peace", rf"علي{_PLURALS} السلام"),
    (
        "someone",
        (
            rf"رضي الله (?:تعالي )?عن{_PLURALS}(?: وارضا{_PLURALS})?|رضوان الله (?:تعالي )?علي{_PLURALS}"
            rf"|رحم(?:ة الله علي)?{_PLURALS}(?: الله)?(?: تعالي)?|كرم الله وجهه"
            r"|ايده الله(?: تعالي)?(?: بنصره العزيز)?|حفظه الله(?: تعالي)?|طيب الله ثراه|لعنه الله"
        ),
    ),
    ("god", r"(?:عز|جل) (?:وجل|وعلا|جلاله|شانه|ثناؤه)|(?:سبحانه|تبارك) وتعالي|سبحانه|عز من قائل"),
)

LETTERS: dict[str, Blessed] = {"ص": "prophet", "ع": "peace", "رض": "someone", "س": "peace"}
"""Formulas as a letter in parentheses."""

BEGINNINGS = frozenset(
    [
        "صلي",
        "صلوات",
        "عليه",
        "عليها",
        "عليهم",
        "عليهما",
        "صلعم",
        "رضي",
        "رضوان",
        "رحمه",
        "رحمها",
        "رحمهم",
        "رحمهما",
        "رحمة",
        "كرم",
        "ايده",
        "حفظه",
        "طيب",
        "لعنه",
    ]
) | frozenset(["عز", "جل", "سبحانه", "تبارك"])
"""The words that formulas begin with."""

_EACH = tuple((blessed, re.compile(rf"(?:{spelled})(?= |\Z)")) for blessed, spelled in FORMULAS)

_FORMULA = re.compile(
    r"[(\[،,\-–]*\s*(?:"
    r"صلوات الله (?:وسلامه )?عليه"
    r"|صل[ىي] الله (?:تعالى )?عليه (?:وآله |وعلى آله )?(?:وصحبه )?(?:وسلم)?"
    r"|عليه(?:ا|م|ما)? (?:أفضل )?(?:الصلاة و)?السلام"
    r"|رض[يى] الله (?:تعالى )?عنه(?:ا|م|ما)?(?: وأرضاه(?:ا|م)?)?"
    r"|رحمه(?:ا|م)? الله(?: تعالى)?"
    r"|كرم الله وجهه"
    r"|أيده الله(?: تعالى)?(?: بنصره العزيز)?"
    r"|(?:عز وجل|سبحانه وتعالى|تبارك وتعالى|جل وعلا|جل جلاله)"
    rf"|[{SIGNS}\u0610-\u0613]"
    r"|\((?:ص|ع|رض|س)\)"
    r")\s*[)\]،,\-–]*"
)


def without_honorifics(bare: str) -> str:
    """`bare` (a text without vowel marks) without formulas of blessing, each leaving a space."""
    return _FORMULA.sub(" ", bare)


def formula(folded: str) -> tuple[Blessed, int]:
    """Whom the formula blesses that `folded` (words parted by one space) begins with, and its length in words.

    ("", 0) where none stands there.
    """
    for blessed, spelled in _EACH:
        if found := spelled.match(folded):
            return blessed, found.group().count(" ") + 1
    return "", 0


def said_by_sign(sign: str) -> Blessed:
    """Whom a sign such as ﷺ blesses."""
    if sign in "ﷺ\ufdfd":
        return "prophet"
    return "god" if sign == "ﷻ" else "someone"
