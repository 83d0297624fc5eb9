"""Google's stand-in answers badly: what comes of each fault."""

import base64
import json
import time
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

import pytest

from engines.google_answers import mp3
from engines.google_stand_in import FLOOD, StandIn
from engines.gtts_performer import impatient
from hakawati.engines.gtts import transport
from hakawati.engines.gtts.engine import Gtts
from hakawati.engines.gtts.google import asked
from hakawati.engines.gtts.sound import sound_in
from hakawati.engines.remote.trouble import Trouble
from hakawati.errors import EngineError, EngineFailed, EngineRefused
from hakawati.model import Speech, Voice
from hakawati.sound.frames import Frame, read_header

TEXT = "قال الرجل لصاحبه: إن هذا الأمر عظيم."
LONG = "قال الرجل لصاحبه إن هذا الأمر عظيم، " * 4

ALL, UNHEARD = 4, 3
"""Tries: as many as are set, and of a server that has never answered."""


def said(gtts: Gtts, text: str = TEXT) -> Speech:
    return gtts.perform(text, Voice("gtts", "ar"), "ar")


class Fault(NamedTuple):
    answer: str
    tries: int
    family: type[EngineError]
    message: str


FAULTS = [
    Fault("429 without a word", ALL, EngineRefused, r"too many requests from here \(429\)\. Build again later"),
    Fault("429 for long", 1, EngineRefused, "asks for 3600 s of rest"),
    Fault("429 until long after", 1, EngineRefused, "asks for 3600 s of rest"),
    Fault("captcha", 1, EngineRefused, "wants a captcha solved"),
    Fault("elsewhere", 1, EngineFailed, r"sends us to consent\.example\.org/page instead of answering \(301\)"),
    Fault("nowhere", 1, EngineFailed, "sends us to an unnamed place"),
    Fault("400", 1, EngineRefused, r"refuses this request \(400\)"),
    Fault("403", 1, EngineRefused, r"translate\.google\.com lets nobody in from here \(403\)"),
    Fault("404", 1, EngineFailed, "is `tld` right"),
    Fault("408", ALL, EngineFailed, r"did not get our request in time \(408\)"),
    Fault("500", ALL, EngineFailed, r"translate\.google\.com failed \(500\)"),
    Fault("503", 1, EngineFailed, r"failed \(503\) and asks for 3600 s of rest"),
    Fault("null", 1, EngineRefused, "no speech in 'ar' for .*its answer is null.*Is the language right"),
    Fault("null inside", 1, EngineRefused, "its answer is null"),
    Fault("empty", ALL, EngineFailed, "answered without any sound for 'قال"),
    Fault("no line", ALL, EngineFailed, "answered without any sound"),
    Fault("no frames", ALL, EngineFailed, "cannot be decoded"),
    Fault("not mp3", ALL, EngineFailed, "cannot be decoded"),
    Fault("half a mp3", ALL, EngineFailed, r"breaks off after \d\.\d\d s"),
    Fault("mp3 without its end", ALL, EngineFailed, "breaks off after"),
    Fault("few frames", ALL, EngineFailed, "breaks off after"),
    Fault("silent mp3", ALL, EngineFailed, "is silent"),
    Fault("not base64", ALL, EngineFailed, "sound for .* cannot be read: it is not base64"),
    Fault("not json", ALL, EngineFailed, "breaks off or has changed its form"),
    Fault("another form", ALL, EngineFailed, "breaks off or has changed its form"),
    Fault("cut short", ALL, EngineFailed, r"broke off in the middle of its answer, after \d+ bytes"),
    Fault("reset", ALL, EngineFailed, "broke off in the middle of its answer"),
    Fault("flood", ALL, EngineFailed, "more than 2000 kB, which is no speech"),
    Fault("drop", UNHEARD, EngineFailed, r"is not reached \(it hung up\)\. Is the network up"),
]


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.answer for fault in FAULTS])
def test_a_fault_is_an_error_that_says_which(gtts: Gtts, google: StandIn, fault: Fault) -> None:
    google.answers.queue.extend([fault.answer] * fault.tries)
    with pytest.raises(fault.family, match=fault.message) as caught:
        said(gtts)
    assert str(caught.value).startswith("gtts: ")
    assert str(caught.value).endswith(".")
    assert "secret" not in str(caught.value)
    assert len(google.asked) == fault.tries


