"""What a number counts: the noun behind it, and so the number's gender.

Rule (العدد والمعدود): 3 to 10 are followed by a plural in the genitive, 11 to 99 by a singular in the accusative, full
hundreds and thousands by a singular in the genitive. So the form of the next word shows whether it is counted at all:
in «قتل 5 يوم أحد» it is not. A noun not in our list is judged by its ending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hakawati.spelling.arabic.grammar import Gender
from hakawati.spelling.arabic.numbers import counted_words
from hakawati.spelling.arabic.numbers.written import skeletons
from hakawati.spelling.letters import TATWEEL, skeleton, words

CERTAIN, BY_ENDING, LIKELY, GUESSED = 1.0, 0.8, 0.7, 0.6
"""Confidence in a gender: of a noun in the list, by a clear ending, by a likely one, by nothing."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The thing counted. `follows` says whether the number is in construct with the next word."""

    gender: Gender
    follows: bool
    sure: float
    measure: bool = False
    """Whether time or distance is counted: such a number may be an adverb."""


ALONE = Counted(Gender.MASCULINE, follows=False, sure=0.9)
"""A number that counts nothing named is of the form for masculine things, as in counting."""


@dataclass(frozen=True, slots=True)
class _Form:
    gender: Gender
    plural: bool
    time: bool
    measure: bool


def _forms() -> Iterator[tuple[str, _Form]]:
    tables = (
        (counted_words.MASCULINE_TIMES, Gender.MASCULINE, True, True),
        (counted_words.FEMININE_TIMES, Gender.FEMININE, True, True),
        (counted_words.MASCULINE_DISTANCES, Gender.MASCULINE, False, True),
        (counted_words.FEMININE_DISTANCES, Gender.FEMININE, False, True),
        (counted_words.FEMININE, Gender.FEMININE, False, False),
        (counted_words.MASCULINE, Gender.MASCULINE, False, False),
    )
    for table, gender, time, measure in tables:
        for line in table.replace("\n", "|").split("|"):
            for place, form in enumerate(line.split()):
                if not form.endswith("_"):
                    yield skeleton(form), _Form(gender, place > 0, time, measure)


_SINGULARS = {word: form for word, form in reversed(list(_forms())) if not form.plural}
_PLURALS = {word: form for word, form in reversed(list(_forms())) if form.plural}
"""By skeleton; of two words with the same letters the one in the earlier table."""

_NOT_COUNTED = skeletons(
    """
    في على إلى عن مع حتى منذ بعد قبل عند لدى بين خلال أثناء دون حول ضد أمام خلف تحت فوق عبر نحو أو أم ثم بل لكن
    إذ إذا لما كما فقط تقريبا أيضا فأكثر فما فصاعدا هو هي هم هن هذا هذه ذلك تلك الذي التي الذين كان كانت كانوا
    قال قالت فقال أي أن إن لا ما لم لن قد لقد هنا هناك حيث كل بعض غير سوى إلا ه م ص ق ج ب يا عليه عليها عليهم له
    لها لهم به بها بهم فيه فيها عنه إليه إليهم ممن مما لأن كي لكي لقد مثل منذئذ آنذاك يومئذ حينئذ
    """
)
_NEXT_WORD = re.compile(r"[)\]»\"”]?\s*(?=[^\W\d_])")
_DIGIT_BEHIND = re.compile(r"\s*\d")
_ANOTHER_NUMBER = re.compile(
    rf"(?:\s+(?:أو|إلى|الى|حتى|أم)\s+|\s?و{TATWEEL}?\s?|\s?[،,]\s|\s?[-–—−]\s?)(?P<digits>\d{{1,15}})(?![\d%٪]|[.,/:٫٬]\d)"
)
"""«5 أو 6 أيام»: what the second number counts the first counts too."""
_OF_THEM = {"منهم": Gender.MASCULINE, "منهن": Gender.FEMININE, "منهما": Gender.MASCULINE}
_VERBAL_NOUN = re.compile(r"است..ا.|ان..ا.|ا.ت.ا.|ا..ا.|ت..ي.")
"""Verbal nouns whose plural in ات is that of a masculine singular: استفعال, انفعال, افتعال, إفعال, تفعيل."""
_DEFINITE = re.compile(r"[وفبك]?ال|[وف]?لل")


def counted_after(text: str, end: int, number: int) -> Counted:
    """What the number that ends at `text[end]` counts."""
    if other := _ANOTHER_NUMBER.match(text, end):
        shared = counted_after(text, other.end(), int(other["digits"]))
        return replace(shared, follows=False)
    found = next_word(text, end)
    return _counted(text, found, number) if found else ALONE


