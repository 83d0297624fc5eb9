"""A stand-in for translate.google.com on the loopback: a CONNECT proxy that ends the TLS itself and answers."""

import base64
import json
import ssl
import threading
import urllib.parse
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import lameenc
import trustme

GOOGLE_RATE = 24_000
LONGEST_HANG = 5.0


class StandIn:
    """`answers` are given in turn, then "well"; `asked` are the texts that were asked for."""

    def __init__(self, folder: Path) -> None:
        self.answers: deque[str] = deque()
        self.asked: list[str] = []
        self.parameters: list[list[object]] = []
        self.connections = 0
        self.released = threading.Event()
        authority = trustme.CA()
        self.certificate = folder / "authority.pem"
        authority.cert_pem.write_to_path(str(self.certificate))
        self.tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("translate.google.com").configure_cert(self.tls)
        self.server = _Server(self)

    @property
    def proxy(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"


@contextmanager
def standing_in(folder: Path) -> Iterator[StandIn]:
    stand_in = StandIn(folder)
    thread = threading.Thread(target=stand_in.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        stand_in.released.set()
        stand_in.server.shutdown()
        stand_in.server.server_close()
        thread.join(5)


@cache
def mp3(letters: int) -> bytes:
    """A tone of 60 ms a letter, as MP3 at Google's rate."""
    encoder = lameenc.Encoder()
    encoder.set_in_sample_rate(GOOGLE_RATE)
    encoder.set_out_sample_rate(GOOGLE_RATE)
    encoder.set_channels(1)
    encoder.set_bit_rate(32)
    encoder.silence()
    wave = [6000] * 60 + [-6000] * 60
    samples = (wave * (letters * GOOGLE_RATE * 6 // 12_000 + 1))[: letters * GOOGLE_RATE * 6 // 100]
    pcm = b"".join(value.to_bytes(2, "little", signed=True) for value in samples)
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def _line(payload: str | None) -> str:
    entry = ["wrb.fr", "jQ1olc", payload, None, None, [3] if payload is None else None, "generic"]
    return json.dumps([entry, ["di", 20], ["af.httprm", 20, "1", 5]], separators=(",", ":"))


def _document(line: str) -> bytes:
    return f')]}}\'\n\n{len(line)}\n{line}\n25\n[["e",4,null,null,{len(line)}]]\n'.encode()


def _sound(audio: bytes) -> str:
    return _line(json.dumps([base64.b64encode(audio).decode()]))


def _body(answer: str, text: str) -> bytes:
    whole = mp3(max(1, sum(letter.isalpha() for letter in text)))
    lines = {
        "well": _sound(whole),
        "escaped": _sound(whole + bytes(len(whole) % 3 == 0)).replace("=", "\\\\u003d"),
        "null": _line(None),
        "no sound": '[["wrb.fr","other",null]]',
        "no frames": _sound(b""),
        "not mp3": _sound(b"<html>no</html>" * 50),
        "short mp3": _sound(whole[: len(whole) // 20]),
        "not base64": _line(json.dumps(["%%%"])),
        "not json": '[["wrb.fr","jQ1olc","[\\"',
    }
    return b"" if answer == "empty" else _document(lines.get(answer, lines["well"]))


REFUSALS: dict[str, tuple[int, str, str]] = {
    "429": (429, "Retry-After", "7"),
    "429 for long": (429, "Retry-After", "3600"),
    "429 until": (429, "Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT"),
    "captcha": (302, "Location", "https://www.google.com/sorry/index?continue=x"),
    "elsewhere": (301, "Location", "https://example.org/"),
    "500": (500, "X-Why", "a bad day"),
    "403": (403, "X-Why", "no"),
}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: "_Server"

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_CONNECT(self) -> None:
        """Become the server the client wanted a tunnel to."""
        self.server.stand_in.connections += 1
        self.send_response(200)
        self.end_headers()
        try:
            self.connection = self.server.stand_in.tls.wrap_socket(self.connection, server_side=True)
        except OSError:
            self.close_connection = True
            return
        self.close_connection = False
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")

    def do_POST(self) -> None:
        sent = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        parameters = json.loads(json.loads(sent["f.req"][0])[0][0][1])
        stand_in = self.server.stand_in
        stand_in.asked.append(parameters[0])
        stand_in.parameters.append(parameters)
        answer = stand_in.answers.popleft() if stand_in.answers else "well"
        if answer == "hang":
            stand_in.released.wait(LONGEST_HANG)
        try:
            self._answer(answer, parameters[0])
        except OSError:  # the other side has given up waiting
            self.close_connection = True

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()

    def _answer(self, answer: str, text: str) -> None:
        status, header, value = REFUSALS.get(answer, (200, "Content-Type", "application/json; charset=utf-8"))
        body = _body(answer, text) if status == 200 else b""
        self.send_response(status)
        self.send_header(header, value)
        self.send_header("Content-Length", str(len(body) + (50 if answer == "cut short" else 0)))
        self.end_headers()
        self.wfile.write(body)
        self.wfile.flush()
        if answer == "cut short":
            self.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, stand_in: StandIn) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.stand_in = stand_in
