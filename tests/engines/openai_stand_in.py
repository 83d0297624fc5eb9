"""A server with the OpenAI speech API on the loopback: as strict as the real one, and able to fail in every way."""

import base64
import json
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import quote

import numpy as np
import soundfile

from engines.loopback import LONGEST_HANG, Answers, LoopbackServer, Visits, reset, serving

RATE = 24_000
LETTER_SECONDS = 0.06
MODELS = ("tts-1", "tts-1-hd", "gpt-4o-mini-tts")
VOICES = ("alloy", "ash", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer")
FIELDS = ("model", "input", "voice", "response_format", "speed", "instructions", "stream_format")
KINDS = {"wav": "audio/wav", "mp3": "audio/mpeg", "flac": "audio/flac", "opus": "audio/ogg", "pcm": "audio/pcm"}
LONGEST_INPUT = 4096
UNKNOWN_LENGTH = b"\xff\xff\xff\xff"

Sent = Mapping[str, Any]
"""The JSON of a request."""


class Said(NamedTuple):
    """An answer; `missing`: bytes that its Content-Length promises beyond its body."""

    status: int
    body: bytes
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    missing: int = 0


class SpeechServer:
    """`key`: what it wants to be shown, None for nothing. `asked`: what was asked for, in the order it came;
    `shown`: the Authorization of each, or None.
    """

    def __init__(self, key: str | None = None, tls: ssl.SSLContext | None = None) -> None:
        self.key = key
        self.tls = tls
        self.answers = Answers()
        self.clear()
        self.released = threading.Event()
        self.server = LoopbackServer(_Handler, self)
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)

    def clear(self) -> None:
        """As if nobody had ever come."""
        self.answers = Answers()
        self.visits = Visits()
        self.asked: list[Sent] = []
        self.shown: list[str | None] = []

    @property
    def address(self) -> str:
        """Its base URL."""
        return f"http{'s' if self.tls else ''}://127.0.0.1:{self.server.server_port}/v1"

    @property
    def texts(self) -> list[str]:
        return [sent["input"] for sent in self.asked]


@contextmanager
def speaking(key: str | None = None, tls: ssl.SSLContext | None = None) -> Iterator[SpeechServer]:
    stand_in = SpeechServer(key, tls)
    with serving(stand_in.server, stand_in.released):
        yield stand_in


@cache
def tone(letters: int, voice: str, speed: float) -> bytes:
    """16-bit samples: 60 ms a letter at the usual speed, a pitch for every voice, faded in and out by nothing."""
    frequency = 150.0 + 20.0 * VOICES.index(voice)
    moments = np.arange(round(max(1, letters) * LETTER_SECONDS / speed * RATE)) / RATE
    return bytes(np.rint(8000 * np.sin(2 * np.pi * frequency * moments)).astype("<i2").tobytes())


def sound(sent: Sent) -> bytes:
    """What the real one answers: a WAV is sent while it is made, so it does not say how long it is."""
    letters = sum(letter.isalnum() for letter in sent["input"])
    samples = tone(letters, sent["voice"], sent.get("speed", 1.0))
    form = sent.get("response_format", "mp3")
    if form == "pcm":
        return samples
    whole = _encoded(samples, form)
    return whole[:4] + UNKNOWN_LENGTH + whole[8:40] + UNKNOWN_LENGTH + whole[44:] if form == "wav" else whole


def _encoded(samples: bytes, form: str) -> bytes:
    out = BytesIO()
    container, coding = {"opus": ("OGG", "OPUS"), "wav": ("WAV", "PCM_16")}.get(form, (form.upper(), None))
    soundfile.write(out, np.frombuffer(samples, "<i2"), RATE, format=container, subtype=coding)
    return out.getvalue()


def complaint(message: str, code: str | None = None, param: str | None = None, kind: str = "") -> bytes:
    """An error in OpenAI's form."""
    return json.dumps({"error": {"message": message, "type": kind, "param": param, "code": code}}).encode()