@pytest.mark.parametrize("share", [0.2, 0.4, 0.6, 0.8])
def test_a_mp3_that_ends_between_two_frames_in_the_middle_of_a_word_is_not_whole(share: float) -> None:
    text = "قال الرجل لصاحبه إن هذا الأمر عظيم"
    whole = mp3(sum(letter.isalpha() for letter in text))
    ends = list(accumulate(frame.length for frame in frames_of(whole)))
    cut = whole[: ends[round(share * len(ends)) - 1]]
    with pytest.raises(Trouble, match="breaks off after"):
        sound_in(answered(cut), asked(text, "ar", "com", slow=False))
    assert sound_in(answered(whole), asked(text, "ar", "com", slow=False)) == whole


def answered(sound: bytes) -> bytes:
    return json.dumps([["wrb.fr", "jQ1olc", json.dumps([base64.b64encode(sound).decode()])]]).encode()


def frames_of(whole: bytes) -> Iterator[Frame]:
    at = 0
    while at < len(whole):
        frame = read_header(whole, at)
        yield frame
        at += frame.length


PASSING = [fault.answer for fault in FAULTS if fault.tries > 1]


@pytest.mark.parametrize("answer", PASSING)
def test_a_passing_fault_is_waited_out(gtts: Gtts, google: StandIn, answer: str) -> None:
    whole = said(gtts)
    google.answers.queue.append(answer)
    assert said(gtts) == whole
    assert google.asked == [TEXT] * 3


@pytest.mark.parametrize("answer", ["429", "429 until"])
def test_the_rest_that_google_asks_for_is_granted_and_told(google: StandIn, answer: str) -> None:
    engine = Gtts(impatient(tries=2))
    google.answers.queue.extend([answer, answer])
    with pytest.raises(EngineRefused, match=r"too many requests from here \(429\) and asks for 1 s of rest"):
        said(engine)
    engine.close()
    first, second = google.visits.times
    assert second - first >= 0.99


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.answer for fault in FAULTS])
def test_a_fault_in_the_second_piece_is_no_shorter_speech(gtts: Gtts, google: StandIn, fault: Fault) -> None:
    google.answers.queue.extend(["well", *[fault.answer] * ALL])
    with pytest.raises(fault.family, match=fault.message):
        said(gtts, LONG)


FOR_ALL = ["captcha", "elsewhere", "403", "404", "429 for long"]
FOR_ONE = ["null", "400", "503", "empty"]


@pytest.mark.parametrize("answer", FOR_ALL)
def test_once_google_bars_us_nothing_more_is_asked(gtts: Gtts, google: StandIn, answer: str) -> None:
    said(gtts)
    google.answers.queue.append(answer)
    with pytest.raises(EngineError) as first:
        said(gtts)
    with pytest.raises(EngineError) as later:
        said(gtts, "شيء آخر")
    assert str(later.value) == str(first.value)
    assert len(google.asked) == 2


@pytest.mark.parametrize("answer", FOR_ONE)
def test_what_google_lacks_for_one_text_it_may_have_for_another(gtts: Gtts, google: StandIn, answer: str) -> None:
    said(gtts)
    google.answers.queue.extend([answer] * ALL)
    with pytest.raises(EngineError):
        said(gtts)
    google.answers.queue.clear()
    assert said(gtts, "شيء آخر").samples


def test_a_google_that_never_answers_well_is_not_asked_for_every_text(gtts: Gtts, google: StandIn) -> None:
    google.answers.queue.extend(["empty"] * ALL)
    for text in (TEXT, "شيء آخر"):
        with pytest.raises(EngineFailed, match="without any sound"):
            said(gtts, text)
    assert len(google.asked) == ALL


def test_a_server_that_hangs_is_given_up(google: StandIn) -> None:
    engine = Gtts(impatient(timeout=0.1))
    google.answers.queue.extend(["hang"] * UNHEARD)
    with pytest.raises(EngineFailed, match=r"does not answer in time \(timeout 0\.1 s\)\. Is the network up"):
        said(engine)
    engine.close()
    assert len(google.asked) == UNHEARD


