"""Whatever the service does: the right error, in time, and never a hole in the speech."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import aiohttp
import pytest
from edge_tts.constants import TRUSTED_CLIENT_TOKEN
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from engines.edge_performer import QUICK
from engines.edge_stand_in import HTTP_FAULTS, StandIn
from hakawati.engines.edge.engine import RECURRENCES, Edge
from hakawati.engines.edge.faults import trouble_of
from hakawati.engines.edge.proxy import HOST
from hakawati.engines.edge.question import Question
from hakawati.engines.remote.trouble import Cure
from hakawati.errors import EngineError, EngineFailed, EngineRefused
from hakawati.model import Speech, Voice

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ، فَقَالَ: «السَّلَامُ عَلَيْكُمْ»."
HAMED = Voice("edge", "ar-SA-HamedNeural")

FAULTS: dict[str, tuple[type[EngineError], str]] = {
    "429 for long": (EngineRefused, r"too many requests.*\(429\) and asks to wait 3600 s"),
    "429 by itself": (EngineRefused, r"too many requests.*\(429\)\."),
    "403": (EngineRefused, r"does not let this program in \(403\).*clock.*pip install -U edge-tts"),
    "403 without a date": (EngineRefused, r"does not let this program in \(403\)"),
    "404": (EngineRefused, r"does not let this program in \(404\)"),
    "500": (EngineFailed, r"failed \(500\)"),
    "503": (EngineFailed, r"failed \(503\)"),
    "captcha": (EngineRefused, "a web page instead of speech.*captcha"),
    "web page": (EngineRefused, "a web page instead of speech.*log-in page"),
    "reset at once": (EngineFailed, "is not reached"),
    "hang at once": (EngineFailed, "does not answer.*network"),
    "hang from the first": (EngineFailed, "does not answer.*network"),
    "hang": (EngineFailed, "fell silent in the middle of 'خَرَجَ"),
    "reset": (EngineFailed, "broke off in the middle of 'خَرَجَ"),
    "no end": (EngineFailed, "broke off in the middle of 'خَرَجَ"),
    "no sound": (EngineRefused, "no sound for 'خَرَجَ.*in the voice ar-SA-HamedNeural"),
    "unknown message": (EngineFailed, "not understood.*Unknown path.*pip install -U edge-tts"),
    "no headers": (EngineFailed, "not understood"),
    "null": (EngineFailed, "not understood"),
    "null metadata": (EngineFailed, "not understood"),
    "garbage metadata": (EngineFailed, "not understood"),
    "metadata that is no JSON": (EngineFailed, "not understood"),
    "truncated": (EngineFailed, r"not whole: its sound breaks off after \d\.\d\d s"),
    "truncated, without words": (EngineFailed, r"not whole: its sound ends \d\.\d\d s after the begin of 'خَرَجَ"),
    "half the text": (EngineFailed, r"not whole: its sound ends \d\.\d\d s after the begin of '"),
    "no mp3": (EngineFailed, "not whole: its sound cannot be decoded"),
    "silence": (EngineFailed, "not whole: its sound is nothing but silence"),
    "words in disorder": (EngineFailed, "not whole: its sound comes with words in disorder"),
}
"""What the service may do: the error where it goes on so, and what it says."""

FOR_GOOD = ("429 for long", "captcha", "web page")
"""What is not asked again after."""


@pytest.fixture
def hasty(edge_service: StandIn) -> Iterator[Edge]:
    """Waits half a second for a message, and tries three times."""
    assert edge_service.proxy
    engine = Edge(replace(QUICK, timeout=0.5, tries=3))
    yield engine
    engine.close()


@pytest.fixture
def stubborn(edge_service: StandIn) -> Iterator[Edge]:
    assert edge_service.proxy
    engine = Edge(replace(QUICK, tries=30))
    yield engine
    engine.close()


@pytest.fixture
def performer(edge: Edge, hasty: Edge, fault: str) -> Edge:
    """Nobody waits long for a server that plays dead; all else has time, however busy the machine is."""
    return hasty if "hang" in fault else edge


def said(edge: Edge, text: str = TEXT) -> Speech:
    return edge.perform(text, HAMED, "ar")


def test_every_fault_of_the_stand_in_is_looked_at() -> None:
    assert set(FAULTS) | {"429"} >= set(HTTP_FAULTS)


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_stays_is_an_error_that_says_why(performer: Edge, edge_service: StandIn, fault: str) -> None:
    edge_service.answers.fail(1.0, [fault])
    error, message = FAULTS[fault]
    with pytest.raises(error, match=f"^edge: .*{message}") as caught:
        said(performer)
    assert TRUSTED_CLIENT_TOKEN not in str(caught.value)
    assert "://" not in str(caught.value)
    assert (len(edge_service.visits.times) == 1) == (fault in FOR_GOOD)


@pytest.mark.parametrize("fault", sorted({*FAULTS, "429"} - set(FOR_GOOD)))
def test_a_fault_that_passes_leaves_no_trace(performer: Edge, edge_service: StandIn, fault: str) -> None:
    whole = said(performer)
    edge_service.answers.queue.append(fault)
    assert said(performer) == whole


def test_when_three_in_ten_fail_all_is_said_in_the_end(stubborn: Edge, edge_service: StandIn) -> None:
    texts = [f"{TEXT} {number}" for number in range(40)]
    whole = [said(stubborn, text) for text in texts]
    edge_service.forget()
    edge_service.answers.fail(0.3, ["500", "429 by itself", "reset", "no end", "truncated", "null", "no sound"], seed=5)
    with ThreadPoolExecutor(stubborn.at_once) as threads:
        assert list(threads.map(lambda text: said(stubborn, text), texts)) == whole
    assert len(edge_service.visits.times) > len(texts)


def test_a_voice_the_service_does_not_have_is_given_up_soon(edge: Edge, edge_service: StandIn) -> None:
    with pytest.raises(EngineRefused, match=r"^edge: .*no sound.*ar-XX-NobodyNeural.*Is there such a voice"):
        edge.perform(TEXT, replace(HAMED, name="ar-XX-NobodyNeural"), "ar")
    assert len(edge_service.visits.times) == RECURRENCES


def test_one_text_without_sound_does_not_stop_the_others(edge: Edge, edge_service: StandIn) -> None:
    edge_service.answers.queue.extend(["no sound"] * RECURRENCES)
    with pytest.raises(EngineRefused, match="no sound"):
        said(edge)
    assert said(edge).samples


def test_whoever_is_not_let_in_asks_no_more(edge: Edge, edge_service: StandIn) -> None:
    edge_service.answers.fail(1.0, ["404"])
    for _ in range(2):
        with pytest.raises(EngineRefused, match="404"):
            said(edge)
    assert len(edge_service.visits.times) == RECURRENCES


def test_a_certificate_nobody_vouches_for_is_refused(edge_unvouched: StandIn) -> None:
    edge = Edge(QUICK)
    with pytest.raises(
        EngineFailed, match=f"^edge: nobody vouches for the certificate that {HOST} shows .*nothing was"
    ):
        said(edge)
    edge.close()
    assert edge_unvouched.visits.connections == 1
    assert edge_unvouched.asked == []


def test_a_service_that_is_not_there(hasty: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{taken.getsockname()[1]}")
        with pytest.raises(EngineFailed, match=rf"^edge: {HOST} is not reached \(.*refused"):
            said(hasty)


def test_a_name_that_nobody_knows(hasty: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.delenv("HTTPS_PROXY")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(EngineFailed, match=rf"^edge: {HOST} is not reached \(Name or service not known\)"):
        said(hasty)


@pytest.mark.parametrize(("gate", "why"), [(407, "wants a name and a password"), (403, "refused"), (502, "refused")])
def test_a_proxy_that_lets_nobody_through(hasty: Edge, edge_service: StandIn, gate: int, why: str) -> None:
    edge_service.gate = gate
    with pytest.raises(EngineFailed, match=rf"^edge: the proxy in HTTPS_PROXY {why} \({gate}\)"):
        said(hasty)


@pytest.mark.parametrize(
    "address", ["socks5://sindbad:sesame@127.0.0.1:1", "http://sindbad:sesame@:1", "http://h:sesame"]
)
def test_a_proxy_that_cannot_be_used_is_named_without_its_password(
    edge: Edge, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", address)
    with pytest.raises(EngineFailed, match=r"^edge: the proxy in HTTPS_PROXY cannot be used") as caught:
        said(edge)
    assert "sesame" not in str(caught.value)


def test_no_proxy_where_none_is_wanted(hasty: Edge, edge_service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def unknown(host: object, *_: object, **__: object) -> None:
        asked.append(host)
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setenv("NO_PROXY", HOST)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(EngineFailed, match="is not reached"):
        said(hasty)
    assert set(asked) == {HOST}
    assert edge_service.visits.connections == 0


@pytest.mark.parametrize(
    ("headers", "wait"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:05 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 5.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:27:00 GMT", "Date": "Wed, 21 Oct 2026 07:28:00 GMT"}, 0.0),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:05 GMT"}, None),
        ({"Retry-After": "soon"}, None),
        ({"Retry-After": "-3"}, None),
        ({}, None),
    ],
)
@pytest.mark.parametrize(("status", "cure"), [(429, Cure.SLOW_DOWN), (503, Cure.TRY_AGAIN)])
def test_rests_as_long_as_it_is_asked_to(status: int, cure: Cure, headers: dict[str, str], wait: float | None) -> None:
    sent: CIMultiDictProxy[str] = CIMultiDictProxy(CIMultiDict(headers))
    request = aiohttp.RequestInfo(URL("wss://host/"), "GET", CIMultiDictProxy(CIMultiDict()), URL("wss://host/"))
    refused = aiohttp.WSServerHandshakeError(request, (), status=status, headers=sent)
    trouble = trouble_of(refused, Question(TEXT, HAMED.name, "+0%", "+0Hz"))
    assert (trouble.cure, trouble.wait) == (cure, wait)