def objection(sent: Sent) -> Said | None:
    """What the real one does not take."""
    if sent.get("model") not in MODELS:
        return Said(404, complaint(f"The model {sent.get('model')!r} does not exist.", "model_not_found", "model"))
    speed = sent.get("speed", 1.0)
    wrong = {
        "voice": sent.get("voice") not in VOICES and f"Input should be one of {', '.join(VOICES)}",
        "input": not 1 <= len(sent.get("input", "")) <= LONGEST_INPUT and "The input is too long or too short.",
        "response_format": sent.get("response_format", "mp3") not in KINDS and "No such format.",
        "speed": not (isinstance(speed, float | int) and 0.25 <= speed <= 4.0) and "The speed is out of range.",
        **{field: field not in FIELDS and f"Unknown parameter: {field!r}." for field in sent if field not in FIELDS},
    }
    return next((Said(400, complaint(why, "invalid_value", field)) for field, why in wrong.items() if why), None)


def _well(sent: Sent) -> Said:
    return Said(200, sound(sent), KINDS[sent.get("response_format", "mp3")])


def _wav(sent: Sent, change: Callable[[bytes], bytes]) -> Said:
    letters = sum(letter.isalnum() for letter in sent["input"])
    return Said(200, change(_encoded(tone(letters, sent["voice"], sent.get("speed", 1.0)), "wav")), "audio/wav")


def _stating(length: int) -> Callable[[bytes], bytes]:
    return lambda wav: wav[:40] + length.to_bytes(4, "little") + wav[44:]


def _echo(status: int, words: str) -> Said:
    return Said(status, complaint(f"Cannot do that with {words} at all."))


def _flac(sent: Sent) -> Said:
    """As of a server that sends a FLAC while it is made."""
    whole = bytearray(_encoded(tone(len(sent["input"]), sent["voice"], 1.0), "flac"))
    whole[21] &= 0xF0
    whole[22:26] = bytes(4)
    return Said(200, bytes(whole), "audio/flac")


LIMIT = complaint("Rate limit reached.", "rate_limit_exceeded", kind="requests")
DATE = ("Date", "Wed, 21 Oct 2026 07:28:00 GMT")

GOOD: Mapping[str, Callable[[Sent], Said]] = {
    "well": _well,
    "known length": lambda sent: _wav(sent, bytes),
    "length 0": lambda sent: _wav(sent, _stating(0)),
    "length 0x7FFFFFFF": lambda sent: _wav(sent, _stating(0x7FFFFFFF)),
    "length 2000000000": lambda sent: _wav(sent, _stating(2_000_000_000)),
    "stereo": lambda sent: Said(200, _stereo(sent), "audio/wav"),
    "brace": lambda sent: _well(sent)._replace(body=b"{" + sound(sent)[1:]),
    "another format": lambda sent: Said(
        200, _encoded(tone(len(sent["input"]), sent["voice"], 1.0), "mp3"), "audio/mpeg"
    ),
}