def test_a_server_that_drips_is_given_up(google: StandIn) -> None:
    engine = Gtts(impatient(timeout=0.1, tries=1))
    google.answers.queue.append("drip")
    began = time.monotonic()
    with pytest.raises(EngineFailed, match=r"too slow \(its answer was not complete after 0\.2 s\)"):
        said(engine)
    assert time.monotonic() - began < 2.0
    engine.close()


def test_an_answer_without_end_is_not_kept(gtts: Gtts, google: StandIn) -> None:
    assert transport.LARGEST < FLOOD
    google.answers.queue.append("flood")
    assert said(gtts).samples
    assert google.visits.connections == 2


def test_the_connection_is_kept_after_an_answer_that_is_no_sound(gtts: Gtts, google: StandIn) -> None:
    google.answers.queue.extend(["500", "429 without a word", "empty"])
    assert said(gtts).samples
    assert google.visits.connections == 1


def test_no_network(gtts: Gtts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(
        EngineFailed, match=r"proxy 127\.0\.0\.1 is not reached \(Connection refused\)\. Is the network up"
    ):
        said(gtts)


SECRET_PROXIES = [
    ("http://me:s3cret@127.0.0.1:9", "by way of the proxy 127.0.0.1 is not reached"),
    ("http://me:s3cret@127.0.0.1:port", "the proxy's address cannot be understood"),
    ("http://me:s3cret", "the proxy's address cannot be understood|is not reached"),
    ("what://me:s3cret@127.0.0.1:9", "the proxy's address cannot be understood"),
    ("socks5://me:s3cret@127.0.0.1:9", "the proxy's address cannot be understood|is not reached"),
    ("http://me:s3cret@[::1:9", "the proxy's address cannot be understood"),
]


@pytest.mark.parametrize(("proxy", "message"), SECRET_PROXIES, ids=[proxy for proxy, _ in SECRET_PROXIES])
def test_a_proxys_password_is_never_shown(
    gtts: Gtts, monkeypatch: pytest.MonkeyPatch, proxy: str, message: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(EngineFailed, match=message) as caught:
        said(gtts)
    assert "s3cret" not in str(caught.value)
    assert "HTTPS_PROXY" in str(caught.value) or "127.0.0.1" in str(caught.value)


def test_a_proxy_that_wants_a_password(gtts: Gtts, google: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(google, "tunnels", 407)
    with pytest.raises(EngineFailed, match=r"the proxy wants a name and a password \(407\)"):
        said(gtts)


def test_a_proxy_that_does_not_get_through(gtts: Gtts, google: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(google, "tunnels", 502)
    with pytest.raises(EngineFailed, match=r"is not reached: the proxy does not let us through \(502\)"):
        said(gtts)


def test_a_certificate_that_nobody_vouches_for_is_not_taken(
    gtts: Gtts, google: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(EngineFailed, match=r"nobody vouches that this is translate\.google\.com \(certificate: "):
        said(gtts)
    assert google.asked == []
    assert google.visits.connections == 1


def test_a_certificate_of_somebody_else_is_not_taken(google: StandIn) -> None:
    engine = Gtts(impatient(tld="fr"))
    with pytest.raises(EngineFailed, match=r"nobody vouches that this is translate\.google\.fr"):
        said(engine)
    engine.close()
    assert google.asked == []


def test_an_authority_that_is_not_there(gtts: Gtts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/file.pem")
    with pytest.raises(EngineFailed, match=r"/no/such/file\.pem.* mend REQUESTS_CA_BUNDLE"):
        said(gtts)


def test_of_many_requests_a_third_fails_and_nothing_is_lost(google: StandIn) -> None:
    engine = Gtts(impatient(tries=12, patience=60.0))
    google.answers.fail(0.3, ["429 without a word", "500", "reset", "empty", "drop", "mp3 without its end"], seed=5)
    texts = [f"الفصل رقم {number}" for number in range(40)]
    assert all(said(engine, text).samples for text in texts)
    engine.close()
    assert set(google.asked) == set(texts)
    assert len(google.asked) > 40
