"""Edge's voices before a stand-in for their service: what is asked, what is heard, and what is kept."""

import base64
import itertools
import subprocess
import sys
import threading
import time
from array import array
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import msgspec
import pytest

from engines.edge_performer import QUICK
from engines.edge_stand_in import GAP, LETTER, Asked, StandIn
from hakawati.engines.edge.engine import REVISION, Edge
from hakawati.engines.protocol import Request
from hakawati.engines.versions import installed
from hakawati.errors import EngineFailed, EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ، فَقَالَ: «السَّلَامُ عَلَيْكُمْ»."
HAMED = Voice("edge", "ar-SA-HamedNeural")
DECODERS_DELAY = 0.05
"""Seconds that an MP3 without an Info frame comes out late."""


def said(edge: Edge, text: str, voice: Voice = HAMED) -> Speech:
    return edge.perform(text, voice, "ar")


def level(speech: Speech, begin: float, end: float) -> float:
    """The mean height of the wave between two times in seconds."""
    wave = array("h", speech.pcm)[round(begin * speech.rate) : round(end * speech.rate)]
    return sum(map(abs, wave)) / len(wave)


def answering(thread: threading.Thread) -> bool:
    """Whether it is one of the stand-in's."""
    return "process_request" in thread.name


def test_asks_for_the_text_as_it_stands_with_voice_pace_and_pitch(edge: Edge, edge_service: StandIn) -> None:
    said(edge, TEXT, replace(HAMED, rate=0.9, pitch=-2.0, volume=-6.0))
    assert edge_service.asked == [Asked(TEXT, "ar-SA-HamedNeural", "-10%", "-12Hz")]


@pytest.mark.parametrize("text", ["قال <ابن> & 'غيره' \"ثم\"", "&lt;لا&gt; &amp; نعم"])
def test_signs_of_mark_up_are_text(edge: Edge, edge_service: StandIn, text: str) -> None:
    said(edge, text)
    assert [asked.text for asked in edge_service.asked] == [text]


def test_every_word_is_marked_where_it_sounds(edge: Edge) -> None:
    speech = said(edge, TEXT)
    marked = [TEXT[mark.start : mark.end] for mark in speech.marks]
    assert marked == ["خَرَجَ", "رَسُولُ", "اللَّهِ", "إِلَى", "الْمَدِينَةِ", "فَقَالَ", "السَّلَامُ", "عَلَيْكُمْ"]
    begins = [mark.sample / speech.rate for mark in speech.marks]
    gaps = [later - earlier for earlier, later in itertools.pairwise(begins[1:])]
    letters = [sum(letter.isalnum() for letter in word) for word in marked]
    assert gaps == pytest.approx([number * LETTER + GAP for number in letters[1:-1]], abs=0.001)
    last = begins[-1] + DECODERS_DELAY
    assert level(speech, last, last + 0.1) > 10 * level(speech, last - GAP + 0.02, last - 0.02)


def test_the_silence_around_speech_is_left_out(edge: Edge) -> None:
    speech = said(edge, "نعم")
    assert speech.samples / speech.rate == pytest.approx(3 * LETTER, abs=0.1)


def test_without_the_times_of_words_there_are_no_marks(edge: Edge, edge_service: StandIn) -> None:
    edge_service.answers.queue.append("no words")
    speech = said(edge, TEXT)
    assert speech.marks == ()
    assert speech.pcm == said(edge, TEXT).pcm


def test_a_long_text_is_asked_for_in_pieces_and_joined_with_pauses(edge: Edge, edge_service: StandIn) -> None:
    text = f"{TEXT} " * 20
    speech = said(edge, text)
    assert len(edge_service.asked) == len(edge.requests(text, HAMED, "ar")) == 2
    assert " ".join(asked.text for asked in edge_service.asked) == text.rstrip()
    assert [text[mark.start : mark.end] for mark in speech.marks] == [
        TEXT[mark.start : mark.end] for mark in said(edge, TEXT).marks
    ] * 20
    second = next(mark for mark in speech.marks if mark.start >= len(edge_service.asked[0].text))
    before = second.sample / speech.rate
    assert level(speech, before - 0.4, before - 0.05) == 0


def test_an_answer_is_kept_whole_and_understood_without_asking(edge: Edge, edge_service: StandIn) -> None:
    (request,) = edge.requests(TEXT, HAMED, "ar")
    answer = edge.fetch(request)
    edge_service.forget()
    assert edge.assembled(TEXT, HAMED, [answer]) == said(edge, TEXT)
    assert len(edge_service.asked) == 1


