"""A server that answers badly: each fault is its own error, tried again as often as that may help."""

import threading
import time
from typing import NamedTuple

import pytest

from engines.openai_performer import options_for
from engines.openai_stand_in import BAD, SpeechServer
from hakawati.engines.openai.engine import OpenAI
from hakawati.engines.remote import patience
from hakawati.errors import EngineError, EngineFailed, EngineRefused, VoiceUnknown
from hakawati.model import Speech, Voice

TEXT = "قَالَ الرَّجُلُ لِصَاحِبِهِ: إِنَّ هَذَا الْأَمْرَ عَظِيمٌ."
TRIES = 4
UNREACHED = patience.TRIES_TO_CONNECT


def said(engine: OpenAI, text: str = TEXT) -> Speech:
    return engine.perform(text, Voice("openai", "alloy"), "ar")


class Outcome(NamedTuple):
    """`ends_all`: nobody else asks either. `about`: whom the message begins with, if not the server."""

    family: type[EngineError]
    tries: int
    message: str
    ends_all: bool = False
    about: str | None = None


REFUSED, FAILED = EngineRefused, EngineFailed

OUTCOMES = {
    "401": Outcome(REFUSED, 1, r"refuses the key \(401: Incorrect API key provided\.\).*OPENAI_API_KEY", ends_all=True),
    "402": Outcome(REFUSED, 1, r"no credit left \(402: Pay first\.\)", ends_all=True),
    "403": Outcome(REFUSED, 1, r"refuses the key \(403: Country, region", ends_all=True),
    "quota": Outcome(REFUSED, 1, r"no credit left \(429: You exceeded your current quota\.\)", ends_all=True),
    "429": Outcome(REFUSED, TRIES, r"too many requests \(429: Rate limit reached\.\)\. What was made", ends_all=True),
    "429 for 0.05 s": Outcome(REFUSED, TRIES, r"and asks to wait 0\.05 s\.", ends_all=True),
    "429 for an hour": Outcome(REFUSED, 1, r"and asks to wait 3600 s\.", ends_all=True),
    "429 until": Outcome(REFUSED, 1, r"and asks to wait 3600 s\.", ends_all=True),
    "429 reset": Outcome(REFUSED, 1, r"and asks to wait 360 s\.", ends_all=True),
    "400": Outcome(REFUSED, 1, r"does not take the request \(400: This text is \[31mnot allowed\.\)"),
    "407": Outcome(
        REFUSED, 1, r"proxy on the way .*wants a name and a password \(407\)", ends_all=True, about="a proxy"
    ),
    "204": Outcome(FAILED, TRIES, r"nothing at all"),
    "404": Outcome(REFUSED, 1, r"does not know .* \(404: 404 page not found\).*base_url .*model", ends_all=True),
    "422": Outcome(REFUSED, 1, r"does not take the request \(422: too fast\)"),
    "Kokoro's voice": Outcome(VoiceUnknown, 1, r"no voice 'alloy' \(400: Voice 'alloy' not found\.\)"),
    "Kokoro's model": Outcome(REFUSED, 1, r"\(400: Unsupported model: x\).*'gpt-4o-mini-tts'", ends_all=True),
    "LocalAI's 500": Outcome(FAILED, TRIES, r"failed \(500: no backend\)"),
    "502": Outcome(FAILED, TRIES, r"failed \(502\)\."),
    "503": Outcome(FAILED, TRIES, r"failed \(503\)\."),
    "503 for 0.05 s": Outcome(FAILED, TRIES, r"failed \(503: Slow down\)", ends_all=True),
    "redirect": Outcome(FAILED, 1, r"elsewhere \(302, to login\.example\.org\)\. Is base_url right\?", ends_all=True),
    "web page": Outcome(FAILED, 1, r"a web page instead of sound", ends_all=True),
    "web page as sound": Outcome(FAILED, 1, r"a web page instead of sound", ends_all=True),
    "JSON": Outcome(FAILED, TRIES, r"words instead of sound \(the model is loading\)"),
    "null": Outcome(FAILED, TRIES, r"words instead of sound\."),
    "null as sound": Outcome(FAILED, TRIES, r"words instead of sound\."),
    "empty": Outcome(FAILED, TRIES, r"nothing at all"),
    "cut short": Outcome(FAILED, TRIES, r"broke off \(RemoteProtocolError: "),
    "reset": Outcome(FAILED, TRIES, r"broke off \((ReadError|RemoteProtocolError): "),
    "truncated": Outcome(FAILED, TRIES, r"WAV breaks off: \d+ of its \d+ bytes are there"),
    "headers only": Outcome(FAILED, TRIES, r"WAV breaks off in its header"),
    "no samples": Outcome(FAILED, TRIES, r"cannot be read \(it holds no sound\)"),
    "two files": Outcome(FAILED, TRIES, r"several WAV files came as one: choose another `format`"),
    "too short": Outcome(FAILED, TRIES, r"the sound breaks off after 0\.\d\d s"),
    "silence": Outcome(FAILED, TRIES, r"the sound holds only silence"),
    "noise": Outcome(FAILED, TRIES, r"cannot be read"),
    "streamed FLAC": Outcome(FAILED, TRIES, r"FLAC does not state its length: choose another `format`"),
}


