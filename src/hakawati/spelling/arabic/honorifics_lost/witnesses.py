"""Whether a passage speaks of the Prophet's days, and whether «علي» in it can be a name."""

import re
from functools import cache

from hakawati.script.letters import bare
from hakawati.spelling.arabic.honorifics_lost.people.their_days import WITNESSES
from hakawati.spelling.arabic.honorifics_lost.spelled_alike import alike, letters_alike

ALI = "علي"
_FINAL_YA_DOTTED = re.compile(r"(?<!\w)[وف]?(?:الي|حتي|متي)(?!\w)")
_FINAL_YA_BARE = re.compile(r"(?<=\w\w)ى(?!\w)")


def speaks_of_their_days(passage: str) -> bool:
    return _witness().search(letters_alike(passage)) is not None


def tells_ya_apart(passage: str) -> bool:
    """Whether the writer tells ي from ى, so that his «علي» is not «على»."""
    plain = bare(passage)
    return bool(_FINAL_YA_BARE.search(plain)) and not _FINAL_YA_DOTTED.search(plain)


@cache
def _witness() -> re.Pattern[str]:
    spelled = "|".join(sorted(map(alike, WITNESSES), key=len, reverse=True))
    return re.compile(rf"(?<!\w)[وفبلك]?(?:{spelled})(?!\w)")
