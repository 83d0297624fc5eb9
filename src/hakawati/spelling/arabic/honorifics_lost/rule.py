"""The rule: at each gap, the formula due to whoever is named before it, where lists and white space leave no doubt."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from hakawati.script.letters import SIGNS, bare
from hakawati.spelling.arabic.honorifics_lost.formulas import FORMULAS, Honour, Number
from hakawati.spelling.arabic.honorifics_lost.gaps import Gap, Kind, gaps, words_before
from hakawati.spelling.arabic.honorifics_lost.naming import Named, named, number_of
from hakawati.spelling.arabic.honorifics_lost.quoted import in_vowelled_quotation
from hakawati.spelling.arabic.honorifics_lost.reference import ends_in_messenger, referred
from hakawati.spelling.arabic.honorifics_lost.roster import Person, Sure
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import name_words
from hakawati.spelling.arabic.honorifics_lost.surroundings import NOWHERE, Habit, Surroundings
from hakawati.spelling.arabic.honorifics_lost.witnesses import ALI, speaks_of_their_days, tells_ya_apart
from hakawati.spelling.edits import Edit

_BLESSED_ALREADY = re.compile(
    rf"[(\[،,\-–—\s]*(?:[{SIGNS}]|(?:و?صل[ىي]|صلوات|صلعم|و?علي(?:ه|ها|هما|هم|هن)|رض[يى]|رضوان|رحم(?:ه|ها|هم|ة|هما)|كرم|سلام"
    r"|عز|جل|سبحانه|تعالى|تبارك|[أا]يده|حفظه|وسلم|و?[آا]له|وعلى|وصحبه|قدس|[أا]فضل|صل|طيب|ع|ص|س|رض|رضه|ره)(?!\w))"
)
_NAME_GOES_ON = re.compile(r"\s*(?:بن|ابن|بنت|ابنة)(?!\w)")
_SURNAME = re.compile(r"\s*ال\w{2,}(?:ي|ية|يان|يون|يين)(?!\w)")
_LONGEST_SURNAME = 20
"""Characters."""
_ASKED_WITHIN = 60
"""Characters."""
_BLESSING_ASKED = re.compile(r"(?<!\w)(?:و?صل|صل[ىي]|نصلي|يصلي|صلوا|و?الصلاة|و?السلام|وسلم|سلم)(?!\w)")

_CONFIDENCE = {Honour.BLESSING: 0.97, Honour.PEACE: 0.9, Honour.PLEASURE: 0.93, Honour.MERCY: 0.85, Honour.AID: 0.9}
_CONFIDENCE_AMONG_WITNESSES = 0.85
_CONFIDENCE_IN_SONS = 0.8
"""«ابن عباس»: the formula is written of him and his father, or of him alone."""


class Due(NamedTuple):
    """The formula due at a gap."""

    gap: Gap
    formula: str
    confidence: float


def edits(text: str, around: Surroundings = NOWHERE) -> Iterator[Edit]:
    """Puts the formula due into each gap, a space before it, and one behind unless a mark follows."""
    whole = text + around.behind
    found = [gap for gap in gaps(whole) if gap.start <= len(text)]
    if not found:
        return
    habit = around.habit or habit_of(around.before + whole)
    for gap in found:
        trusted = habit.trusts_wide if gap.kind is Kind.WIDE else habit.trusts_spaced
        due = _due(around.before, whole, gap) if trusted else None
        if due:
            yield _supplied(due, len(text), whole)


def depends_on_surroundings(text: str, behind: str) -> bool:
    """Whether a segment has a gap at all; without one, its surroundings do not shape what is said."""
    return any(gap.start <= len(text) for gap in gaps(text + behind))


def habit_of(text: str) -> Habit:
    """How the gaps of `text` are spread. That of a whole book says more than that of a segment."""
    count = dict.fromkeys([(kind, is_named) for kind in Kind for is_named in (True, False)], 0)
    for gap in gaps(text):
        words = words_before(text, gap.start)
        count[gap.kind, named(name_words(words)) is not None or ends_in_messenger(words)] += 1
    return Habit(*(count[kind, is_named] for kind in Kind for is_named in (True, False)))


def _supplied(due: Due, length: int, whole: str) -> Edit:
    end = min(due.gap.end, length)
    closing = due.gap.end >= length or whole[end] in ".،؛:؟!…)]»”"
    return Edit(due.gap.start, end, f" {due.formula}{'' if closing else ' '}", noted=True, confidence=due.confidence)


def _due(before: str, text: str, gap: Gap) -> Due | None:
    """What is due at `gap`; None inside a vowelled quotation, and where a formula stands already."""
    behind = text[gap.end :]
    if _BLESSED_ALREADY.match(bare(behind[:40])) or in_vowelled_quotation(text, gap.start, gap.end):
        return None
    found = _named_before(text, gap.start)
    if found:
        return _due_to_named(before, text, gap, found)
    reference = referred(before + text[: gap.start], behind)
    if reference is None:
        return None
    return Due(gap, FORMULAS[reference.person.honour, reference.person.number], reference.confidence)


def _named_before(text: str, at: int) -> Named | None:
    return named(name_words(words_before(text, at)))


def _due_to_named(before: str, text: str, gap: Gap, found: Named) -> Due | None:
    person = found.person
    asked = _BLESSING_ASKED.search(bare(text[max(0, gap.start - _ASKED_WITHIN) : gap.start]))
    if person.sure is Sure.WITH_TITLE or (asked and person.honour is Honour.BLESSING):
        return None
    if _goes_on(person, bare(text[gap.start : gap.end + _LONGEST_SURNAME])):
        return None
    words = name_words(words_before(text, gap.start))
    if person.sure is Sure.AMONG_WITNESSES and not _is_meant(words[-1], before + text):
        return None
    return Due(gap, FORMULAS[person.honour, number_of(found, words)], _confidence(person))


def _goes_on(person: Person, behind: str) -> bool:
    """Whether the gap is one inside a name: «محمد  بن قيس», «علي  الأنصاري»."""
    if person.honour is Honour.BLESSING and person.sure is Sure.ALWAYS:
        return False
    surname = person.sure is not Sure.ALWAYS and _SURNAME.match(behind)
    return bool(surname or _NAME_GOES_ON.match(behind))


def _confidence(person: Person) -> float:
    if person.sure is not Sure.ALWAYS:
        return _CONFIDENCE_AMONG_WITNESSES
    return _CONFIDENCE_IN_SONS if person.number is Number.TWO else _CONFIDENCE[person.honour]


def _is_meant(name: str, passage: str) -> bool:
    return speaks_of_their_days(passage) and (not name.endswith(ALI) or tells_ya_apart(passage))
