"""What every stand-in for a speech service needs: a server on the loopback, TLS that clients can check, a list of what to
answer and how late, and a record of what came when.

A stand-in is a `BaseHTTPRequestHandler` of its own on a `LoopbackServer`; `Tunnelling` makes it a CONNECT proxy that ends
the TLS itself, so that a client reaches it under the real service's name.
"""

import random
import socket
import ssl
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import trustme

WELL = "well"
LONGEST_HANG = 5.0
"""Seconds after which a server that plays dead lets go all the same, so that no test hangs for ever."""


class Certified(NamedTuple):
    """`authority`: the PEM file that a client must trust; `tls`: what a server for the names shows."""

    authority: Path
    tls: ssl.SSLContext


def certified(folder: Path, *names: str) -> Certified:
    """A certificate for host names (or addresses) by an authority of our own, written into `folder`."""
    authority = trustme.CA()
    path = folder / "authority.pem"
    authority.cert_pem.write_to_path(str(path))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*names).configure_cert(tls)
    return Certified(path, tls)


class Answers:
    """What to answer: what is in the `queue` in turn, then a share of `faults` by (seeded) chance, else "well"."""

    def __init__(self) -> None:
        self.queue: deque[str] = deque()
        self.delay = 0.0
        """Seconds before every answer."""
        self._share = 0.0
        self._faults: Sequence[str] = ()
        self._chance = random.Random(0)
        self._lock = threading.Lock()

    def fail(self, share: float, faults: Sequence[str], seed: int = 0) -> None:
        """From now on `share` of the requests (0 to 1) is answered with one of the faults."""
        with self._lock:
            self._share, self._faults, self._chance = share, faults, random.Random(seed)

    def next(self) -> str:
        with self._lock:
            if self.queue:
                return self.queue.popleft()
            if self._faults and self._chance.random() < self._share:
                return self._chance.choice(self._faults)
            return WELL


class Visits:
    """`times`: when requests came, by the monotonic clock. `together`: the most that were being answered at one time."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.connections = 0
        self.together = 0
        self._now = 0
        self._lock = threading.Lock()

    def connected(self) -> None:
        with self._lock:
            self.connections += 1

    def __enter__(self) -> Self:
        """A request has come."""
        with self._lock:
            self.times.append(time.monotonic())
            self._now += 1
            self.together = max(self.together, self._now)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """It was answered."""
        with self._lock:
            self._now -= 1

    def most_within(self, seconds: float = 1.0) -> int:
        """The most requests that came in any window of this length."""
        times, first, most = sorted(self.times), 0, 0
        for last, arrived in enumerate(times):
            while arrived - times[first] >= seconds:
                first += 1
            most = max(most, last - first + 1)
        return most


class LoopbackServer(ThreadingHTTPServer):
    """A thread for every connection. A handler finds the stand-in it answers for in `self.server.stand_in`."""

    daemon_threads = True
    request_queue_size = 128

    def __init__(self, handler: type[BaseHTTPRequestHandler], stand_in: object) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.stand_in = stand_in

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that go away in the middle are what the tests are about."""


@contextmanager
def serving(server: LoopbackServer, released: threading.Event) -> Iterator[None]:
    """The server runs in a thread; in the end `released` is set, which wakes whoever plays dead."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        released.set()
        server.shutdown()
        server.server_close()
        thread.join(5)


class Tunnelling(BaseHTTPRequestHandler):
    """A handler that is also the proxy: after CONNECT it speaks TLS on the same connection, as the real server."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def tls(self) -> ssl.SSLContext:
        """Of the server that is behind the proxy."""
        raise NotImplementedError

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_CONNECT(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            self.connection = self.tls().wrap_socket(self.connection, server_side=True)
        except OSError:
            self.close_connection = True
            return
        self.close_connection = False
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")

    def finish(self) -> None:
        with suppress(OSError, ValueError):
            super().finish()
        self.connection.close()


def reset(handler: BaseHTTPRequestHandler) -> None:
    """Break the connection off so that the other side sees a reset, not an orderly end."""
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
