"""A server that answers well: what it is asked for, and what becomes of its sound."""

import importlib.util
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from engines.loopback import certified
from engines.openai_performer import KEY, options_for
from engines.openai_stand_in import GOOD, KINDS, LETTER_SECONDS, LONGEST_INPUT, RATE, VOICES, SpeechServer, speaking
from hakawati.engines.openai.engine import OpenAI
from hakawati.engines.openai.options import OpenAIOptions
from hakawati.errors import EngineFailed, EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice

TEXT = "قَالَ الرَّجُلُ لِصَاحِبِهِ: إِنَّ هَذَا الْأَمْرَ عَظِيمٌ."
Another = Callable[..., OpenAI]

LETTERS = sum(letter.isalnum() for letter in TEXT)
SECONDS = LETTERS * LETTER_SECONDS
ALLOY = Voice("openai", "alloy")


def said(engine: OpenAI, text: str = TEXT, voice: Voice = ALLOY) -> Speech:
    return engine.perform(text, voice, "ar")


def seconds(speech: Speech) -> float:
    return speech.samples / speech.rate


@pytest.fixture
def another(openai: OpenAI) -> Iterator[Another]:
    """The engine with some options changed."""
    made: list[OpenAI] = []

    def changed(**changes: Any) -> OpenAI:  # noqa: ANN401 - options of any kind
        made.append(OpenAI(replace(openai._options, **changes)))
        return made[-1]

    yield changed
    for engine in made:
        engine.close()


def test_the_text_is_sent_as_it_is_with_the_key(openai: OpenAI, speech_server: SpeechServer) -> None:
    speech = said(openai)
    assert speech_server.asked == [
        {"model": "gpt-4o-mini-tts", "voice": "alloy", "input": TEXT, "response_format": "wav"}
    ]
    assert speech_server.shown == [f"Bearer {KEY}"]
    assert (speech.rate, speech.marks) == (RATE, ())
    assert seconds(speech) == pytest.approx(SECONDS, abs=0.001)


def test_speed_and_instructions_are_sent_where_they_say_something(
    speech_server: SpeechServer, another: Another
) -> None:
    said(another(instructions="Speak slowly."), voice=replace(ALLOY, rate=0.8))
    assert speech_server.asked[0]["speed"] == 0.8
    assert speech_server.asked[0]["instructions"] == "Speak slowly."


@pytest.mark.parametrize(("rate", "speed"), [(0.1, 0.25), (9.0, 4.0)])
def test_speeds_that_the_api_lacks_are_held_at_its_ends(openai: OpenAI, rate: float, speed: float) -> None:
    assert seconds(said(openai, voice=replace(ALLOY, rate=rate))) == pytest.approx(SECONDS / speed, rel=0.01)


@pytest.mark.parametrize("form", KINDS)
def test_every_format_is_understood(form: str, another: Another) -> None:
    speech = said(another(format=form))
    assert seconds(speech) == pytest.approx(SECONDS, abs=0.06)
    assert 7000 < max(map(abs, array("h", speech.pcm))) < 12_000


@pytest.mark.parametrize("answer", [answer for answer in GOOD if answer != "brace"])
@pytest.mark.parametrize("form", ["wav", "opus"])
def test_what_servers_send_is_read_whole(speech_server: SpeechServer, answer: str, form: str, another: Another) -> None:
    """Whatever length the header states, and whatever format was asked for."""
    speech_server.answers.queue.append(answer)
    assert seconds(said(another(format=form))) >= SECONDS - 0.001
    assert len(speech_server.asked) == 1


def test_samples_were_asked_for_and_a_wav_came(speech_server: SpeechServer, another: Another) -> None:
    speech_server.answers.queue.append("known length")
    assert seconds(said(another(format="pcm"))) == pytest.approx(SECONDS, abs=0.001)


def test_samples_may_begin_like_words(another: Another, speech_server: SpeechServer) -> None:
    speech_server.answers.queue.append("brace")
    assert seconds(said(another(format="pcm"))) == pytest.approx(SECONDS, abs=0.001)
    assert len(speech_server.asked) == 1


def test_a_higher_voice_is_no_faster(openai: OpenAI, speech_server: SpeechServer) -> None:
    high, low = (said(openai, voice=replace(ALLOY, pitch=pitch)) for pitch in (2.0, -2.0))
    assert high.rate == round(RATE * 2 ** (1 / 6))
    assert low.rate == round(RATE / 2 ** (1 / 6))
    assert [sent["speed"] for sent in speech_server.asked] == [0.891, 1.122]
    assert seconds(high) == pytest.approx(SECONDS, rel=0.001)
    assert seconds(low) == pytest.approx(SECONDS, rel=0.001)


def test_roles_that_share_a_voice_differ_in_sound_and_keep_their_pace(another: Another) -> None:
    alone = another(voices=())
    cast = alone.cast("ar")
    assert {voice.name for voice in cast.values()} == {"alloy"}
    performed = {role: said(alone, voice=voice) for role, voice in cast.items()}
    assert len({speech.rate for speech in performed.values()}) == len(Role)
    for role, speech in performed.items():
        assert seconds(speech) * cast[role].rate == pytest.approx(SECONDS, rel=0.002)


def test_several_voices_are_shared_out(another: Another) -> None:
    cast = another(voice="onyx", voices=("nova", "echo")).cast("ar")
    assert cast[Role.NARRATION].name == "onyx"
    assert {voice.name for voice in cast.values()} == {"onyx", "nova", "echo"}
    assert len(set(cast.values())) == len(Role)


