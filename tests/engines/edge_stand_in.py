"""A stand-in for Microsoft's speech service on the loopback: a CONNECT proxy that ends the TLS itself, shakes hands and
speaks the service's protocol over the WebSocket: a configuration and SSML come, sound and the times of words go.
"""

import html
import json
import re
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from functools import cache
from pathlib import Path
from typing import NamedTuple

import lameenc
import numpy as np
import numpy.typing as npt

from engines.edge_websocket import BINARY, CLOSE, TEXT, Message, receive, send, shake_hands
from engines.loopback import LONGEST_HANG, Answers, LoopbackServer, Tunnelling, Visits, certified, reset, serving
from hakawati.engines.edge.voices import names_of

Wave = npt.NDArray[np.float64]

HOST, ELSEWHERE = "speech.platform.bing.com", "www.bing.com"
PATH = "/consumer/speech/synthesize/readaloud/edge/v1?"
RATE = 24_000
TICKS = 10_000_000 / RATE
"""In a sample."""
LEAD, LETTER, GAP, TAIL = 0.1, 0.05, 0.05, 0.8
"""Seconds: the silence ahead, a letter, the silence between words, that at the end, as the service leaves them."""

HTTP_FAULTS: dict[str, tuple[int, dict[str, str]]] = {
    "429": (429, {"Retry-After": "1"}),
    "429 for long": (429, {"Retry-After": "3600"}),
    "429 by itself": (429, {}),
    "403": (403, {"Date": formatdate(usegmt=True)}),
    "403 without a date": (403, {}),
    "404": (404, {}),
    "500": (500, {}),
    "503": (503, {}),
    "captcha": (302, {"Location": f"https://{ELSEWHERE}/captcha?to=speech"}),
    "web page": (200, {"Content-Type": "text/html"}),
}
"""Instead of a WebSocket: HTTP's status and headers."""


class Asked(NamedTuple):
    """What came: the text without the mark-up around it, and the words of its mark-up."""

    text: str
    voice: str
    rate: str
    pitch: str


class Spoken(NamedTuple):
    """MP3, and the words in it: text, begin and length in ticks of 100 ns."""

    mp3: bytes
    words: tuple[tuple[str, int, int], ...]


class StandIn:
    """`answers` says what to answer; `asked` is what was asked for, `visits` when. Where `clock` is set, its clock is an
    hour ahead, and the next who comes is turned away and told so. `gate`: the status with which the proxy lets nobody
    through; `passwords` is what it was shown."""

    def __init__(self, folder: Path) -> None:
        self.certified = certified(folder, HOST, ELSEWHERE)
        self.released = threading.Event()
        self.server = LoopbackServer(_Handler, self)
        self.forget()

    def forget(self) -> None:
        """As new, for the next test."""
        self.answers, self.visits = Answers(), Visits()
        self.asked: list[Asked] = []
        self.passwords: list[str | None] = []
        self.clock = False
        self.gate = 0

    @property
    def proxy(self) -> str:
        return self.server.address


@contextmanager
def standing_in(folder: Path) -> Iterator[StandIn]:
    stand_in = StandIn(folder)
    with serving(stand_in.server, stand_in.released):
        yield stand_in