@pytest.mark.parametrize("fault", OUTCOMES)
def test_a_fault_is_an_error_that_says_which(openai: OpenAI, speech_server: SpeechServer, fault: str) -> None:
    said(openai, "نعم")  # a server that is known to work
    speech_server.clear()
    speech_server.answers.queue.extend([fault] * TRIES)
    wanted = OUTCOMES[fault]
    with pytest.raises(wanted.family, match=wanted.message) as caught:
        said(openai)
    host = f"127.0.0.1:{speech_server.server.server_port}"
    assert str(caught.value).startswith(f"openai: {wanted.about or host} ")
    assert host in str(caught.value)
    assert "\n" not in str(caught.value)
    assert TEXT not in str(caught.value), "one cause, one message"
    assert len(speech_server.asked) == wanted.tries
    speech_server.answers.queue.clear()
    assert _goes_on(openai) is not wanted.ends_all


def _goes_on(engine: OpenAI) -> bool:
    try:
        return said(engine, "نعم").samples > 0
    except EngineError:
        return False


def test_every_fault_of_the_stand_in_is_in_the_table() -> None:
    of_other_tests = {"429 for 1 s", "odd samples"}
    assert set(BAD) - of_other_tests <= set(OUTCOMES)


PASSING = [fault for fault, outcome in OUTCOMES.items() if outcome.tries == TRIES]


@pytest.mark.parametrize("fault", PASSING)
def test_a_passing_fault_is_waited_out(openai: OpenAI, speech_server: SpeechServer, fault: str) -> None:
    whole = said(openai)
    speech_server.answers.queue.extend([fault] * 2)
    assert said(openai) == whole


def test_a_server_that_wants_rest_is_left_alone(openai: OpenAI, speech_server: SpeechServer) -> None:
    speech_server.answers.queue.append("429 for 1 s")
    said(openai)
    first, second = speech_server.visits.times
    assert second - first >= 1.0


def test_samples_that_are_none_are_refused(speech_server: SpeechServer) -> None:
    engine = OpenAI(options_for(speech_server, format="pcm", tries=1))
    speech_server.answers.queue.append("odd samples")
    with pytest.raises(EngineFailed, match="no whole samples of 16 bits"):
        said(engine)
    engine.close()


def test_an_mp3_is_not_taken_for_samples(speech_server: SpeechServer) -> None:
    engine = OpenAI(options_for(speech_server, format="pcm"))
    speech_server.answers.queue.append("another format")
    with pytest.raises(EngineFailed, match=r'an MP3 instead of samples: choose `format` = "mp3"'):
        said(engine)
    engine.close()


