"""Nouns that we say ourselves behind a number: units, currencies. Counted as العدد والمعدود has it.

The rules (Wright's grammar, II §§ 93-107; any school grammar): one is the noun itself with «واحد» behind it, two its
dual; 3 to 10 take the plural in the genitive, 11 to 99 the singular in the accusative, full hundreds and thousands the
singular in the genitive. The last part of a number decides; with one or two beyond hundreds the noun is said again.
"""

from dataclasses import dataclass

from hakawati.spelling.arabic.cardinals import cardinal
from hakawati.spelling.arabic.grammar import Case, Gender

_TA_MARBUTA = "ة"
_FEMININE_ENDING = "َة"


@dataclass(frozen=True, slots=True)
class Noun:
    """`singular` without an ending, `plural` in the genitive with it.

    `adjective` (without an ending) follows the noun in its gender and number, `behind` follows unchanged. A foreign
    noun with `endings=False` stays as it is.
    """

    singular: str
    plural: str
    adjective: str = ""
    behind: str = ""
    endings: bool = True

    @property
    def gender(self) -> Gender:
        return Gender.FEMININE if self.singular.endswith(_TA_MARBUTA) else Gender.MASCULINE

    def one(self, case: Case) -> str:
        """The singular, indefinite."""
        if not self.endings:
            return self._with(self.singular, "")
        return self._with(_ended(self.singular, case), _ended(self._agreeing(), case))

    def two(self, case: Case) -> str:
        if not self.endings:
            return self._with(f"{cardinal(2, self.gender, case)} {self.singular}", "")
        return self._with(_stretched(self.singular) + case.dual, _stretched(self._agreeing()) + case.dual)

    def few(self) -> str:
        """The plural behind 3 to 10; an adjective behind the plural of a thing is a feminine singular."""
        if not self.endings:
            return self._with(self.singular, "")
        feminine = self.adjective + _FEMININE_ENDING if self.adjective else ""
        return self._with(self.plural, _ended(feminine, Case.GENITIVE))

    def _agreeing(self) -> str:
        feminine = self.adjective and self.gender is Gender.FEMININE
        return self.adjective + _FEMININE_ENDING if feminine else self.adjective

    def _with(self, noun: str, adjective: str) -> str:
        return " ".join(filter(None, (noun, adjective if self.adjective else "", self.behind)))


def counted(number: int, noun: Noun, case: Case) -> str:
    """`number` of `noun` in words."""
    rest = number % 100
    if rest in (1, 2):
        return _ending_in_one_or_two(number, noun, case)
    if 3 <= rest <= 10:
        return f"{cardinal(number, noun.gender, case, construct=True)} {noun.few()}"
    if rest:
        return f"{cardinal(number, noun.gender, case)} {noun.one(Case.ACCUSATIVE)}"
    return f"{cardinal(number, noun.gender, case, construct=True)} {noun.one(Case.GENITIVE)}"


def _ending_in_one_or_two(number: int, noun: Noun, case: Case) -> str:
    rest = number % 100
    if number == 1:
        return f"{noun.one(case)} {cardinal(1, noun.gender, case)}"
    last = noun.one(case) if rest == 1 else noun.two(case)
    return last if number == rest else f"{counted(number - rest, noun, case)} وَ{last}"


def _ended(word: str, case: Case) -> str:
    """An indefinite singular with its ending; the tanwin in -an sits on an alif, unless the word ends in ة."""
    if not word:
        return ""
    alif = case is Case.ACCUSATIVE and not word.endswith(_TA_MARBUTA)
    return f"{word}{case.tanwin}{'ا' if alif else ''}"


def _stretched(word: str) -> str:
    """A word ready for the ending of the dual: its ة becomes ت."""
    return f"{word[:-1]}ت" if word.endswith(_TA_MARBUTA) else word
