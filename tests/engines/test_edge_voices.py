"""The voices of Edge: their names, their cast, their pace and pitch in the service's words."""

import pytest

from hakawati.engines.edge.engine import Edge, EdgeOptions
from hakawati.engines.edge.prosody import pitch_words, rate_words
from hakawati.engines.edge.voices import SPEAKERS, WELL_FORMED, known_voice, names_of
from hakawati.errors import VoiceUnknown
from hakawati.model import Role
from hakawati.spelling.others.grammar import GRAMMARS

NOT_OFFERED = {"eo", "be", "tg"}
"""Languages that Hakawati spells and Edge does not speak."""


@pytest.fixture
def unasked() -> Edge:
    """Voices and casts are known without asking anybody."""
    return Edge(EdgeOptions())


def test_every_language_has_a_man_and_a_woman() -> None:
    assert all(speakers.men and speakers.women for speakers in SPEAKERS.values())


def test_knows_the_languages_that_are_spelled() -> None:
    assert {*GRAMMARS, "ar", "en"} - set(SPEAKERS) == NOT_OFFERED


def test_sixteen_countries_speak_arabic(unasked: Edge) -> None:
    arabic = unasked.voices("ar")
    assert len(arabic) == 32
    assert {"ar-SA-HamedNeural", "ar-SA-ZariyahNeural", "ar-EG-ShakirNeural", "ar-EG-SalmaNeural"} <= set(arabic)
    assert all(name.startswith("ar-") for name in arabic)


def test_no_name_stands_twice() -> None:
    names = names_of("")
    assert len(names) == len(set(names))
    assert all(WELL_FORMED.fullmatch(name) for name in names)


def test_norwegian_by_any_of_its_names() -> None:
    assert names_of("no") == names_of("nb") == ("nb-NO-FinnNeural", "nb-NO-PernilleNeural")


@pytest.mark.parametrize("name", ["cy-GB-AledNeural", "en-US-AvaMultilingualNeural", "zh-CN-liaoning-XiaobeiNeural"])
def test_a_name_that_is_not_listed_may_exist(name: str) -> None:
    assert name not in names_of("")
    assert known_voice(name) == name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ar-SA-Hamed", "ar-SA-HamedNeural"),
        ("ar-sa-hamedneural", "ar-SA-HamedNeural"),
        ("ar-EG-SalmaNeurl", "ar-EG-SalmaNeural"),
        ("nobody", "ar-SA-HamedNeural"),
        ("ar-SA-HamedNeural'/><break time='9s'/><voice name='", "ar-SA-HamedNeural"),
    ],
)
def test_a_name_of_another_form_is_unknown_and_a_near_one_is_named(name: str, meant: str) -> None:
    with pytest.raises(VoiceUnknown) as caught:
        known_voice(name)
    assert str(caught.value).startswith(f"edge: there is no voice {name!r}.")
    assert f"`{meant}`" in str(caught.value)


@pytest.mark.parametrize("language", SPEAKERS)
def test_every_role_of_every_language_is_told_apart(unasked: Edge, language: str) -> None:
    cast = unasked.cast(language)
    assert set(cast) == set(Role)
    assert len({unasked.shaped_by(voice) for voice in cast.values()}) == len(Role)
    assert {voice.name for voice in cast.values()} <= set(SPEAKERS[language].men)


def test_scripture_is_read_slower_than_all_else_and_never_raised(unasked: Edge) -> None:
    for language in SPEAKERS:
        cast = unasked.cast(language)
        slowest = min(voice.rate for voice in cast.values())
        assert cast[Role.VERSE].rate == slowest
        assert cast[Role.HADITH].rate < cast[Role.NARRATION].rate
        assert max(cast[Role.VERSE].pitch, cast[Role.HADITH].pitch) < 0


def test_in_arabic_words_of_weight_have_men_of_their_own(unasked: Edge) -> None:
    cast = unasked.cast("ar")
    assert len({voice.name for role, voice in cast.items() if role is not Role.REFERENCE}) == len(Role) - 1


def test_a_language_without_a_known_voice_is_unknown_and_the_way_on_is_said(unasked: Edge) -> None:
    with pytest.raises(VoiceUnknown, match=r"^edge: .*'qx'.*\[cast\]"):
        unasked.cast("qx")
    assert unasked.voices("qx") == ()


@pytest.mark.parametrize(
    ("rate", "words"), [(1.0, "+0%"), (1.1, "+10%"), (0.94, "-6%"), (0.999, "+0%"), (0.1, "-50%"), (9.0, "+100%")]
)
def test_pace_in_percent_held_at_half_and_double(rate: float, words: str) -> None:
    assert rate_words(rate) == words


@pytest.mark.parametrize(
    ("semitones", "man", "woman"),
    [
        (0, "+0Hz", "+0Hz"),
        (12, "+55Hz", "+100Hz"),
        (-12, "-55Hz", "-100Hz"),
        (-24, "-55Hz", "-100Hz"),
        (-1, "-6Hz", "-11Hz"),
    ],
)
def test_pitch_in_hertz_from_a_mans_or_a_womans_voice(semitones: float, man: str, woman: str) -> None:
    assert pitch_words(semitones, "ar-SA-HamedNeural") == man
    assert pitch_words(semitones, "ar-SA-ZariyahNeural") == woman


def test_pitch_of_a_voice_that_is_not_listed_lies_between() -> None:
    assert pitch_words(7, "cy-GB-AledNeural") == "+75Hz"
