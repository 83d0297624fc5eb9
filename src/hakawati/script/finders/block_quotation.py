"""Block quotations, where the source's format marks them: someone's words, and perhaps a line that says whose."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.attribution import signature
from hakawati.script.finders.passage import Found, Passage

_SIGNING_DASH = re.compile(r"(?:\A|(?<=[.!?…”»\"’\n]))\s*[—–―-]{1,2}[^\S\n]*(?=[^\W\d_])")


def block_quotation(passage: Passage) -> Iterator[Found]:
    """The whole paragraph but the name it is signed with; nothing of one that is only a name."""
    if passage.language == "ar" or passage.shape != "quotation":
        return
    end, speaker = len(passage.text), None
    for dash in _SIGNING_DASH.finditer(passage.text):
        name = signature(passage.text, dash.start())
        if name:
            end, speaker = dash.start(), name
            break
    if passage.text[:end].strip():
        yield Found(0, end, Manner(role=Role.SPEECH, speaker=speaker))
