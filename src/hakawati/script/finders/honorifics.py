"""Formulas of blessing after a name: skipped where a name is looked for."""

import re

from hakawati.script.letters import SIGNS

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
