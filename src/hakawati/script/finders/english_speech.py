"""Speech in Latin script: what stands in double quotation marks and is said, not named."""

import re
from collections.abc import Iterator

from hakawati.model import Manner, Role
from hakawati.script.finders.passage import Found, Passage
from hakawati.script.vocabulary import listed

_QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"")
_VERB = r"(?:said|says|asked|replied|answered|cried|whispered|shouted|added|exclaimed|called|continued|declared)"
_NAME = r"((?:[A-Z][\w’'-]+|Mr\.|Mrs\.|Dr\.)(?: (?:[A-Z][\w’'-]+|of|ibn|bin|bint|al-\w+))*)"
_SAID_AFTER = re.compile(rf"\s*,?\s*(?:{_VERB} {_NAME}|{_NAME} {_VERB}\b)")
_SAID_BEFORE = re.compile(rf"(?:{_VERB} {_NAME}|{_NAME} {_VERB})[^.?!“”\"]{{0,40}}[,:]\s*\Z")
_ENDS_INSIDE = re.compile(r"[,.!?…—-]\W*\Z")
_PRONOUNS = listed("He She They I We It You The This That And But Then When")


def english_speech(passage: Passage) -> Iterator[Found]:
    if passage.language == "ar":
        return
    for quoted in _QUOTED.finditer(passage.text):
        before, after = (
            passage.text[max(0, quoted.start() - 120) : quoted.start()],
            passage.text[quoted.end() : quoted.end() + 120],
        )
        if len(quoted.group().split()) >= 2 and _is_said(before, quoted.group(), after):
            yield Found(*quoted.span(), Manner(role=Role.SPEECH, speaker=_speaker(before, after)))


def _is_said(before: str, quoted: str, after: str) -> bool:
    """A title or a word in doubt has no comma before it and no stop in it."""
    return bool(before.rstrip().endswith((",", ":")) or _ENDS_INSIDE.search(quoted[:-1]) or _SAID_AFTER.match(after))


def _speaker(before: str, after: str) -> str | None:
    said = _SAID_AFTER.match(after) or _SAID_BEFORE.search(before)
    name = next((name for name in said.groups() if name), None) if said else None
    return None if name is None or name.split()[0] in _PRONOUNS else name