def test_what_is_kept_and_damaged_is_an_error(edge: Edge) -> None:
    (request,) = edge.requests(TEXT, HAMED, "ar")
    mp3, words = msgspec.msgpack.decode(edge.fetch(request))
    for damaged in (b"\0", msgspec.msgpack.encode([1, 2]), msgspec.msgpack.encode([mp3[:50], words])):
        with pytest.raises(EngineFailed, match=r"^edge: .*kept"):
            edge.assembled(TEXT, HAMED, [damaged])


def test_a_take_is_told_apart_by_all_that_is_sent() -> None:
    edge = Edge(QUICK)
    assert edge.shaped_by(replace(HAMED, rate=1.1, volume=3)) == (
        *("edge", installed("edge-tts"), REVISION),
        *("ar-SA-HamedNeural", "+10%", "+0Hz"),
    )


def test_options_do_not_shape_the_sound() -> None:
    slower = Edge(replace(QUICK, requests_per_second=1.0, timeout=9.0))
    assert slower.shaped_by(HAMED) == Edge(QUICK).shaped_by(HAMED)


def test_a_voice_the_service_lacks(edge: Edge) -> None:
    with pytest.raises(VoiceUnknown, match=r"^edge: .*'Hamed'"):
        edge.requests(TEXT, replace(HAMED, name="Hamed"), "ar")


def test_as_many_as_are_allowed_are_under_way_together(edge: Edge, edge_service: StandIn) -> None:
    edge_service.answers.delay = 0.2
    requests = [edge.requests(f"{TEXT} {number}", HAMED, "ar")[0] for number in range(edge.at_once)]
    with ThreadPoolExecutor(edge.at_once) as threads:
        answers = list(threads.map(edge.fetch, requests))
    assert all(answers)
    assert edge_service.visits.together > 1


def test_no_more_in_a_second_than_is_allowed(edge_service: StandIn) -> None:
    edge = Edge(replace(QUICK, requests_per_second=10.0))
    requests = [edge.requests(f"كلمة {number}", HAMED, "ar")[0] for number in range(12)]
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(edge.fetch, requests))
    edge.close()
    assert edge_service.visits.most_within(0.9) <= 10


def test_closed_in_the_middle_it_ends_at_once(edge: Edge, edge_service: StandIn) -> None:
    edge_service.answers.queue.append("hang from the first")
    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(said, edge, TEXT)
        while not edge_service.asked:
            time.sleep(0.01)
        began = time.monotonic()
        edge.close()
        with pytest.raises(EngineFailed, match=r"^edge: stopped"):
            asking.result()
    assert time.monotonic() - began < 1


def test_closed_it_leaves_no_thread_behind(edge: Edge, edge_service: StandIn) -> None:
    before = set(threading.enumerate())
    edge_service.answers.queue.append("hang from the first")
    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(said, edge, TEXT)
        while not edge_service.asked:
            time.sleep(0.01)
        edge.close()
        assert isinstance(asking.exception(), EngineFailed)
    until = time.monotonic() + 3
    while left := [thread for thread in threading.enumerate() if thread not in before and not answering(thread)]:
        assert time.monotonic() < until, left
        time.sleep(0.01)


def test_with_a_wrong_clock_it_learns_the_time_and_is_let_in(edge: Edge, edge_service: StandIn) -> None:
    edge_service.clock = True
    assert said(edge, TEXT).samples
    assert len(edge_service.visits.times) == 2
    assert len(edge_service.asked) == 1


def test_the_proxy_is_shown_its_password(edge: Edge, edge_service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", edge_service.proxy.replace("://", "://sindbad:open%20sesame@"))
    assert said(edge, "نعم").samples
    told = base64.b64encode(b"sindbad:open sesame").decode()
    assert edge_service.passwords == [f"Basic {told}"]


def test_a_proxy_without_a_scheme_is_one(edge: Edge, edge_service: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", edge_service.proxy.removeprefix("http://"))
    assert said(edge, "نعم").samples


def test_without_its_package_it_says_what_it_needs(edge: Edge, monkeypatch: pytest.MonkeyPatch) -> None:
    assert edge.available() is None
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert edge.available() == "edge: the package edge-tts is missing. Install it: pip install 'hakawati[edge]'"
    with pytest.raises(EngineUnavailable, match=r"hakawati\[edge\]"):
        edge.fetch(Request(TEXT, ()))


def test_nothing_heavy_is_loaded_before_something_is_said() -> None:
    program = """
import sys
from hakawati.engines.edge.engine import Edge, EdgeOptions
engine = Edge(EdgeOptions())
engine.available(), engine.cast("ar"), engine.voices("")
print(sorted({"aiohttp", "edge_tts", "numpy", "soundfile"} & set(sys.modules)))
"""
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_the_cast_sounds_like_eight_roles(edge: Edge, edge_service: StandIn) -> None:
    for voice in edge.cast("ar").values():
        said(edge, "نعم", voice)
    assert len(set(edge_service.asked)) == len(Role)
