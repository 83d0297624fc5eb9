"""Where a verse stands, as readers write it: `8:30` is «الأنفال: 30» in Arabic, `Qur’an 8:30` elsewhere."""

import re

from hakawati.script.mushaf.tanzil import sura_names

_REFERENCE = re.compile(r"(\d{1,3}):(\d{1,3}(?:-\d{1,3})?)")


def verse_reference(ref: str, language: str) -> str:
    """What is no `sura:verse` is left as the editor wrote it."""
    match = _REFERENCE.fullmatch(ref)
    if not match or not 1 <= int(match[1]) <= len(sura_names()):
        return ref
    return f"{sura_names()[int(match[1]) - 1]}: {match[2]}" if language == "ar" else f"Qur’an {ref}"
