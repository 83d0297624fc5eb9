"""What gtts asks Google for, how it asks, and what it makes of the answers."""

import importlib.util
import math
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import msgspec
import pytest

from engines.google_answers import GOOGLE_RATE
from engines.google_stand_in import StandIn
from engines.gtts_performer import impatient
from hakawati.engines.gtts.engine import Gtts
from hakawati.engines.gtts.options import GttsOptions
from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.errors import EngineFailed, EngineUnavailable, VoiceUnknown
from hakawati.model import Speech, Voice

TEXT = "قال الرجل لصاحبه: إن هذا الأمر عظيم."
LONG = "قال الرجل لصاحبه إن هذا الأمر عظيم، " * 4
ARABIC = Voice("gtts", "ar")


def said(gtts: Gtts, text: str = TEXT, voice: Voice = ARABIC) -> Speech:
    return gtts.perform(text, voice, "ar")


def test_it_is_a_remote_engine(gtts: Gtts) -> None:
    assert isinstance(gtts, RemoteEngine)
    assert (gtts.remote, gtts.slow, gtts.at_once) == (True, False, GttsOptions().at_once)


def test_the_text_is_asked_for_whole(gtts: Gtts, google: StandIn) -> None:
    speech = said(gtts)
    assert google.asked == [TEXT]
    assert speech.rate == GOOGLE_RATE
    assert speech.marks == ()


def test_a_long_text_is_asked_for_in_pieces_over_one_connection(gtts: Gtts, google: StandIn) -> None:
    said(gtts, LONG)
    assert " ".join(google.asked) == LONG.strip()
    assert [len(piece) for piece in google.asked] == [71, 71]
    assert google.visits.connections == 1


def test_what_is_asked_is_what_requests_says(gtts: Gtts, google: StandIn) -> None:
    requests = gtts.requests(LONG, ARABIC, "ar")
    said(gtts, LONG)
    assert [request.text for request in requests] == google.asked
    assert {request.manner for request in requests} == {("ar", "com", "usual")}


def test_padding_that_is_escaped_in_the_answer_is_understood(gtts: Gtts, google: StandIn) -> None:
    plain = said(gtts)
    google.answers.queue.append("escaped")
    assert said(gtts) == plain


def test_pitch_is_the_rate_it_is_played_at(gtts: Gtts) -> None:
    deep = said(gtts, voice=Voice("gtts", "ar", pitch=-12))
    assert deep.rate == GOOGLE_RATE / 2
    assert deep.pcm == said(gtts).pcm


@pytest.mark.parametrize(("rate", "slow"), [(0.8, True), (1.0, None)])
def test_a_slow_voice_asks_for_the_slow_pace(gtts: Gtts, google: StandIn, rate: float, slow: bool | None) -> None:  # noqa: FBT001 - what the wire says
    said(gtts, voice=Voice("gtts", "ar", rate=rate))
    assert google.parameters[-1] == [TEXT, "ar", slow, "null"]


def test_the_slow_pace_may_be_set_for_all_voices(google: StandIn) -> None:
    slow = Gtts(impatient(slow=True))
    said(slow)
    slow.close()
    assert google.parameters[-1] == [TEXT, "ar", True, "null"]


def test_another_of_googles_houses_may_be_asked(google: StandIn) -> None:
    egyptian = Gtts(impatient(tld="com.eg"))
    said(egyptian)
    egyptian.close()
    assert google.hosts == ["translate.google.com.eg:443"]


@pytest.mark.parametrize("tld", ["com", "com.eg", "com.sa", "co.uk", "fr", "cat"])
def test_a_tld(tld: str) -> None:
    assert msgspec.convert({"tld": tld}, GttsOptions).tld == tld


@pytest.mark.parametrize("tld", ["", "COM", ".com", "evil.example", "com/x", "com@evil.de", "com:80", "com.e", "com\n"])
def test_no_tld(tld: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"tld": tld}, GttsOptions)


