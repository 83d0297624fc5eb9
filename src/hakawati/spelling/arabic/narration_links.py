"""Links of a chain of narrators, as hadith books shorten them: «ثنا» and «نا» for حدثنا, «أنا» for أخبرنا, «ح».

After Ibn al-Salah, *Introduction*, on the writing of hadith. «ح» parts two chains; «أنا» and «نا» mean something else
outside of them.
"""

import re
from collections.abc import Iterator

from hakawati.script.letters import ARABIC, MARKS
from hakawati.spelling.arabic.abbreviated_titles import begins_name
from hakawati.spelling.edits import Edit
from hakawati.spelling.letters import FATHA

_IN_WORD = f"{ARABIC}{MARKS}\u0640"
_LINKS = {
    "ثنا": "حَدَّثَنَا",
    "ثني": "حَدَّثَنِي",
    "أنبا": "أَنْبَأَنَا",
    "نا": "حَدَّثَنَا",
    "أنا": "أَخْبَرَنَا",
}
_AMBIGUOUS = frozenset({"نا", "أنا"})
_BETWEEN_CHAINS = "حَاءْ"
_WRITTEN = re.compile(
    rf"(?<![{_IN_WORD}])(?P<joined>[وف]?)(?P<link>{'|'.join(_LINKS)})(?=\s(?P<following>[{_IN_WORD}]+))"
    rf"|(?<![^\s،.])ح(?=\s+[وف]?(?:حدث|أخبر|ثنا|أنبأ))"
)
_FULL = re.compile(rf"(?<![{_IN_WORD}])[وف]?(?:حدثنا|حدثني|أخبرنا|أخبرني|أنبأنا|ثنا|ثني|أنبا|نا)(?![{_IN_WORD}])")
_SHORT = re.compile(rf"(?<![{_IN_WORD}])[وف]?(?:ثنا|ثني|أنبا|نا)(?![{_IN_WORD}])")
_SPEAKING = re.compile(r"(?:قال|قلت|قالت|يقول|قالوا):?\s\Z")
_REACH = 120
"""Characters in which another link is looked for."""

SURE, UNSURE = 0.95, 0.85


def edits(text: str) -> Iterator[Edit]:
    """Each link that is certain, in full."""
    for written in _WRITTEN.finditer(text):
        before = text[max(0, written.start() - _REACH) : written.start()]
        behind = text[written.end() : written.end() + _REACH]
        if written["link"] is None:
            if _FULL.search(before):
                yield Edit(*written.span(), _BETWEEN_CHAINS, noted=True, confidence=UNSURE)
        elif _is_link(written, before, behind):
            joined = written["joined"] and written["joined"] + FATHA
            sure = UNSURE if written["link"] in _AMBIGUOUS else SURE
            yield Edit(*written.span(), joined + _LINKS[written["link"]], noted=True, confidence=sure)


def _is_link(written: re.Match[str], before: str, behind: str) -> bool:
    """A narrator's name follows, or another link is near; what means something else too needs both."""
    named = begins_name(written["following"])
    if written["link"] not in _AMBIGUOUS:
        return named or bool(_FULL.search(before) or _FULL.search(behind))
    return named and bool(_SHORT.search(before) or _SHORT.search(behind)) and not _SPEAKING.search(before)
