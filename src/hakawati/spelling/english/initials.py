"""Initials and dotted abbreviations, letter by letter: «J. R. R. Tolkien», «George W. Bush», «the U.S.», «Ph.D.».

Their points would end a sentence. An initial is told from a letter that ends a sentence («Plan B. The next day») by
what stands around it.
"""

import re

from hakawati.spelling.english.numerals import letters
from hakawati.spelling.english.saying import OPENERS, Said, edits_by, ends_sentence, word_before, word_list

_LETTERED = word_list(
    "vitamin plan type grade class group hepatitis point letter option section part figure table appendix exhibit "
    "category block model element x y n"
)
"""Behind these a letter is a label, and a point behind it ends the sentence."""


def _dotted(found: re.Match[str]) -> Said:
    return Said(letters(found.group()) + ("." if ends_sentence(found) else ""))


def _initials(found: re.Match[str]) -> Said | None:
    spoken = letters(found["it"])
    if len(spoken) == 1 and (spoken == "I" or word_before(found).lower() in _LETTERED):
        return None
    if found["name"] in OPENERS:
        return None
    return Said(spoken + ("-" if spoken == "A" else " "))


dotted = edits_by(re.compile(r"(?<![\w.])(?:(?:[A-Za-z]\.){2,}[A-Z]?|Ph\.\s?D\.|M\.Sc\.|B\.Sc\.)(?!\w)"), _dotted)
initials = edits_by(
    re.compile(r"(?<![\w.])(?P<it>(?:[A-Z]\.\s?)+)(?=(?P<name>(?:(?:de|van|von|al-|el-|bin|ibn)\s?)*[A-Z][\w'’-]+))"),
    _initials,
)