def _counted(text: str, found: re.Match[str], number: int) -> Counted:
    """What the next word says of the thing counted."""
    word = skeleton(found.group())
    if word in _OF_THEM:
        return Counted(_OF_THEM[word], follows=False, sure=CERTAIN)
    if word == "من":
        return _of_which(text, found.end())
    if known := _known(word, few=3 <= number % 100 <= 10):
        dated = known.time and _DIGIT_BEHIND.match(text, found.end())
        return ALONE if dated else _by_form(known, number, word)
    if word in _NOT_COUNTED or _DEFINITE.match(word) or word[0] == "و":
        return ALONE
    return _by_ending(word, number)


def measure_after(text: str, end: int) -> bool:
    """Whether one of the next two words is a measure of time or distance («3 أيام», «5 آلاف سنة»)."""
    if other := _ANOTHER_NUMBER.match(text, end):
        return measure_after(text, other.end())
    for _ in range(2):
        found = next_word(text, end)
        if found is None:
            return False
        if any(known and known.measure for known in _both(skeleton(found.group()))):
            return True
        end = found.end()
    return False


def gender_of(word: str, *, plural: bool) -> Gender | None:
    """The gender of a noun of our list by its skeleton, its article aside, if it is a `plural` or is none."""
    known = (_PLURALS if plural else _SINGULARS).get(word.removeprefix("ال"))
    return known.gender if known else None


def known_noun(word: str, *, plural: bool) -> bool:
    """Whether the skeleton `word` stands in our list as it is, as a `plural` or as a singular."""
    return word in (_PLURALS if plural else _SINGULARS)


def is_counted_noun(word: str) -> bool:
    """Whether the skeleton `word` is in our list, in any form behind a number."""
    return any(_both(word))


def next_word(text: str, end: int) -> re.Match[str] | None:
    """The Arabic word behind `text[end]`, with nothing but a closing bracket and white space between."""
    start = _NEXT_WORD.match(text, end)
    word = next(words(text, start.end(), start.end() + 40), None) if start else None
    return word if word and start and word.start() == start.end() else None


def _known(word: str, *, few: bool) -> _Form | None:
    """The noun of our list with these letters: a plural sooner behind a `few`, a singular sooner behind others."""
    first, second = (_PLURALS, _SINGULARS) if few else (_SINGULARS, _PLURALS)
    return _inflected(word, first) or _inflected(word, second)


def _both(word: str) -> tuple[_Form | None, _Form | None]:
    return _inflected(word, _SINGULARS), _inflected(word, _PLURALS)


def _inflected(word: str, forms: dict[str, _Form]) -> _Form | None:
    """The noun as it stands in the list, or with the ending of the accusative or of the dual."""
    if word in forms:
        return forms[word]
    if word[-1:] == "ا" and word[:-1] in forms:
        return forms[word[:-1]]
    if word[-2:] in ("ان", "ين"):
        stem = word[:-2]
        return forms.get(stem) or (forms.get(f"{stem[:-1]}ة") if stem[-1:] == "ت" else None)
    return None


def _by_form(known: _Form, number: int, word: str) -> Counted:
    rest = number % 100
    if 3 <= rest <= 10 and not known.plural and known.time:
        return ALONE
    follows = rest == 0 or (3 <= rest <= 10)
    adverb = known.time and not known.plural and rest >= 11 and word[-1] not in "اةء"
    if adverb:
        return ALONE
    # with one and two the noun alone would do; the author's stays, and the number agrees with it
    return Counted(known.gender, follows, LIKELY if rest in (1, 2) else CERTAIN, known.measure)


def _of_which(text: str, end: int) -> Counted:
    """«3 من الرجال»: the number stands by itself and agrees with what it is part of."""
    found = next_word(text, end)
    word = skeleton(found.group()) if found else ""
    gender = gender_of(word, plural=True)
    if gender and word.startswith("ال"):
        return Counted(gender, follows=False, sure=CERTAIN)
    if word.startswith("ال") and word.endswith("ات"):
        return Counted(_of_sound_plural(word[2:-2]), follows=False, sure=LIKELY)
    return ALONE


def _by_ending(word: str, number: int) -> Counted:
    rest = number % 100
    if 3 <= rest <= 10:
        return _by_plural_ending(word)
    feminine = word.endswith(("ة", "تان", "تين"))
    gender = Gender.FEMININE if feminine else Gender.MASCULINE
    if rest > 10:
        return Counted(gender, follows=False, sure=BY_ENDING if feminine or word.endswith("ا") else GUESSED)
    return Counted(gender, follows=rest == 0, sure=BY_ENDING if feminine else GUESSED)


def _by_plural_ending(word: str) -> Counted:
    if word.endswith("ات"):
        return Counted(_of_sound_plural(word[:-2]), follows=True, sure=LIKELY)
    if word.endswith(("ين", "ون")):
        return Counted(Gender.MASCULINE, follows=True, sure=BY_ENDING)
    return Counted(Gender.MASCULINE, follows=True, sure=GUESSED)


def _of_sound_plural(stem: str) -> Gender:
    return Gender.MASCULINE if _VERBAL_NOUN.fullmatch(stem) else Gender.FEMININE
