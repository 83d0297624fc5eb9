"""A stand-in for translate.google.com on the loopback: a CONNECT proxy that ends the TLS itself and answers.

Beside the answers of google_answers it can "hang" (say nothing), "drop" (hang up at once), "reset" and "cut short" (in
the middle of the answer), "drip" (a byte now and then) and "flood" (never stop).
"""

import json
import threading
import urllib.parse
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from ssl import SSLContext

from engines.google_answers import Reply, reply
from engines.loopback import LONGEST_HANG, Answers, LoopbackServer, Tunnelling, Visits, certified, reset, serving

NAMES = ("translate.google.com", "translate.google.com.eg")
DRIP = 0.02
"""Seconds between two bytes."""
FLOOD = 3_000_000


class StandIn:
    """`asked` are the texts that were asked for, `parameters` all that came with them, `hosts` of whom, in order.

    `tunnels` is what the proxy answers to CONNECT: a status.
    """

    def __init__(self, folder: Path) -> None:
        self.certificate, self.tls = certified(folder, *NAMES)
        self.server = LoopbackServer(Handler, self)
        self.released = threading.Event()
        self.tunnels = 200
        self.forget()

    def forget(self) -> None:
        """All that came, and what was to be answered."""
        self.answers = Answers()
        self.visits = Visits()
        self.asked: list[str] = []
        self.parameters: list[list[object]] = []
        self.hosts: list[str] = []
        self.cookies: list[str] = []
        self.signed: list[str] = []

    @property
    def environment(self) -> Mapping[str, str]:
        """In which programs take it for Google."""
        return {"HTTPS_PROXY": self.server.address, "REQUESTS_CA_BUNDLE": str(self.certificate)}


@contextmanager
def standing_in(folder: Path) -> Iterator[StandIn]:
    stand_in = StandIn(folder)
    with serving(stand_in.server, stand_in.released):
        yield stand_in


class Handler(Tunnelling):
    @property
    def stand_in(self) -> StandIn:
        stand_in = self.server.stand_in  # type: ignore[attr-defined]  # the server is a LoopbackServer
        assert isinstance(stand_in, StandIn)
        return stand_in

    def tls(self) -> SSLContext:
        return self.stand_in.tls

    def do_CONNECT(self) -> None:  # noqa: N802 - the library names it
        self.stand_in.visits.connected()
        self.stand_in.hosts.append(self.path)
        if self.stand_in.tunnels == HTTPStatus.OK:
            super().do_CONNECT()
        else:
            self.send_error(self.stand_in.tunnels)

    def do_POST(self) -> None:  # noqa: N802 - as above
        sent = urllib.parse.parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        parameters = json.loads(json.loads(sent["f.req"][0])[0][0][1])
        stand_in = self.stand_in
        with stand_in.visits:
            stand_in.asked.append(parameters[0])
            stand_in.parameters.append(parameters)
            stand_in.cookies.append(self.headers.get("Cookie", ""))
            stand_in.signed.append(self.headers.get("Authorization", ""))
            answer = stand_in.answers.next()
            stand_in.released.wait(LONGEST_HANG if answer == "hang" else stand_in.answers.delay)
            try:
                self._answer(answer, parameters[0])
            except OSError:  # the other side has given up waiting
                self.close_connection = True

    def _answer(self, answer: str, text: str) -> None:
        if answer == "drop":
            self.close_connection = True
            return
        said = reply(answer, text)
        self._begin(said, FLOOD if answer == "flood" else len(said.body))
        match answer:
            case "flood":
                self.wfile.write(b"jQ1olc" * (FLOOD // 6))
            case "drip":
                self._drip(said.body)
            case "reset" | "cut short":
                self.wfile.write(said.body[:-50])
                self.wfile.flush()
                self.close_connection = True
                if answer == "reset":
                    reset(self)
            case _:
                self.wfile.write(said.body)
        self.wfile.flush()

    def _begin(self, said: Reply, length: int) -> None:
        self.send_response_only(said.status)
        self.send_header("Set-Cookie", "NID=who-you-are; Path=/; Domain=.google.com; Secure")
        for name, value in said.headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()

    def _drip(self, body: bytes) -> None:
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.stand_in.released.wait(DRIP):
                return
