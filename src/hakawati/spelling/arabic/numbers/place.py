"""Where a number stands: what is written in one with it, and the case it is in.

Rules: behind a preposition, one written in one with the number («بـ5») or the first half of a construct («مدة 5 أيام»)
a number is in the genitive; as object of a verb, as predicate of «كان», behind «إن» and «إلا», and as an adverb of
time or distance («مكث 3 أيام») in the accusative; joined by «و» to another number in that number's case; elsewhere in
the nominative. What unvowelled text leaves open («قتل 3 رجال») is read in the nominative, with less confidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hakawati.spelling.arabic.grammar import Case
from hakawati.spelling.arabic.numbers import governors
from hakawati.spelling.arabic.numbers.definite import with_clitics
from hakawati.spelling.letters import FATHA, KASRA, TATWEEL, skeleton, words

CERTAIN, BY_LIST, BY_POSITION, OPEN, GUESSED = 1.0, 0.9, 0.8, 0.7, 0.6
"""Confidence in a case: governed, by a verb or particle, by what is around, by default, by what is frequent."""

_MARKS = "[\u064b-\u0652]*"
_CLITICS = re.compile(
    rf"""(?<![^\W\d_{TATWEEL}]) (?<![\u064b-\u0652\u0670{TATWEEL}])
    (?P<and>[وف]{_MARKS})? (?P<preposition>[بلك]{_MARKS})?
    (?P<article>ا{_MARKS}ل{_MARKS}|(?<=ل)ل{_MARKS}|(?<=ل[\u064b-\u0652])ل{_MARKS})?
    (?P<stroke>{TATWEEL}+[ ]?|(?<=ل)-|(?<=ال)[ ]|(?<=و)[ ])?\Z""",
    re.VERBOSE,
)
_CLITIC_VOWELS = {"و": FATHA, "ف": FATHA, "ك": FATHA, "ب": KASRA, "ل": KASRA}
_GENITIVE_ARTICLE = re.compile("[وف]?(?:[بك]ال|لل)")
_LONGEST_CLITICS = 16
_REACH = 100
"""How far back the words that govern a number are looked for."""
_CLAUSE_END = re.compile('[.!?؟،,؛;:…\n()«»\\[\\]"“”﴿﴾]')
_OPENING = re.compile(r"[\s(\[«\"“]*\Z")
_EARLIER_NUMBER = re.compile(r"(?<!\d)\d+(?=\D*\Z)")
_OBJECT_REACH = 4
_MEASURED_SUFFIXES = ("", "ه", "ها", "هم", "هن", "نا", "هما")


@dataclass(frozen=True, slots=True)
class Place:
    """`start` is where the number begins with all that is written in one with it; `word` the skeleton before it."""

    start: int
    clitics: str
    article: bool
    case: Case
    governed: bool
    sure: float
    word: str

    def said(self, number: str) -> str:
        """`number`, in words, with what is written in one with it."""
        return with_clitics(self.clitics, number, article=self.article)


def place(text: str, start: int, *, measure: bool = False) -> Place:
    """The place of the number at `text[start]`; `measure` says that it counts time or distance."""
    found = _CLITICS.search(text, max(0, start - _LONGEST_CLITICS), start)
    begin, clitics, article, preposition = start, "", False, False
    if found and found.group().strip(f" {TATWEEL}-"):
        begin = found.start()
        clitics = "".join(map(_vowelled, filter(None, (found["and"], found["preposition"]))))
        article, preposition = bool(found["article"]), bool(found["preposition"])
    before = _clause(text, begin)
    word = before[-1] if before else ""
    if preposition:
        return Place(begin, clitics, article, Case.GENITIVE, governed=True, sure=CERTAIN, word=word)
    case, sure = _case(text, begin, before, joined=clitics.startswith("و"), measure=measure)
    return Place(begin, clitics, article, case, case is Case.GENITIVE, sure, word)


def place_of_noun_before(text: str, start: int) -> tuple[str, Case, float]:
    """The word before the number at `text[start]` (as in «القرن 7»): its skeleton, its case, and how sure that is.

    A noun behind a bare noun is its second half («نهاية القرن 7»), and so in the genitive.
    """
    before = clause_before(text, start)
    if not before:
        return "", Case.NOMINATIVE, CERTAIN
    noun, earlier = before[-1], before[:-1]
    if _GENITIVE_ARTICLE.match(noun):
        return noun, Case.GENITIVE, CERTAIN
    if not earlier:
        return noun, Case.NOMINATIVE, BY_LIST
    last = earlier[-1]
    if in_list(last, governors.PREPOSITIONS) or in_list(last, governors.FIRST_OF_CONSTRUCT):
        return noun, Case.GENITIVE, CERTAIN
    if noun.startswith("ال") and not _looks_like_verb(last) and not any(stem.startswith("ال") for stem in stems(last)):
        return noun, Case.GENITIVE, GUESSED
    return noun, Case.NOMINATIVE, OPEN


def _looks_like_verb(word: str) -> bool:
    """Whether a word has the ending of "she did" or the beginning of "he does"."""
    return (word.endswith("ت") and not word.endswith("ات")) or (word.startswith("ي") and len(word) > 3)


def clause_before(text: str, start: int) -> list[str]:
    """The skeletons of the words of the clause before `text[start]`, the nearest last."""
    return _clause(text, place(text, start).start)


def stems(word: str) -> Iterator[str]:
    """The skeleton of a word, and what is left of it without the one or two clitics it may begin with."""
    yield word
    for length in (1, 2):
        if len(word) > length + 1 and all(letter in _CLITIC_VOWELS for letter in word[:length]):
            yield word[length:]


def in_list(word: str, listed: frozenset[str]) -> bool:
    return any(stem in listed for stem in stems(word))


def _is_verb(word: str, listed: frozenset[str]) -> bool:
    """Whether a word is a verb of the list; only «و» and «ف» are written in one with verbs."""
    return word in listed or (word[0] in "وف" and word[1:] in listed)


def _vowelled(clitic: str) -> str:
    """A clitic as typed, with its vowel if the author gave it none."""
    return clitic if clitic[1:] else clitic + _CLITIC_VOWELS[clitic]


def _clause(text: str, start: int) -> list[str]:
    opening = _OPENING.search(text, max(0, start - 4), start)
    end = opening.start() if opening else start
    begin = max(0, end - _REACH)
    for pause in _CLAUSE_END.finditer(text, begin, end):
        begin = pause.end()
    return [skeleton(word.group()) for word in words(text, begin, end)] if text[end:start] else []


def _case(text: str, start: int, before: list[str], *, joined: bool, measure: bool) -> tuple[Case, float]:
    if joined and (earlier := _EARLIER_NUMBER.search(text, max(0, start - _REACH // 2), start)):
        other = place(text, earlier.start(), measure=measure)
        return other.case, min(other.sure, BY_POSITION)
    if not before:
        return Case.NOMINATIVE, BY_LIST
    last = before[-1]
    if in_list(last, governors.PREPOSITIONS) or in_list(last, governors.FIRST_OF_CONSTRUCT):
        return Case.GENITIVE, CERTAIN
    if last in governors.ACCUSATIVE_PARTICLES or _is_verb(last, governors.BECOMING) or _is_they_did(last):
        return Case.ACCUSATIVE, BY_LIST
    return _case_by_verb(before, measure=measure)


def _is_they_did(word: str) -> bool:
    """Whether a verb with «وا» has its subject in it, so that a number behind is its object."""
    return word.endswith("وا") and len(word) > 3


def _case_by_verb(before: list[str], *, measure: bool) -> tuple[Case, float]:
    """The nearest verb of our lists in the clause decides; «ومعه», «وعددهم» begin a clause without one."""
    if _is_nominal_clause(before[-1]):
        return Case.NOMINATIVE, BY_POSITION
    for distance, word in enumerate(reversed(before), 1):
        following = before[-distance + 1] if distance > 1 else ""
        if word in governors.WAS and _is_measured(following):
            return Case.ACCUSATIVE, BY_LIST
        if measure and _is_verb(word, governors.PASSING):
            return Case.NOMINATIVE, BY_POSITION
        if _is_verb(word, governors.REACHING) or (measure and _is_verb(word, governors.LASTING)):
            return Case.ACCUSATIVE, BY_LIST
        if distance <= _OBJECT_REACH and _is_verb(word, governors.TAKING_OBJECTS):
            return Case.ACCUSATIVE, OPEN
    return Case.NOMINATIVE, OPEN


def _is_nominal_clause(word: str) -> bool:
    ours = word[0] == "و" and word.endswith(("ه", "ها", "هم", "هن"))
    return ours and not any(_is_verb(word, verbs) for verbs in (governors.REACHING, governors.TAKING_OBJECTS))


def _is_measured(word: str) -> bool:
    return any(word.removesuffix(suffix) in governors.MEASURED for suffix in _MEASURED_SUFFIXES)