def test_the_voices_are_those_of_the_settings(openai: OpenAI, another: Another) -> None:
    assert openai.voices("ar") == openai.voices("") == VOICES
    assert another(voices=()).voices("") == ("alloy",)


def test_a_near_voice_is_named(openai: OpenAI, speech_server: SpeechServer) -> None:
    with pytest.raises(VoiceUnknown, match=r"names no 'novaa'\. Near it: nova"):
        said(openai, voice=Voice("openai", "novaa"))
    assert speech_server.asked == []


def test_where_no_voices_are_named_the_server_knows_them(another: Another) -> None:
    unnamed = another(voices=())
    assert said(unnamed, voice=Voice("openai", "nova")).samples
    with pytest.raises(VoiceUnknown, match=r"has no voice 'nobody' \(400: Input should be one of alloy, "):
        said(unnamed, voice=Voice("openai", "nobody"))


def test_a_long_text_is_asked_for_in_pieces_and_joined(speech_server: SpeechServer, another: Another) -> None:
    small = another(characters_at_once=200)
    text = " ".join([TEXT] * 12)
    speech = said(small, text)
    assert " ".join(speech_server.texts) == text
    assert all(len(piece) <= 200 for piece in speech_server.texts)
    assert all(piece.endswith(".") for piece in speech_server.texts)
    assert seconds(speech) == pytest.approx(12 * SECONDS, rel=0.001)


def test_pieces_are_joined_without_a_click(another: Another) -> None:
    small = another(characters_at_once=40)
    voice = replace(ALLOY, rate=0.7)  # ends of tones fall anywhere in their waves
    whole = array("h", said(small, TEXT, voice).pcm)
    steps = [abs(after - before) for before, after in pairwise(whole)]
    assert max(steps) <= 1.01 * max(steps[: RATE // 10])


def test_the_default_length_is_what_openai_takes(openai: OpenAI, speech_server: SpeechServer) -> None:
    text = f"{TEXT} " * 100
    said(openai, text)
    assert len(speech_server.texts) == -(-len(text) // LONGEST_INPUT)


def test_connections_are_kept_for_all_threads(speech_server: SpeechServer, another: Another) -> None:
    fewer = another(at_once=3)
    speech_server.answers.delay = 0.02
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(lambda number: said(fewer, f"{TEXT} {number}"), range(12)))
    assert speech_server.visits.connections <= 3
    assert len(set(speech_server.texts)) == 12


def test_a_server_at_home_wants_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with speaking() as stand_in:
        engine = OpenAI(options_for(stand_in))
        assert engine.available() is None
        assert said(engine).samples
        assert stand_in.shown == [None]
        engine.close()


def test_the_key_may_be_in_another_variable(speech_server: SpeechServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    monkeypatch.setenv("MY_KEY", f" {KEY}\n")
    engine = OpenAI(options_for(speech_server, key_variable="MY_KEY"))
    assert said(engine).samples
    engine.close()


def test_certificates_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = certified(tmp_path, "127.0.0.1")
    with speaking(tls=shown.tls) as stand_in:
        distrustful = OpenAI(options_for(stand_in))
        with pytest.raises(EngineFailed, match=r"certificate that is not trusted .*SSL_CERT_FILE"):
            said(distrustful)
        assert stand_in.asked == []
        monkeypatch.setenv("SSL_CERT_FILE", str(shown.authority))
        trustful = OpenAI(options_for(stand_in))
        assert said(trustful).samples
        distrustful.close()
        trustful.close()


def test_vowels_are_wanted_where_the_settings_say_so(openai: OpenAI, another: Another) -> None:
    assert not openai.wants_vowels
    assert another(wants_vowels=True).wants_vowels


HEARD = ("base_url", "model", "instructions", "format")


@pytest.mark.parametrize("key", HEARD)
def test_what_can_be_heard_is_in_the_key_and_in_the_requests(openai: OpenAI, key: str, another: Another) -> None:
    change = {"base_url": "http://127.0.0.1:9/v2", "model": "tts-1", "instructions": "Softly.", "format": "mp3"}[key]
    changed = another(**{key: change})
    assert changed.shaped_by(ALLOY) != openai.shaped_by(ALLOY)
    assert changed.requests(TEXT, ALLOY, "ar") != openai.requests(TEXT, ALLOY, "ar")


def test_what_cannot_be_heard_is_not(openai: OpenAI, monkeypatch: pytest.MonkeyPatch, another: Another) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "another")
    same = another(
        timeout=9.0,
        at_once=1,
        base_url=f"{openai._options.base_url.upper()[:4]}{openai._options.base_url[4:]}/",
    )
    assert same.shaped_by(ALLOY) == openai.shaped_by(ALLOY)
    assert same.requests(TEXT, ALLOY, "ar") == openai.requests(TEXT, ALLOY, "ar")


def test_a_missing_package_is_named(openai: OpenAI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "httpx" else object())
    needs = openai.available()
    assert needs == "openai: the package httpx is missing. Install what it needs: pip install 'hakawati[openai]'"
    with pytest.raises(EngineUnavailable):
        said(openai)


def test_nothing_heavy_is_loaded_before_it_is_needed() -> None:
    script = """
import sys
from hakawati.engines.openai.engine import OpenAI
from hakawati.engines.openai.options import OpenAIOptions
OpenAI(OpenAIOptions()).cast("ar")
print(*({"httpx", "numpy", "soundfile"} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "\n"


def test_openai_itself_is_the_default() -> None:
    assert OpenAIOptions().base_url == "https://api.openai.com/v1"
