"""Title and author as they can be drawn: without what no font has, and never without a letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import category

from hakawati.publishing.cover.bidi import is_right_to_left
from hakawati.publishing.cover.faces import Face
from hakawati.publishing.cover.shaping import Lettering, is_ignorable, missing

_NOT_WRITTEN = frozenset({"Cc", "Cs"})
"""Control characters, and halves of letters."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text and how to set it; `left_out` are signs, such as emoji, that no face has."""

    text: str
    lettering: Lettering
    left_out: str = ""


class LettersMissing(Exception):
    """No face has these letters, digits or marks."""

    def __init__(self, letters: str) -> None:
        super().__init__(letters)
        self.letters = letters


def words_of(text: str, language: str, faces: Sequence[Face]) -> Words | None:
    """None where `text` holds nothing that is seen. Raises LettersMissing, as a name must not lose a letter."""
    written = "".join(" " if category(one) in _NOT_WRITTEN else one for one in text)
    absent = missing(written, faces)
    if letters := "".join(one for one in absent if category(one)[0] in "LNM"):
        raise LettersMissing(letters)
    kept = "".join(one for one in written if one not in absent)
    if all(one.isspace() or is_ignorable(one) for one in kept):
        return None
    return Words(kept, Lettering(tuple(faces), language, is_right_to_left(kept, language)), absent)
