"""Names as authors write them: with or without vowels and hamzas."""

import re

from hakawati.spelling.letters import skeleton

_MARKS = "[\u064b-\u0652\u0670]*"
_VARIANTS = {**dict.fromkeys("اأإآ", "[اأإآٱ]"), **dict.fromkeys("ىي", "[ىي]")}


def as_written(name: str) -> str:
    """A pattern for the unvowelled `name` with any marks on its letters."""
    return "".join(r"\s+" if letter == " " else _VARIANTS.get(letter, re.escape(letter)) + _MARKS for letter in name)


def skeletons(words: str) -> frozenset[str]:
    """The skeletons of `words`, which white space parts."""
    return frozenset(map(skeleton, words.split()))


def names(lines: str) -> list[str]:
    """The names in `lines`, a line each or parted by `|`."""
    return [name.strip() for name in lines.replace("\n", "|").split("|") if name.strip()]
