"""Who performs a run: the engine's default, the role's voice, the speaker's, the editor's word."""

import pytest

from hakawati.engines.casting import cast_voice
from hakawati.engines.registry import engine
from hakawati.errors import EngineUnavailable, VoiceUnknown
from hakawati.model import Manner, Role, Voice
from hakawati.settings import VoiceChoice

DEFAULT = engine("espeak").cast("ar")


@pytest.mark.parametrize("role", list(Role))
def test_by_default_the_engine_decides(role: Role) -> None:
    assert cast_voice(Manner(role=role), {}, "espeak", "ar") == DEFAULT[role]


def test_the_cast_changes_what_it_names_and_nothing_else() -> None:
    verse = DEFAULT[Role.VERSE]
    cast = {"verse": VoiceChoice(rate=0.7, volume=-2.0)}
    assert cast_voice(Manner(role=Role.VERSE), cast, "espeak", "ar") == Voice(
        "espeak", verse.name, 0.7, verse.pitch, -2.0
    )
    assert cast_voice(Manner(), cast, "espeak", "ar") == DEFAULT[Role.NARRATION]


def test_the_speaker_wins_over_the_role() -> None:
    cast = {"speech": VoiceChoice(name="ar+m1", pitch=0.0), "عائشة": VoiceChoice(name="ar+f1")}
    voice = cast_voice(Manner(role=Role.SPEECH, speaker="عائشة"), cast, "espeak", "ar")
    assert (voice.name, voice.pitch) == ("ar+f1", 0.0)
    assert cast_voice(Manner(role=Role.SPEECH, speaker="عمر"), cast, "espeak", "ar").name == "ar+m1"


def test_the_editor_wins_over_all_and_the_rate_multiplies() -> None:
    cast = {"speech": VoiceChoice(rate=0.8, name="ar+m1")}
    manner = Manner(role=Role.SPEECH, voice="ar+f4", rate=0.5)
    voice = cast_voice(manner, cast, "espeak", "ar")
    assert (voice.name, voice.rate) == ("ar+f4", 0.4)


def test_another_engine_starts_from_its_own_default() -> None:
    cast = {"verse": VoiceChoice(engine="silent", pitch=1.0)}
    tone = engine("silent").cast("ar")[Role.VERSE]
    assert cast_voice(Manner(role=Role.VERSE), cast, "espeak", "ar") == Voice("silent", tone.name, tone.rate, 1.0)


def test_an_editor_may_name_the_engine_too() -> None:
    voice = cast_voice(Manner(voice="silent:high"), {}, "espeak", "ar")
    assert (voice.engine, voice.name) == ("silent", "high")


@pytest.mark.parametrize(
    ("engine_name", "language", "error"), [("espaek", "ar", EngineUnavailable), ("espeak", "xx", VoiceUnknown)]
)
def test_what_cannot_be_cast(engine_name: str, language: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        cast_voice(Manner(), {}, engine_name, language)
