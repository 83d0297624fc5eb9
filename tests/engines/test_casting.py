"""Who performs a run: the engine's default, the role's voice, the speaker's, the editor's word."""

from collections.abc import Mapping

import pytest

from engines.casting_books import book_of, casting, said
from hakawati.engines.casting import Margins
from hakawati.engines.registry import Engines
from hakawati.errors import EngineUnavailable, VoiceUnknown
from hakawati.model import Manner, Role, Segment, Voice
from hakawati.settings import Settings, VoiceChoice

DEFAULT = Engines()["espeak"].cast("ar")


def cast_voice(manner: Manner, cast: Mapping[str, VoiceChoice], language: str = "ar") -> Voice:
    """The voice of the one segment of a book."""
    book = book_of([Segment(text="نص", manner=manner)], language=language)
    (segment,) = book.segments()
    return casting(book, cast=cast).voice(segment)


@pytest.mark.parametrize("role", list(Role))
def test_by_default_the_engine_decides(role: Role) -> None:
    assert cast_voice(Manner(role=role), {}) == DEFAULT[role]


def test_the_cast_changes_what_it_names_and_nothing_else() -> None:
    verse = DEFAULT[Role.VERSE]
    cast = {"verse": VoiceChoice(rate=0.7, volume=-2.0)}
    assert cast_voice(Manner(role=Role.VERSE), cast) == Voice("espeak", verse.name, 0.7, verse.pitch, -2.0)
    assert cast_voice(Manner(), cast) == DEFAULT[Role.NARRATION]


def test_the_speaker_wins_over_the_role() -> None:
    cast = {"speech": VoiceChoice(name="ar+m1", pitch=0.0), "عائشة": VoiceChoice(name="ar+f1")}
    voice = cast_voice(Manner(role=Role.SPEECH, speaker="عائشة"), cast)
    assert (voice.name, voice.pitch) == ("ar+f1", 0.0)
    assert cast_voice(Manner(role=Role.SPEECH, speaker="عمر"), cast).name == "ar+m1"


def test_the_editor_wins_over_all_and_the_rate_multiplies() -> None:
    cast = {"speech": VoiceChoice(rate=0.8, name="ar+m1")}
    voice = cast_voice(Manner(role=Role.SPEECH, voice="ar+f4", rate=0.5), cast)
    assert (voice.name, voice.rate) == ("ar+f4", 0.4)


def test_another_engine_starts_from_its_own_default() -> None:
    cast = {"verse": VoiceChoice(engine="silent", pitch=1.0)}
    tone = Engines()["silent"].cast("ar")[Role.VERSE]
    assert cast_voice(Manner(role=Role.VERSE), cast) == Voice("silent", tone.name, tone.rate, 1.0)


def test_a_volume_holds_for_every_engine() -> None:
    cast = {"speech": VoiceChoice(volume=-3.0), "عمر": VoiceChoice(engine="silent")}
    voice = cast_voice(Manner(role=Role.SPEECH, speaker="عمر"), cast)
    assert (voice.engine, voice.volume) == ("silent", -3.0)


@pytest.mark.parametrize("name", ["silent:high", "silent:"])
def test_a_name_may_have_its_engine_before_it(name: str) -> None:
    by_editor = cast_voice(Manner(voice=name, role=Role.SPEECH), {})
    by_cast = cast_voice(Manner(role=Role.SPEECH), {"speech": VoiceChoice(name=name)})
    assert by_editor == by_cast == Engines()["silent"].cast("ar")[Role.SPEECH]


def test_several_engines_perform_one_book() -> None:
    book = book_of([said("نص"), said("نص", role=Role.VERSE), said("نص", role=Role.SPEECH, speaker="عمر")])
    cast = {"verse": VoiceChoice(engine="silent"), "عمر": VoiceChoice(name="silent:low")}
    performers = casting(book, cast=cast)
    assert [performers.voice(segment).engine for segment in book.segments()] == ["espeak", "silent", "silent"]


@pytest.mark.parametrize(
    ("engine", "language", "error"), [("espaek", "ar", EngineUnavailable), ("espeak", "xx", VoiceUnknown)]
)
def test_what_cannot_be_cast(engine: str, language: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        cast_voice(Manner(), {"narration": VoiceChoice(engine=engine)}, language)


def test_the_silence_around_a_voice_is_the_roles_unless_the_speaker_has_one() -> None:
    cast = {"speech": VoiceChoice(pause_before=0.5, pause_after=0.7), "عمر": VoiceChoice(pause_after=0.0)}
    book = book_of(
        [said("نص"), said("نص", role=Role.SPEECH), said("نص", role=Role.SPEECH, speaker="عُمَر")],
    )
    performers = casting(book, cast=cast)
    margins = [performers.margins(segment) for segment in book.segments()]
    assert margins == [Margins(None, None), Margins(0.5, 0.7), Margins(0.5, 0.0)]


def test_an_understudy_has_its_own_voice_with_the_casts_volume_and_the_editors_rate() -> None:
    cast = {"speech": VoiceChoice(name="ar+m1", rate=0.7, pitch=9.0, volume=-3.0), "عمر": VoiceChoice(volume=1.0)}
    book = book_of([said("نص", role=Role.SPEECH, speaker="عمر", voice="ar+f1", rate=0.5)])
    (segment,) = book.segments()
    own = Engines()["silent"].cast("ar")[Role.SPEECH]
    performers = casting(book, cast=cast)
    assert performers.understudy(segment, "silent") == Voice("silent", own.name, own.rate * 0.5, own.pitch, 1.0)
    assert performers.understudy(Role.SPEECH, "silent") == Voice("silent", own.name, own.rate, own.pitch, -3.0)


def test_everyone_in_the_cast_is_a_member_once() -> None:
    cast = {
        "speech": VoiceChoice(name="ar+m1", alternate=("ar+m2", "silent:low")),
        "عمر": VoiceChoice(name="ar+m3"),
        "عائشة": VoiceChoice(name="ar+f1"),
        "علي": VoiceChoice(name="ar+m3"),
    }
    book = book_of([said("نص", role=Role.SUPPLICATION, speaker="عَائِشَة"), said("نص", role=Role.SPEECH, speaker="عائشة")])
    members = casting(book, cast=cast).members()
    speech = [(member.label, str(member.voice)) for member in members if "speech" in member.label]
    assert [member.label for member in members][:4] == ["narration", "heading", "hadith", "speech"]
    assert [label for label, _ in speech] == ["speech", "speech, alternate 1", "speech, alternate 2"]
    assert [str(member.voice).split()[0] for member in members if member.label not in list(Role)] == [
        "espeak:ar+m2", "silent:low", "espeak:ar+m3", "espeak:ar+f1", "espeak:ar+f1",
    ]  # fmt: skip
    assert [member.label for member in members][-3:] == ["عمر; علي", "عائشة", "عائشة, supplication"]


def test_a_role_without_a_voice_of_its_own_shares_a_member() -> None:
    same = VoiceChoice(name="ar", rate=1.0, pitch=0.0)
    members = casting(book_of([]), cast={"reference": same, "poetry": same}).members()
    assert members[0].labels == ("narration", "poetry", "reference")
    assert len(members) == len(Role) - 2


def test_settings_alone_make_a_casting() -> None:
    from hakawati.engines.casting import Casting

    book = book_of([said("نص")])
    assert Casting(book, Settings(), Engines()).voice(next(book.segments())) == DEFAULT[Role.NARRATION]
