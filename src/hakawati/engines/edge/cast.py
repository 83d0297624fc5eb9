"""The default cast of the Edge voices, so that the ear knows each role.

Arabic has sixteen men, so every role of weight has a man of its own, and rates and pitches are hardly bent: a voice
sounds best as it was made. From the countries whose reading of classical Arabic is nearest to the rule: no Egyptian
(ج as in "go") and no Maghrebi, who are for an editor to choose. Verse is the slowest, then hadith, supplication and
poetry; none of them is raised, and a citation is an aside of the narrator's, quicker. Not chosen by measurement, as
espeak's: the voices live on a server.

Other languages have one to six men; there rate and pitch tell the roles of one man apart, by a semitone and a half
at least or a clear change of pace.
"""

from typing import NamedTuple

from hakawati.engines.edge.voices import speakers_of
from hakawati.errors import VoiceUnknown
from hakawati.model import Role, Voice


class Part(NamedTuple):
    """`rate` is relative speed, `pitch` in semitones."""

    name: str
    rate: float
    pitch: float


ARABIC: dict[Role, Part] = {
    Role.NARRATION: Part("ar-SA-HamedNeural", 1.0, 0.0),
    Role.HEADING: Part("ar-AE-HamdanNeural", 0.94, 0.0),
    Role.HADITH: Part("ar-SY-LaithNeural", 0.88, -1.0),
    Role.SPEECH: Part("ar-JO-TaimNeural", 1.03, 0.0),
    Role.VERSE: Part("ar-QA-MoazNeural", 0.8, -1.0),
    Role.SUPPLICATION: Part("ar-OM-AbdullahNeural", 0.88, 0.0),
    Role.POETRY: Part("ar-IQ-BasselNeural", 0.88, 0.0),
    Role.REFERENCE: Part("ar-SA-HamedNeural", 1.15, 1.0),
}


class Variation(NamedTuple):
    """`man`: which of a language's men, counted round; `rate` and `pitch` as of a part."""

    man: int
    rate: float
    pitch: float


VARIED: dict[Role, Variation] = {
    Role.NARRATION: Variation(0, 1.0, 0.0),
    Role.HEADING: Variation(0, 0.92, 1.5),
    Role.HADITH: Variation(1, 0.88, -1.5),
    Role.SPEECH: Variation(2, 1.04, 1.5),
    Role.VERSE: Variation(3, 0.8, -2.5),
    Role.SUPPLICATION: Variation(4, 0.88, 0.5),
    Role.POETRY: Variation(2, 0.86, -0.5),
    Role.REFERENCE: Variation(0, 1.15, 0.5),
}


def cast_of(language: str) -> dict[Role, Voice]:
    """A voice for every role. Raises VoiceUnknown for a language of which no voice is known here."""
    return {role: Voice("edge", part.name, part.rate, part.pitch) for role, part in _parts(language)}


def _parts(language: str) -> list[tuple[Role, Part]]:
    if language == "ar":
        return list(ARABIC.items())
    speakers = speakers_of(language)
    if speakers is None:
        raise VoiceUnknown(
            f"edge: no voice is known for the language {language!r}. If Microsoft Edge has one, name it in [cast], "
            'as in `narration = { name = "cy-GB-AledNeural" }`; else use another engine.'
        )
    men = speakers.men
    return [(role, Part(men[one.man % len(men)], one.rate, one.pitch)) for role, one in VARIED.items()]
