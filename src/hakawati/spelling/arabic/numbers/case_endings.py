"""The ending of a counted noun, which its number decides: a mark where the author left the last letter bare.

Behind 3 to 10 and full hundreds the noun is in the genitive, behind 11 to 99 in the accusative, and always without
the article: so it bears a tanwin, or a fatha where it has none (الممنوع من الصرف: the patterns مَفَاعِل, مَفَاعِيل, فُعَلَاء
and أَفْعِلَاء). Nouns that are not in our list, that go on into a construct («3 آلاف رجل») or end in a long vowel stay.
"""

import re

from hakawati.spelling.arabic.numbers.agreement import known_noun, next_word
from hakawati.spelling.arabic.numbers.figures import FIGURE, figure
from hakawati.spelling.arabic.numbers.measures import SCALES
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import FATHA, FATHATAN, KASRATAN, is_mark, skeleton

_LAST_FIGURE = re.compile(rf"{FIGURE}\Z", re.VERBOSE)
_DIPTOTE = re.compile(r"..ا..|..ا.ي.|[^ا]..اء|ا...اء")
_TRIPTOTE_ENDINGS = ("ا", "ى", "ي", "ة", "ات")
_DIPTOTES = skeletons("أمراء أطباء أشياء دواب حواس مواد")
_SCALES = skeletons(" ".join(SCALES))
_LONG_ENDINGS = ("ا", "ى", "ي", "و", "ون", "ين")
_IN_CONSTRUCT = re.compile(r"[)\]»\"”]?\s(?:ال|لل)")


def case_ending(text: str, start: int, end: int) -> Edit | None:
    """The mark for the noun behind the number that ends `text[start:end]`; None where it is not certain."""
    typed = _LAST_FIGURE.search(text[start:end])
    found = next_word(text, end) if typed else None
    if not typed or not found or is_mark(text[found.end() - 1]) or _IN_CONSTRUCT.match(text, found.end()):
        return None
    number = figure(typed.group())
    mark = _mark(skeleton(found.group()), number.value % 100) if number.is_whole else ""
    if not mark:
        return None
    at = found.end() - 1 if mark == FATHATAN and text[found.end() - 1] == "ا" else found.end()
    return Edit(at, at, mark)


def _mark(word: str, rest: int) -> str:
    """What the noun `word` ends in behind a number with the last two digits `rest`."""
    if word in _SCALES or rest in (1, 2):
        return ""
    if 11 <= rest <= 99:
        known = known_noun(word.removesuffix("ا"), plural=False)
        return FATHATAN if known and word[-1] in "اة" else ""
    few = 3 <= rest <= 10
    if not known_noun(word, plural=few):
        return ""
    if few and _is_diptote(word):
        return FATHA
    return "" if word.endswith(_LONG_ENDINGS) else KASRATAN


def _is_diptote(plural: str) -> bool:
    """Whether a broken plural has neither tanwin nor kasra."""
    return plural in _DIPTOTES or (_DIPTOTE.fullmatch(plural) is not None and not plural.endswith(_TRIPTOTE_ENDINGS))
