"""Names made comparable: writers differ in hamza, final ya and ta marbuta, and join small words to names."""

from collections.abc import Iterator
from functools import lru_cache

from hakawati.script.letters import bare

_ALIKE = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")
_CASES = {"ابو": ("ابو", "ابي", "ابا"), "ذو": ("ذو", "ذي", "ذا"), "اخو": ("اخو", "اخي", "اخا")}
_ON = "على"
_SERVANT = "عبدال"
"""«عبدالله» is written in one, too."""


@lru_cache(maxsize=4096)
def alike(word: str) -> str:
    """`word` without marks, its hamzas off their seats, ى and ي one letter, ة and ه one."""
    return letters_alike(word)


def letters_alike(passage: str) -> str:
    """As `alike`, for a passage: passages do not come again."""
    return bare(passage).translate(_ALIKE)


def name_words(words: list[str]) -> list[str]:
    """`words` alike, but for «على», which is not «علي»; and عبدالله parted."""
    return [part for word in words for part in _parted(bare(word) if bare(word).endswith(_ON) else alike(word))]


def inside_name(words: list[str]) -> list[str]:
    """Words behind a name's first: «ابن» there is «بن»."""
    return ["بن" if word == "ابن" else word for word in words]


def _parted(word: str) -> list[str]:
    at = word.find(_SERVANT)
    if 0 <= at <= 2 and len(word) - at > len(_SERVANT) + 1:
        return [word[: at + 3], word[at + 3 :]]
    return [word]


def case_forms(name: str) -> Iterator[str]:
    """The forms of `name`, alike: «أبو بكر», «أبي بكر», «أبا بكر»."""
    first, *rest = name_words(name.split())
    for form in _CASES.get(first, (first,)):
        yield " ".join([form, *inside_name(rest)])


def unjoined(word: str) -> Iterator[tuple[str, str]]:
    """What may be joined before `word`, and the word without it: «وللنبي» is «ول» and «النبي»."""
    yield "", word
    for length in (1, 2):
        joined, rest = word[:length], word[length:]
        if len(rest) > 1 and joined[0] in "وفبلك" and joined[1:] in ("", "ب", "ل", "ك"):
            if joined[-1] == "ل" and rest.startswith("ل"):
                yield joined, "ا" + rest
            yield joined, rest