def test_all_that_can_be_heard_is_in_the_key(gtts: Gtts) -> None:
    voices = [ARABIC, Voice("gtts", "en"), Voice("gtts", "ar", rate=0.8), Voice("gtts", "ar", pitch=1)]
    keys = [gtts.shaped_by(voice) for voice in voices]
    keys += [Gtts(impatient(tld="fr")).shaped_by(ARABIC), Gtts(impatient(slow=True)).shaped_by(Voice("gtts", "fr"))]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("options", [{"tries": 2}, {"patience": 3}, {"requests_per_second": 1}, {"at_once": 1}])
def test_what_cannot_be_heard_is_not(gtts: Gtts, options: dict[str, float]) -> None:
    assert Gtts(impatient(**options)).shaped_by(ARABIC) == gtts.shaped_by(ARABIC)
    assert gtts.shaped_by(Voice("gtts", "ar", rate=1.2, volume=3)) == gtts.shaped_by(ARABIC)


def test_cookies_are_refused_and_passwords_kept(
    gtts: Gtts, google: StandIn, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("default login me password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    said(gtts, LONG)
    assert google.cookies == ["", ""]
    assert google.signed == ["", ""]


def test_threads_share_connections_and_the_rate(google: StandIn) -> None:
    per_second, at_once = 40.0, 6
    engine = Gtts(impatient(requests_per_second=per_second, at_once=at_once))
    google.answers.delay = 0.1
    requests = [Request(f"الفصل رقم {number}", ("ar", "com", "usual")) for number in range(60)]
    with ThreadPoolExecutor(at_once) as crew:
        assert all(crew.map(engine.fetch, requests))
    engine.close()
    assert sorted(google.asked) == sorted(request.text for request in requests)
    assert google.visits.most_within(1.0) <= per_second
    assert 1 < google.visits.together <= at_once
    assert google.visits.connections <= at_once


def test_closing_ends_what_is_being_asked(google: StandIn) -> None:
    engine = Gtts(impatient(timeout=60.0, patience=60.0))
    google.answers.queue.append("hang")
    with ThreadPoolExecutor(1) as crew:
        asking = crew.submit(said, engine)
        while not google.asked:
            threading.Event().wait(0.01)
        engine.close()
        with pytest.raises(EngineFailed, match=r"^gtts: stopped before the answer was there"):
            asking.result(1.0)
    with pytest.raises(EngineFailed, match="stopped"):
        said(engine)


def test_looking_at_the_engine_asks_nobody(gtts: Gtts, google: StandIn) -> None:
    assert gtts.available() is None
    assert gtts.voices("ar") == ("ar",)
    assert gtts.cast("ar")
    assert google.visits.connections == 0


def test_making_the_engine_imports_nothing_heavy() -> None:
    program = (
        "import sys; from hakawati.engines.gtts.engine import Gtts; Gtts(Gtts.Options()).close(); "
        "print([name for name in ('numpy', 'requests', 'gtts', 'soundfile') if name in sys.modules])"
    )
    answer = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=dict(os.environ)
    )
    assert answer.stdout.strip() == "[]"


def test_a_missing_package_is_named(gtts: Gtts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "soundfile" else object())
    assert gtts.available() == (
        "gtts: the package soundfile is missing. Install what it needs: pip install gTTS soundfile"
    )
    with pytest.raises(EngineUnavailable):
        said(gtts)


def test_a_near_voice_is_named(gtts: Gtts) -> None:
    with pytest.raises(VoiceUnknown, match=r"Near it: .*pt-PT"):
        said(gtts, voice=Voice("gtts", "pt-PR"))


def test_a_language_that_google_lacks(gtts: Gtts) -> None:
    with pytest.raises(VoiceUnknown):
        gtts.cast("xx")
    assert gtts.voices("xx") == ()


def test_hebrew_goes_by_its_old_name(gtts: Gtts) -> None:
    assert gtts.voices("he") == ("iw",)
    assert {voice.name for voice in gtts.cast("he").values()} == {"iw"}


def test_estimates_follow_the_rate() -> None:
    slow, fast = (Gtts(impatient(requests_per_second=rate)).characters_per_second for rate in (1.0, 10.0))
    assert math.isclose(10 * slow, fast)
