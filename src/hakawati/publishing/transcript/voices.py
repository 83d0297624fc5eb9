"""Who speaks in a transcript: a speaker's name; the role's where nobody is named; the narrator's for all the rest."""

from collections.abc import Mapping

from hakawati.model import Manner, Role
from hakawati.publishing.edition import About

NARRATED = frozenset({Role.NARRATION, Role.HEADING, Role.REFERENCE})

ENGLISH = {
    Role.HADITH: "The Prophet ﷺ",
    Role.SPEECH: "Speaker",
    Role.VERSE: "Qur’an",
    Role.SUPPLICATION: "Supplication",
    Role.POETRY: "Poetry",
}
ARABIC = {
    Role.HADITH: "النبي ﷺ",
    Role.SPEECH: "المتكلم",
    Role.VERSE: "القرآن الكريم",
    Role.SUPPLICATION: "دعاء",
    Role.POETRY: "شعر",
}
ROLE_NAMES: Mapping[str, Mapping[Role, str]] = {"ar": ARABIC, "en": ENGLISH}


def voice_name(manner: Manner, about: About) -> str:
    if manner.speaker:
        return manner.speaker
    names = ROLE_NAMES.get(about.language, ENGLISH)
    return about.narrator if manner.role in NARRATED else names[manner.role]
