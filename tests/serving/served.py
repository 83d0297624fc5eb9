"""`hakawati.serving` in a process of its own, as Ctrl-C finds it, and somebody who asks it."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

SERVE = """
import json, sys
from dataclasses import asdict
from pathlib import Path
from hakawati.serving import serve
serve(Path(sys.argv[1]), int(sys.argv[2]), lambda addresses: print(json.dumps(asdict(addresses)), flush=True))
print("ended")
"""
LONGEST_WAIT = 20.0
"""Seconds until something that should have ended counts as hanging."""


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes


@dataclass(frozen=True)
class Served:
    process: subprocess.Popen[str]
    addresses: dict[str, str | None]

    @property
    def port(self) -> int:
        return int(str(self.addresses["site"]).rstrip("/").rpartition(":")[2])

    def ask(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """The path is sent just as it is; names of headers have `_` for a hyphen."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): text for name, text in headers.items()})
            response = connection.getresponse()
            named = {name.lower(): text for name, text in response.getheaders()}
            return Answer(response.status, named, response.read())
        finally:
            connection.close()

    def interrupt(self) -> tuple[int, str, str]:
        """Ctrl-C; the exit code, and what else was printed."""
        self.process.send_signal(signal.SIGINT)
        out, err = self.process.communicate(timeout=LONGEST_WAIT)
        return self.process.returncode, out, err


@contextmanager
def served(folder: Path, port: int = 0) -> Iterator[Served]:
    process = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", SERVE, folder, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    try:
        yield Served(process, json.loads(process.stdout.readline()))
    finally:
        process.kill()
        process.communicate()