def test_a_fault_in_the_second_piece_is_no_shorter_speech(speech_server: SpeechServer) -> None:
    engine = OpenAI(options_for(speech_server, characters_at_once=40, tries=1))
    speech_server.answers.queue.extend(["well", "empty"])
    with pytest.raises(EngineFailed, match="nothing at all"):
        said(engine)
    engine.close()


def test_without_a_key_the_message_says_which_variable(
    speech_server: SpeechServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    engine = OpenAI(options_for(speech_server))
    with pytest.raises(EngineRefused, match=r"wants a key \(401: No key .*\)\. Set .* OPENAI_API_KEY"):
        said(engine)
    engine.close()


@pytest.mark.usefixtures("openai")
def test_a_server_that_hangs_is_given_up(speech_server: SpeechServer) -> None:
    impatient = OpenAI(options_for(speech_server, timeout=0.1))
    speech_server.answers.queue.extend(["hang"] * TRIES)
    with pytest.raises(EngineFailed, match=r"did not answer \(ReadTimeout: .*Is it running"):
        said(impatient)
    assert len(speech_server.asked) == UNREACHED
    impatient.close()


def test_a_server_that_is_never_done_is_given_up_too(speech_server: SpeechServer) -> None:
    impatient = OpenAI(options_for(speech_server, patience=0.3))
    speech_server.answers.queue.append("drip")
    begin = time.monotonic()
    with pytest.raises(EngineFailed, match=r"no answer within 0\.3 s"):
        said(impatient)
    assert time.monotonic() - begin < 2.0
    impatient.close()


@pytest.mark.usefixtures("openai")
def test_a_server_that_is_not_there(speech_server: SpeechServer) -> None:
    options = options_for(speech_server)
    speech_server.server.shutdown()
    speech_server.server.server_close()
    engine = OpenAI(options)
    with pytest.raises(EngineFailed, match=r"did not answer \(ConnectError: .*[Rr]efused\)\. Is it running"):
        said(engine)
    engine.close()


def test_closing_ends_what_waits_for_a_server(openai: OpenAI, speech_server: SpeechServer) -> None:
    speech_server.answers.queue.append("hang")
    closing = threading.Timer(0.1, openai.close)
    closing.start()
    begin = time.monotonic()
    with pytest.raises(EngineFailed, match="stopped"):
        said(openai)
    assert time.monotonic() - begin < 1.0


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("SSL_CERT_FILE", "/no/such/file.pem", "cannot be asked .*SSL_CERT_FILE"),
        ("HTTP_PROXY", "nonsense://user:secret-of-the-proxy@127.0.0.1:9", "cannot be asked .*proxies"),
        ("HTTP_PROXY", "http://user:secret-of-the-proxy@127.0.0.1:9", "did not answer"),
        ("ALL_PROXY", "socks5://user:secret-of-the-proxy@127.0.0.1:9", "cannot be asked|did not answer"),
    ],
)
@pytest.mark.usefixtures("openai")
def test_an_environment_that_does_not_work(
    speech_server: SpeechServer, monkeypatch: pytest.MonkeyPatch, variable: str, value: str, message: str
) -> None:
    monkeypatch.setenv(variable, value)
    engine = OpenAI(options_for(speech_server))
    with pytest.raises(EngineFailed, match=message) as caught:
        said(engine)
    assert "secret-of-the-proxy" not in str(caught.value)
    engine.close()


def test_chance_faults_lose_nothing(openai: OpenAI, speech_server: SpeechServer) -> None:
    speech_server.answers.fail(0.3, ["503", "empty", "cut short", "429", "truncated"])
    whole = {text: said(openai, text) for text in (f"{TEXT} {number}" for number in range(30))}
    speech_server.answers.fail(0.0, [])
    assert all(said(openai, text) == speech for text, speech in whole.items())