class _Handler(Tunnelling):
    server: LoopbackServer

    @property
    def stand_in(self) -> StandIn:
        assert isinstance(self.server.stand_in, StandIn)
        return self.server.stand_in

    def tls(self) -> ssl.SSLContext:
        return self.stand_in.certified.tls

    def do_CONNECT(self) -> None:  # noqa: N802 - so named by http.server
        self.stand_in.visits.connected()
        self.stand_in.passwords.append(self.headers["Proxy-Authorization"])
        if self.stand_in.gate:
            self._refuse(self.stand_in.gate, {})
        else:
            super().do_CONNECT()

    def do_GET(self) -> None:  # noqa: N802 - so named by http.server
        self.close_connection = True
        if not self.path.startswith(PATH):
            self._refuse(200, {"Content-Type": "text/html"})
            return
        with self.stand_in.visits:
            answer = self.stand_in.answers.next()
            time.sleep(self.stand_in.answers.delay)
            try:
                self._answer(answer)
            except (OSError, EOFError):  # the other side has given up waiting
                return

    def _answer(self, answer: str) -> None:
        if self.stand_in.clock:
            self.stand_in.clock = False
            self._refuse(403, {"Date": formatdate(time.time() + 3600, usegmt=True)})
        elif answer in HTTP_FAULTS:
            self._refuse(*HTTP_FAULTS[answer])
        elif answer == "reset at once":
            reset(self)
        elif answer == "hang at once":
            self.stand_in.released.wait(LONGEST_HANG)
        else:
            shake_hands(self)
            self._converse(answer)

    def _refuse(self, status: int, headers: dict[str, str]) -> None:
        body = b"<html>Are you a robot?</html>"
        self.send_response_only(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()

    def _converse(self, answer: str) -> None:
        configuration = json.loads(receive(self).data.partition(b"\r\n\r\n")[2])
        wanted = configuration["context"]["synthesis"]["audio"]
        assert wanted["outputFormat"] == "audio-24khz-48kbitrate-mono-mp3"
        assert wanted["metadataoptions"]["wordBoundaryEnabled"] == "true"
        asked = _asked(receive(self).data.decode())
        self.stand_in.asked.append(asked)
        messages = _messages(answer, asked)
        if answer in ("hang", "reset"):
            messages = messages[: len(messages) // 2]
        for message in messages:
            send(self, message)
        if answer in ("hang", "hang from the first"):
            self.stand_in.released.wait(LONGEST_HANG)
        if answer == "reset":
            reset(self)
        else:
            send(self, Message(CLOSE, b"\x03\xe8"))
            receive(self)


def _asked(message: str) -> Asked:
    """The SSML in a message. It is taken apart as XML is: a bare `<` or `&` in the text would be a mistake."""
    headers, _, ssml = message.partition("\r\n\r\n")
    assert "Path:ssml" in headers
    found = re.fullmatch(
        r"<speak [^<>]*><voice name='Microsoft Server Speech Text to Speech Voice \(([^<>]*), ([^<>]*)\)'>"
        r"<prosody pitch='([^<>]*)' rate='([^<>]*)' volume='\+0%'>([^<>]*)</prosody></voice></speak>",
        ssml,
        re.DOTALL,
    )
    assert found, ssml
    locale, name, pitch, rate, text = found.groups()
    assert not re.search("&(?!amp;|lt;|gt;)", text)
    return Asked(html.unescape(text), f"{locale}-{name}", rate, pitch)


def _messages(answer: str, asked: Asked) -> list[Message]:
    """What the service sends for a text, or what the fault of this name makes of it."""
    spoken = _spoken(answer, asked)
    if answer in ("no sound", "hang from the first") or asked.voice not in names_of(""):
        return [_text("turn.start", {}), *([_text("turn.end", {})] if answer != "hang from the first" else [])]
    sound = [_sound(spoken.mp3[at : at + 1440]) for at in range(0, len(spoken.mp3), 1440)]
    words = [_text("audio.metadata", {"Metadata": [_boundary(*word)]}) for word in spoken.words]
    odd = {
        "unknown message": _text("surprise", {}),
        "no headers": Message(TEXT, b"what?\r\n\r\n"),
        "null": _text("audio.metadata", None),
        "null metadata": _text("audio.metadata", {"Metadata": None}),
        "garbage metadata": _text("audio.metadata", {"Metadata": [_boundary("word", "soon", "long")]}),
        "metadata that is no JSON": Message(TEXT, b'Path:audio.metadata\r\n\r\n{"Meta'),
    }
    ending = (
        []
        if answer == "no end"
        else [Message(BINARY, _headed(b"X-RequestId:0\r\nPath:audio\r\n", b"")), _text("turn.end", {})]
    )
    return [_text("turn.start", {}), _text("response", {}), *_mixed(words, sound), *_if(odd.get(answer)), *ending]


def _if(message: Message | None) -> list[Message]:
    return [] if message is None else [message]


def _mixed(words: list[Message], sound: list[Message]) -> Iterator[Message]:
    """The times of words come a little ahead of their sound."""
    for at in range(max(len(words), len(sound))):
        yield from words[at : at + 1]
        yield from sound[at : at + 1]


def _spoken(answer: str, asked: Asked) -> Spoken:
    whole = spoken(asked)
    faulty: dict[str, Callable[[], Spoken]] = {
        "truncated": lambda: whole._replace(mp3=whole.mp3[: len(whole.mp3) // 2]),
        "truncated, without words": lambda: Spoken(whole.mp3[: len(whole.mp3) // 6], ()),
        "half the text": lambda: spoken(asked._replace(text=asked.text[: len(asked.text) // 2])),
        "no mp3": lambda: whole._replace(mp3=b"<html>no</html>" * 500),
        "silence": lambda: whole._replace(mp3=_mp3(np.zeros(RATE * 8))),
        "words in disorder": lambda: whole._replace(words=whole.words[::-1]),
        "no words": lambda: whole._replace(words=()),
    }
    return faulty.get(answer, lambda: whole)()


@cache
def spoken(asked: Asked) -> Spoken:
    """A tone for every word, as high as the voice and its pitch are, as long as its letters and its rate."""
    pace = 1 + int(asked.rate.rstrip("%")) / 100
    pitch = 100 + sum(map(ord, asked.voice)) % 97 + int(asked.pitch.removesuffix("Hz"))
    parts, words = [np.zeros(int(LEAD * RATE))], list[tuple[str, int, int]]()
    for word in re.findall(r"\S*\w\S*", asked.text):
        begin = sum(map(len, parts))
        letters = sum(letter.isalnum() for letter in word)
        parts.append(_tone(pitch, letters * LETTER / pace))
        words.append(
            (html.escape(word.strip("«»().,،:؛"), quote=False), round(begin * TICKS), round(len(parts[-1]) * TICKS))
        )
        parts.append(np.zeros(int(GAP / pace * RATE)))
    return Spoken(_mp3(np.concatenate([*parts, np.zeros(int(TAIL * RATE))])), tuple(words))


def _tone(frequency: float, seconds: float) -> Wave:
    tone: Wave = 8000 * np.sin(2 * np.pi * frequency / RATE * np.arange(int(seconds * RATE)))
    return tone


def _mp3(wave: Wave) -> bytes:
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(48)
    encoder.set_quality(9)
    encoder.silence()
    return bytes(encoder.encode(wave.astype("<i2").tobytes())) + bytes(encoder.flush())


def _boundary(text: str, begin: object, duration: object) -> dict[str, object]:
    word = {"Text": text, "Length": len(text), "BoundaryType": "WordBoundary"}
    return {"Type": "WordBoundary", "Data": {"Offset": begin, "Duration": duration, "text": word}}


def _text(path: str, body: object) -> Message:
    headers = f"X-RequestId:0\r\nContent-Type:application/json; charset=utf-8\r\nPath:{path}\r\n\r\n"
    return Message(TEXT, (headers + json.dumps(body, ensure_ascii=False)).encode())


def _sound(mp3: bytes) -> Message:
    return Message(BINARY, _headed(b"X-RequestId:0\r\nContent-Type:audio/mpeg\r\nX-StreamId:0\r\nPath:audio\r\n", mp3))


def _headed(headers: bytes, data: bytes) -> bytes:
    return len(headers).to_bytes(2) + headers + data