BAD: Mapping[str, Callable[[Sent], Said]] = {
    "401": lambda _: Said(401, complaint("Incorrect API key provided.", "invalid_api_key")),
    "402": lambda _: Said(402, b"Pay first."),
    "403": lambda _: Said(403, complaint("Country, region, or territory not supported")),
    "quota": lambda _: Said(429, complaint("You exceeded your current quota.", "insufficient_quota")),
    "429": lambda _: Said(429, LIMIT),
    "429 for 0.05 s": lambda _: Said(429, LIMIT, headers=(("retry-after-ms", "50"), ("Retry-After", "1"))),
    "429 for 1 s": lambda _: Said(429, LIMIT, headers=(("Retry-After", "1"),)),
    "429 for an hour": lambda _: Said(429, LIMIT, headers=(("Retry-After", "3600"),)),
    "429 until": lambda _: Said(429, LIMIT, headers=(DATE, ("Retry-After", "Wed, 21 Oct 2026 08:28:00 GMT"))),
    "429 reset": lambda _: Said(
        429, LIMIT, headers=(("x-ratelimit-remaining-requests", "0"), ("x-ratelimit-reset-requests", "6m0s"))
    ),
    "400": lambda _: Said(400, complaint("This text\nis \x1b[31mnot allowed.", "content_policy")),
    "407": lambda _: Said(407, b""),
    "204": lambda _: Said(204, b""),
    "404": lambda _: Said(404, b"404 page not found", "text/plain"),
    "422": lambda _: Said(422, json.dumps({"detail": [{"loc": ["body", "speed"], "msg": "too fast"}]}).encode()),
    "Kokoro's voice": lambda _: Said(
        400, json.dumps({"detail": {"error": "validation_error", "message": "Voice 'alloy' not found."}}).encode()
    ),
    "Kokoro's model": lambda _: Said(
        400, json.dumps({"detail": {"error": "invalid_model", "message": "Unsupported model: x"}}).encode()
    ),
    "LocalAI's 500": lambda _: Said(500, json.dumps({"error": {"code": 500, "message": "no backend"}}).encode()),
    "502": lambda _: Said(502, b"<html>Bad Gateway</html>", "text/html"),
    "503": lambda _: Said(503, b""),
    "503 for 0.05 s": lambda _: Said(503, b"Slow down", headers=(("retry-after-ms", "50"),)),
    "redirect": lambda _: Said(302, b"", headers=(("Location", "https://login.example.org/?next=1"),)),
    "web page": lambda _: Said(200, b"<!DOCTYPE html><p>Welcome", "text/html; charset=utf-8"),
    "web page as sound": lambda sent: Said(200, b"<html><p>Welcome to the hotel", KINDS[sent["response_format"]]),
    "JSON": lambda _: Said(200, complaint("the model is loading")),
    "null": lambda _: Said(200, b"null"),
    "null as sound": lambda sent: Said(200, b"null", KINDS[sent["response_format"]]),
    "empty": lambda sent: Said(200, b"", KINDS[sent["response_format"]]),
    "cut short": lambda sent: _well(sent)._replace(missing=50),
    "truncated": lambda sent: _wav(sent, lambda wav: wav[: len(wav) // 2]),
    "headers only": lambda sent: _wav(sent, lambda wav: wav[:30]),
    "no samples": lambda sent: _wav(sent, lambda wav: wav[:40] + bytes(4)),
    "two files": lambda sent: _wav(sent, lambda wav: wav + wav),
    "too short": lambda sent: _wav(sent, lambda wav: _stating(0)(wav[: len(wav) // 8])),
    "silence": lambda sent: _wav(sent, lambda wav: wav[:44] + bytes(len(wav) - 44)),
    "noise": lambda _: Said(200, b"no sound at all, whatever it says" * 50, "audio/wav"),
    "odd samples": lambda sent: Said(200, sound({**sent, "response_format": "pcm"})[:-1], "audio/pcm"),
    "streamed FLAC": _flac,
}

ECHOES: Mapping[str, Callable[[str], Said]] = {
    "echo 400": lambda key: _echo(400, key),
    "echo 401": lambda key: _echo(401, f"Bearer {key}"),
    "echo 500": lambda key: Said(500, f"panic: header Authorization = {key}".encode(), "text/plain"),
    "echo long": lambda key: Said(400, b"x" * 190 + b" " + key.encode()),
    "echo half": lambda key: _echo(400, key[: len(key) // 2] + "…"),
    "echo quoted": lambda key: _echo(400, quote(key, safe="")),
    "echo in base64": lambda key: _echo(400, base64.b64encode(f"Bearer {key}!".encode()).decode()),
    "echo in hexadecimal": lambda key: _echo(400, key.encode().hex().upper()),
    "echo spaced": lambda key: _echo(400, " ".join(key)),
    "echo escaped": lambda key: Said(400, "".join(f"\\u{ord(letter):04x}" for letter in key).encode()),
    "echo percent by percent": lambda key: _echo(400, "".join(f"%{ord(letter):02x}" for letter in key)),
    "echo as voice": lambda key: Said(400, complaint(f"{key} has no voice alloy", param="voice")),
    "echo as model": lambda key: Said(404, complaint(f"{key} has no such model", "model_not_found")),
    "echo as 200": lambda key: Said(200, complaint(f"not with {key}")),
    "echo as redirect": lambda key: Said(302, b"", headers=(("Location", f"https://u:{key}@{key}.example/?k={key}"),)),
    "echo as sound": lambda key: Said(200, f"RIFF{key}WAVE{key}".encode(), "audio/wav"),
}
"""Faults that repeat the key."""


def _stereo(sent: Sent) -> bytes:
    one = np.frombuffer(tone(sum(letter.isalnum() for letter in sent["input"]), sent["voice"], 1.0), "<i2")
    out = BytesIO()
    soundfile.write(out, np.stack((one, one), axis=1), RATE, format="WAV", subtype="PCM_16")
    return out.getvalue()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: LoopbackServer

    @property
    def stand_in(self) -> SpeechServer:
        found = self.server.stand_in
        assert isinstance(found, SpeechServer)
        return found

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def setup(self) -> None:
        super().setup()
        self.stand_in.visits.connected()

    def do_POST(self) -> None:
        stand_in = self.stand_in
        with stand_in.visits:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            stand_in.asked.append(sent)
            stand_in.shown.append(self.headers["Authorization"])
            time.sleep(stand_in.answers.delay)
            try:
                self._play(stand_in.answers.next(), sent)
            except OSError:  # the other side has given up waiting
                self.close_connection = True

    def _play(self, answer: str, sent: Sent) -> None:
        if answer == "hang":
            self.stand_in.released.wait(LONGEST_HANG)
        elif answer == "reset":
            self._say(_well(sent)._replace(missing=50))
            reset(self)
        elif answer == "drip":
            self._drip()
        else:
            self._say(self._refusal() or objection(sent) or self._said(answer, sent))

    def _refusal(self) -> Said | None:
        key = self.stand_in.key
        if self.path != "/v1/audio/speech":
            return Said(404, complaint(f"Invalid URL (POST {self.path})"))
        if key and not self.headers["Authorization"]:
            return Said(401, complaint("No key was provided."))
        if key and self.headers["Authorization"] != f"Bearer {key}":
            return Said(401, complaint("Incorrect API key provided.", "invalid_api_key"))
        return None

    def _said(self, answer: str, sent: Sent) -> Said:
        shown = (self.headers["Authorization"] or "").removeprefix("Bearer ").encode()
        if answer in ECHOES:
            return ECHOES[answer](shown.decode())
        if answer == "echo within":
            return _wav(sent, lambda wav: wav + b"LIST" + (len(shown) + 4).to_bytes(4, "little") + b"INFO" + shown)
        if answer == "echo beside":
            return _well(sent)._replace(headers=(("X-Seen", shown.decode()), ("Set-Cookie", f"k={shown.decode()}")))
        return {**GOOD, **BAD}[answer](sent)

    def _drip(self) -> None:
        """A letter of the headers at a time: never silent for long, never done."""
        end = time.monotonic() + LONGEST_HANG
        while time.monotonic() < end and not self.stand_in.released.wait(0.05):
            self.wfile.write(b"H")
            self.wfile.flush()

    def _say(self, said: Said) -> None:
        """Sound is sent in chunks, as it is made; everything else as a whole."""
        self.send_response_only(said.status)
        for name, value in (("Content-Type", said.kind), *said.headers):
            self.send_header(name, value)
        if said.status == 200 and not said.missing:
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for start in range(0, len(said.body), 8192):
                part = said.body[start : start + 8192]
                self.wfile.write(b"%x\r\n%b\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.send_header("Content-Length", str(len(said.body) + said.missing))
            self.end_headers()
            self.wfile.write(said.body)
        self.wfile.flush()
        self.close_connection = self.close_connection or bool(said.missing)
