"""Where a text says that someone speaks: a saying verb, some words, a colon («فقال له أبو بكر :»)."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.script.finders.honorifics import without_honorifics
from hakawati.script.finders.names import name_in, words_of
from hakawati.script.letters import bare, folded
from hakawati.script.vocabulary import listed

MOST_WORDS = 9
"""Between the verb and the colon."""

WINDOW = 160
"""Characters before a colon that are looked at."""

VERBS = listed(
    "قال قالت قالا قالوا قلت قلنا يقول تقول يقولون نقول اقول",
    "اجاب اجابت اجابوا اجابه اجابها اجابهم اجابته يجيب",
    "سال سالت سالوا ساله سالها سالهم سالته سالني يسال",
    "نادي نادت نادوا ناداه ناداها ناداهم صاح صاحت هتف هتفت خاطب خاطبه خاطبهم اضاف اضافت همس",
)
PARTICIPLES = listed("قائلا قائلة قائلين مخاطبا مناديا مجيبا")

# «من قال: …» speaks of whoever says it; «ما قال: …» of what was not said; «قال إن …:» reports
NO_SAYING_AFTER = listed("من لمن ما لا لم لن لو اذا ان متي")
REPORTING = listed("ان انه انها انهم بان بانه بانها")

PROPHET = re.compile(
    r"(?:النبي|نبي الله|رسول الله|الرسول|المصطفى)(?: محمد)?"
    r"(?: الكريم| الأكرم| الأعظم| المصطفى| الصادق| الأمين)*"
)
GOD = re.compile(r"(?:الله|تعالى|ربنا|رب العزة|الرب|الحق)(?: .*)?")

_TOLD_OF_PROPHET = re.compile(rf"(?:^|\s)[وف]?(?:عن|أن|إن|سمعت|سمع|سمعنا) (?:{PROPHET.pattern})(?: أنه)?$")
_COLON = re.compile(r":(?=\s|\W|[^\W\d_])")
_CLAUSE_BEGIN = re.compile(r"[.؟?!؛;:،,…»«”“\"\n]")


class Introduction(NamedTuple):
    """Speech begins at `end`, after the colon. `words` (bare) stand between the verb and the colon.

    `before` are the words of the clause before the verb.
    """

    end: int
    before: tuple[str, ...]
    words: tuple[str, ...]

    @property
    def speaker(self) -> str | None:
        return name_in(self.words)

    @property
    def by_prophet(self) -> bool:
        """«قال النبي:», «عن النبي أنه قال:»."""
        if self.speaker:
            return bool(PROPHET.fullmatch(self.speaker))
        return bool(_TOLD_OF_PROPHET.search(" ".join(self.before)))

    @property
    def by_god(self) -> bool:
        return bool(self.words and GOD.match(" ".join(self.words)))


def introductions(text: str) -> Iterator[Introduction]:
    """Every colon of `text` that a saying verb leads up to within its clause."""
    for colon in _COLON.finditer(text):
        lead = text[max(0, colon.start() - WINDOW) : colon.start()]
        clause = _CLAUSE_BEGIN.split(without_honorifics(bare(lead)))[-1]
        words = words_of(clause)
        at = _verb(words)
        if at is not None:
            yield Introduction(colon.end(), tuple(words[:at]), tuple(words[at + 1 :]))


def is_saying(word: str) -> bool:
    """Whether `word` is a finite saying verb, «و» and «ف» before it or not."""
    plain = folded(word)
    return plain in VERBS or (plain[:1] in {"و", "ف"} and plain[1:] in VERBS)


def _verb(words: list[str]) -> int | None:
    """Which of `words` opens the speech: the last finite saying verb, else a participle."""
    finite = [at for at, word in enumerate(words) if is_saying(word)]
    participles = [at for at, word in enumerate(words) if folded(word) in PARTICIPLES]
    if not finite and not participles:
        return None
    at = (finite or participles)[-1]
    if len(words) - at - 1 > MOST_WORDS:
        return None
    if at and folded(words[at - 1]) in NO_SAYING_AFTER and folded(words[at]) in VERBS:
        return None
    return None if any(folded(word) in REPORTING for word in words[at + 1 :]) else at
