"""Presentation forms: letters in the shape they take inside a word, as old programs and PDF files write them."""

import re
import unicodedata
from collections.abc import Iterator

from hakawati.spelling.edits import Edit

_FORM = re.compile(r"[\ufb50-\ufdff\ufe70-\ufefc]")
_MARK_ON_NOTHING = " "
"""What Unicode's decomposition puts under a mark that stands alone; our mark belongs to the letter before it."""

_NOT_FORMS = frozenset("\ufdf0\ufdf1\ufdfa\ufdfb")
"""Two stop signs of the mushaf, which are not words, and the honorifics, which have a rule of their own."""


def edits(text: str) -> Iterator[Edit]:
    """Each form becomes the letters it stands for: Unicode's compatibility decomposition of that one character."""
    for found in _FORM.finditer(text):
        form = found.group()
        plain = unicodedata.normalize("NFKC", form)
        if plain != form and form not in _NOT_FORMS:
            yield Edit(*found.span(), plain.removeprefix(_MARK_ON_NOTHING))
