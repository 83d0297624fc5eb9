"""What every engine keeps to, whatever it is."""

import math
from array import array

import pytest

from hakawati.engines.protocol import Engine
from hakawati.engines.registry import engine, names
from hakawati.errors import Unspeakable, VoiceUnknown
from hakawati.model import Role, Speech, Voice

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ، فَقَالَ: «السَّلَامُ عَلَيْكُمْ»."


@pytest.fixture(params=names())
def performer(request: pytest.FixtureRequest) -> Engine:
    """Every engine of the list; the remote one against its stand-in."""
    if request.param == "gtts":
        found: Engine = request.getfixturevalue("gtts")
        return found
    return engine(request.param)


def narrated(performer: Engine, text: str) -> Speech:
    return performer.perform(text, performer.cast("ar")[Role.NARRATION], "ar")


def loudest(speech: Speech) -> int:
    return max(abs(sample) for sample in array("h", speech.pcm))


def test_says_who_it_is(performer: Engine) -> None:
    assert performer.name in names()
    assert performer.summary.endswith(".")
    assert performer.version()
    assert performer.version() == performer.version()


def test_works_here(performer: Engine) -> None:
    assert performer.available() is None


def test_is_whole_samples_loud_enough_and_not_clipped(performer: Engine) -> None:
    speech = narrated(performer, TEXT)
    assert len(speech.pcm) % 2 == 0
    assert 8_000 <= speech.rate <= 48_000
    assert 1_000 < loudest(speech) < 32_767


def test_lasts_as_long_as_someone_would_take(performer: Engine) -> None:
    speech = narrated(performer, TEXT)
    letters = sum(character.isalpha() for character in TEXT)
    assert 0.04 < speech.samples / speech.rate / letters < 0.25


def test_longer_text_lasts_longer(performer: Engine) -> None:
    assert narrated(performer, f"{TEXT} {TEXT}").samples > 1.7 * narrated(performer, TEXT).samples


def test_marks_are_words_in_order_inside_the_sound(performer: Engine) -> None:
    speech = narrated(performer, TEXT)
    reached, sounded = 0, -1
    for mark in speech.marks:
        assert reached <= mark.start < mark.end <= len(TEXT)
        assert any(character.isalpha() for character in TEXT[mark.start : mark.end])
        assert sounded < mark.sample < speech.samples
        reached, sounded = mark.end, mark.sample


def test_local_engines_mark_every_word(performer: Engine) -> None:
    if performer.remote:
        assert narrated(performer, TEXT).marks == ()
    else:
        assert len(narrated(performer, TEXT).marks) == len(TEXT.split())


def test_same_input_gives_the_same_bytes(performer: Engine) -> None:
    once = narrated(performer, TEXT)
    narrated(performer, "شَيْءٌ آخَرُ")
    assert narrated(performer, TEXT) == once


@pytest.mark.parametrize("text", ["", " ", "؟", "—", "«…»", "\u0640", "\u064e", "﴿﴾", "\u200f"])
def test_nothing_to_say_is_an_error(performer: Engine, text: str) -> None:
    with pytest.raises(Unspeakable, match=performer.name):
        narrated(performer, text)


def test_an_unknown_voice_is_an_error(performer: Engine) -> None:
    with pytest.raises(VoiceUnknown, match=f"{performer.name}: .*'nobody'"):
        performer.perform(TEXT, Voice(performer.name, "nobody"), "ar")


def test_thirty_segments_in_a_row(performer: Engine) -> None:
    for number in range(30):
        assert narrated(performer, f"الْفَصْلُ رَقْمُ {number}").samples > 0


def test_every_role_has_a_voice_of_its_own(performer: Engine) -> None:
    cast = performer.cast("ar")
    assert set(cast) == set(Role)
    assert len(set(cast.values())) == len(Role)
    assert {voice.engine for voice in cast.values()} == {performer.name}


def test_every_role_sounds_different(performer: Engine) -> None:
    performed = [performer.perform(TEXT, voice, "ar") for voice in performer.cast("ar").values()]
    assert len({(speech.pcm, speech.rate) for speech in performed}) == len(Role)


def test_its_voices_hold_the_cast(performer: Engine) -> None:
    voices = performer.voices("ar")
    assert {voice.name for voice in performer.cast("ar").values()} <= set(voices)
    assert len(voices) == len(set(voices))
    assert performer.voices("")


def test_a_long_segment(performer: Engine) -> None:
    text = f"{TEXT} " * 12
    speech = narrated(performer, text)
    assert speech.samples > 10 * narrated(performer, TEXT).samples
    assert math.isclose(speech.samples / speech.rate, 12 * narrated(performer, TEXT).samples / speech.rate, rel_tol=0.1)
