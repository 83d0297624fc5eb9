"""Google's stand-in answers well and badly; what comes of each."""

import importlib.util

import pytest

from engines.google_stand_in import GOOGLE_RATE, StandIn
from hakawati.engines.gtts.engine import Gtts
from hakawati.errors import EngineError, EngineFailed, EngineRefused, EngineUnavailable, VoiceUnknown
from hakawati.model import Speech, Voice

TEXT = "قال الرجل لصاحبه: إن هذا الأمر عظيم."
LONG = "قال الرجل لصاحبه إن هذا الأمر عظيم، " * 4


def said(gtts: Gtts, text: str = TEXT, voice: Voice | None = None) -> Speech:
    return gtts.perform(text, voice or Voice("gtts", "ar"), "ar")


def test_the_text_is_asked_for_whole(gtts: Gtts, google: StandIn) -> None:
    speech = said(gtts)
    assert google.asked == [TEXT]
    assert speech.rate == GOOGLE_RATE
    assert speech.marks == ()


def test_a_long_text_is_asked_for_in_pieces_over_one_connection(gtts: Gtts, google: StandIn) -> None:
    speech = said(gtts, LONG)
    assert "".join(google.asked).replace(" ", "") == LONG.replace(" ", "")
    assert all(len(piece) <= 100 for piece in google.asked)
    assert len(google.asked) == 2
    assert google.connections == 1
    assert speech.samples == sum(said(gtts, piece).samples for piece in google.asked[:2])


def test_padding_that_is_escaped_in_the_answer_is_understood(gtts: Gtts, google: StandIn) -> None:
    plain = said(gtts)
    google.answers.append("escaped")
    assert said(gtts) == plain


def test_pitch_is_the_rate_it_is_played_at(gtts: Gtts) -> None:
    deep = said(gtts, voice=Voice("gtts", "ar", pitch=-12))
    assert deep.rate == GOOGLE_RATE / 2
    assert deep.pcm == said(gtts).pcm


@pytest.mark.parametrize(("rate", "slow"), [(0.8, True), (1.0, None)])
def test_a_slow_voice_asks_for_the_slow_pace(gtts: Gtts, google: StandIn, rate: float, slow: bool | None) -> None:  # noqa: FBT001 - what the wire says
    said(gtts, voice=Voice("gtts", "ar", rate=rate))
    assert google.parameters[-1] == [TEXT, "ar", slow, "null"]


FAULTS = [
    ("429", 3, EngineRefused, r"too many requests from here \(429\) and asks to wait 7 s"),
    ("429 for long", 1, EngineRefused, "asks to wait 3600 s"),
    ("429 until", 3, EngineRefused, "asks to wait Wed, 21 Oct"),
    ("captcha", 1, EngineRefused, "captcha"),
    ("elsewhere", 1, EngineFailed, "example.org"),
    ("500", 3, EngineFailed, r"server failed \(500\)"),
    ("403", 1, EngineRefused, "403"),
    ("null", 1, EngineRefused, "no speech in 'ar'"),
    ("empty", 1, EngineFailed, "without any sound"),
    ("no sound", 1, EngineFailed, "without any sound"),
    ("no frames", 1, EngineFailed, "cannot be decoded|breaks off"),
    ("not mp3", 1, EngineFailed, "cannot be decoded|breaks off"),
    ("short mp3", 1, EngineFailed, "breaks off|cannot be decoded"),
    ("not base64", 1, EngineFailed, "cannot be read"),
    ("not json", 1, EngineFailed, "breaks off or has changed its form"),
    ("cut short", 3, EngineFailed, "no answer"),
]


@pytest.mark.parametrize(("answer", "tries", "family", "message"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_an_error_that_says_which(
    gtts: Gtts, google: StandIn, answer: str, tries: int, family: type[EngineError], message: str
) -> None:
    google.answers.extend([answer] * 3)
    with pytest.raises(family, match=message) as caught:
        said(gtts)
    assert str(caught.value).startswith("gtts: ")
    assert len(google.asked) == tries


@pytest.mark.parametrize("answer", ["429", "500", "cut short"])
def test_a_passing_fault_is_waited_out(gtts: Gtts, google: StandIn, answer: str, waits: list[float]) -> None:
    whole = said(gtts)
    google.answers.extend([answer, answer])
    assert said(gtts) == whole
    assert waits == ([7.0, 7.0] if answer == "429" else [1.0, 2.0])


def test_a_fault_in_the_second_piece_is_no_shorter_speech(gtts: Gtts, google: StandIn) -> None:
    google.answers.extend(["well", "empty"])
    with pytest.raises(EngineFailed):
        said(gtts, LONG)


def test_a_server_that_hangs_is_given_up(google: StandIn) -> None:
    impatient = Gtts(timeout=(2.0, 0.1), sleep=lambda _: None)
    google.answers.extend(["hang"] * 3)
    with pytest.raises(EngineFailed, match=r"no answer .*[Tt]imed? ?out"):
        said(impatient)
    impatient.close()
    assert len(google.asked) == 3


def test_no_network(gtts: Gtts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    with pytest.raises(EngineFailed, match="Is the network up"):
        said(gtts)


def test_a_certificate_that_nobody_vouches_for_is_not_taken(
    gtts: Gtts, google: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(EngineFailed, match="CERTIFICATE_VERIFY_FAILED"):
        said(gtts)
    assert google.asked == []


def test_an_authority_that_is_not_there(gtts: Gtts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/no/such/file.pem")
    with pytest.raises(EngineFailed, match=r"/no/such/file\.pem"):
        said(gtts)


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
