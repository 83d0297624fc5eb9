"""The key is in no message and no log, whatever a server or a library does with it."""

import base64
import logging
import pickle
import traceback
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engines.openai_performer import KEY, options_for
from engines.openai_stand_in import ECHOES, SpeechServer
from hakawati.engines.openai.blotting import BLOT, TELLING, WIRE_LOGS, Blotter, passwords
from hakawati.engines.openai.engine import OpenAI
from hakawati.errors import EngineError, EngineFailed
from hakawati.model import Voice

TEXT = "قَالَ الرَّجُلُ لِصَاحِبِهِ: إِنَّ هَذَا الْأَمْرَ عَظِيمٌ."
ALLOY = Voice("openai", "alloy")
KEYS = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_+/=.", min_size=TELLING, max_size=80)
PARTS = [KEY[start : start + TELLING] for start in range(len(KEY) - TELLING + 1)]


def betrays(text: str) -> list[str]:
    """The parts of the key in a text, also of one that was encoded as a whole."""
    return [part for part in PARTS if part.lower() in text.lower()]


def chained(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        yield from (inner for inner in (error.__cause__, error.__context__) if inner)
        error = error.__cause__ or error.__context__


@pytest.mark.parametrize("echo", ECHOES)
def test_a_server_that_repeats_the_key(speech_server: SpeechServer, echo: str) -> None:
    engine = OpenAI(options_for(speech_server, tries=1))
    speech_server.answers.queue.append(echo)
    with pytest.raises(EngineError) as caught:
        engine.perform(TEXT, ALLOY, "ar")
    told = "".join(traceback.format_exception(caught.value))
    told += "".join(f"{error!r} {error} {vars(error)}" for error in chained(caught.value))
    assert betrays(told) == []
    assert len(str(caught.value)) < 500
    assert KEY.encode() not in pickle.dumps(caught.value), "errors go to other processes"
    engine.close()


def test_the_message_keeps_what_is_no_secret(speech_server: SpeechServer) -> None:
    engine = OpenAI(options_for(speech_server))
    speech_server.answers.queue.append("echo 400")
    with pytest.raises(EngineError, match=r"\(400: Cannot do that with \[hidden\] at all\.\)"):
        engine.perform(TEXT, ALLOY, "ar")
    engine.close()


def test_a_sound_that_holds_the_key_is_not_kept(speech_server: SpeechServer) -> None:
    engine = OpenAI(options_for(speech_server, tries=1))
    speech_server.answers.queue.append("echo within")
    with pytest.raises(EngineFailed, match="it repeats the key"):
        engine.perform(TEXT, ALLOY, "ar")
    engine.close()


def test_the_wire_in_the_log_is_blotted(
    speech_server: SpeechServer, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://user:secret-of-the-proxy@127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    caplog.set_level(logging.DEBUG)
    engine = OpenAI(options_for(speech_server, tries=1))
    speech_server.answers.queue.extend(["echo beside", "echo as redirect"])
    engine.perform(TEXT, ALLOY, "ar")
    with pytest.raises(EngineFailed):
        engine.perform(TEXT, ALLOY, "ar")
    assert "httpcore.http11" in {record.name for record in caplog.records}
    assert "Set-Cookie" in caplog.text
    assert betrays(caplog.text) == []
    assert "secret-of-the-proxy" not in caplog.text
    engine.close()


def test_a_closed_engine_leaves_the_logs_alone(openai: OpenAI) -> None:
    assert all(openai._log in logging.getLogger(name).filters for name in WIRE_LOGS)
    openai.close()
    assert not any(openai._log in logging.getLogger(name).filters for name in WIRE_LOGS)


def test_neither_the_engine_nor_its_requests_show_it(openai: OpenAI) -> None:
    told = f"{openai!r} {openai._options!r} {openai.shaped_by(ALLOY)} {openai.requests(TEXT, ALLOY, 'ar')}"
    assert betrays(told) == []
    assert KEY.encode() not in pickle.dumps(openai._options)


@pytest.mark.parametrize(
    "shown",
    [
        KEY,
        KEY.upper(),
        f"https://host/?key={quote(KEY, safe='')}&x=1",
        f"Basic {base64.b64encode(f'user:{KEY}'.encode()).decode()}",
        f"Basic {base64.urlsafe_b64encode(f'us:{KEY}'.encode()).decode()}",
        base64.encodebytes(KEY.encode() * 4).decode(),
        "\n".join(KEY),
        "".join(f"&#{ord(letter)};" for letter in KEY),
        "".join(f"\\u{ord(letter):04X}" for letter in KEY),
        f"{KEY[:20]}... and ...{KEY[20:]}",
        repr(f"Bearer {KEY}".encode()),
    ],
)
def test_however_it_is_written(shown: str) -> None:
    blotted = Blotter([KEY]).blotted(f"before {shown} after")
    assert BLOT in blotted
    assert betrays(blotted) == []


@settings(deadline=None, derandomize=True, max_examples=100)
@given(KEYS, st.text(max_size=20), st.text(max_size=20))
def test_no_part_of_any_key_is_left(key: str, before: str, after: str) -> None:
    blotted = Blotter([key]).blotted(f"{before}{key}{after}").replace(BLOT, "\n")
    assert not any(key[start : start + TELLING] in blotted for start in range(len(key) - TELLING + 1))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(KEYS, st.binary(max_size=7), st.binary(max_size=7))
def test_nor_of_what_it_is_in_base64(key: str, before: bytes, after: bytes) -> None:
    coded = base64.b64encode(before + key.encode() + after).decode()
    blotted = Blotter([key]).blotted(f"got {coded} from you").replace(BLOT, "\n")
    inner = base64.b64encode(before + key.encode())[len(before) * 4 // 3 + 3 : -4].decode()
    assert not any(inner[start : start + TELLING] in blotted for start in range(len(inner) - TELLING + 1))


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=60))
def test_words_without_secrets_stay(text: str) -> None:
    assert Blotter([]).blotted(text) == Blotter([""]).blotted(text)
    if "//" not in text:
        assert Blotter([KEY]).blotted(text) == text


def test_a_word_for_servers_that_want_any_key_spoils_no_message() -> None:
    words = "there is no network here, none at all: try x y z"
    assert Blotter(["x"]).blotted(words) == words
    assert Blotter(["none"]).blotted(words) == f"there is no network here, {BLOT} at all: try x y z"


def test_passwords_of_proxies_are_secrets() -> None:
    addresses = ["http://user:p%40ss-word@proxy:3128", "socks5://token-alone@proxy", "proxy:3128", ""]
    assert set(passwords(addresses)) == {"p%40ss-word", "p@ss-word", "token-alone"}


def test_names_and_passwords_in_addresses_are_blotted_unknown_as_they_are() -> None:
    assert Blotter([]).blotted("no https://me:mine@host/") == f"no https://{BLOT}@host/"
