"""What Arabic inflects for, and the endings that show it."""

from enum import Enum

from hakawati.spelling.letters import SHADDA, is_mark

_SUN_LETTERS = frozenset("تثدذرزسشصضطظلن")
"""The letters that take the l of the article into themselves."""


class Gender(Enum):
    """The gender of the thing counted."""

    MASCULINE = "masculine"
    FEMININE = "feminine"


class Case(Enum):
    """The place of a word in its sentence. Accusative and genitive are one (oblique) in duals and in sound plurals."""

    NOMINATIVE = "nominative"
    ACCUSATIVE = "accusative"
    GENITIVE = "genitive"

    @property
    def vowel(self) -> str:
        """The short vowel a definite or construct singular ends in."""
        return {Case.NOMINATIVE: "ُ", Case.ACCUSATIVE: "َ", Case.GENITIVE: "ِ"}[self]

    @property
    def tanwin(self) -> str:
        """The mark an indefinite singular ends in."""
        return {Case.NOMINATIVE: "ٌ", Case.ACCUSATIVE: "ً", Case.GENITIVE: "ٍ"}[self]

    @property
    def dual(self) -> str:
        """The ending of a dual, its nun included."""
        return "َانِ" if self is Case.NOMINATIVE else "َيْنِ"

    @property
    def dual_construct(self) -> str:
        """The ending of a dual before what it governs: without the nun."""
        return "َا" if self is Case.NOMINATIVE else "َيْ"

    @property
    def tens(self) -> str:
        """The ending of 20, 30 ... 90, that of a sound masculine plural."""
        return "ُونَ" if self is Case.NOMINATIVE else "ِينَ"


def with_article(word: str) -> str:
    """A vowelled `word` with ال before it: a sun letter is doubled, before a moon letter the l is bare of a vowel."""
    first, rest = word[0], word[1:]
    if first not in _SUN_LETTERS:
        return f"الْ{word}"
    assert is_mark(rest[:1]), f"{word} is vowelled"
    return f"ال{first}{SHADDA}{rest}"
