"""The server: where it listens, and how it ends."""

import errno
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hakawati.errors import InputError
from hakawati.serving.built import FEED, PAGE, require_built

if TYPE_CHECKING:
    from uvicorn import Server

LOOPBACK = "127.0.0.1"
FIRST_PORT = 8000
TRIED = 100
"""Ports, from the one asked for on."""
LAST_PORT = 65_535


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a browser finds the folder, and in it the page and the feed, if they are there."""

    site: str
    page: str | None
    feed: str | None


def serve(folder: Path, port: int, started: Callable[[Addresses], None]) -> None:
    """Serve `folder` to this machine until Ctrl-C, and then return at once, whoever is still listening.

    `port` 0 is any; where one is taken, the next free one is used. `started` is told the addresses as soon as they
    answer. Raises InputError for a folder without a book, and where no port is free.
    """
    require_built(folder)
    with suppress(KeyboardInterrupt), _listening(port) as listener:
        server = _server(folder)
        started(_addresses(folder, listener.getsockname()[1]))
        server.run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    last = min(port + TRIED - 1, LAST_PORT) if port else port
    for candidate in range(port, last + 1):
        try:
            return socket.create_server((LOOPBACK, candidate))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise InputError(
                    f"port {candidate} of {LOOPBACK} cannot be used ({error.strerror}). Give another with --port."
                ) from error
    raise InputError(f"the ports from {port} to {last} of {LOOPBACK} are all taken. Give another with --port.")


def _addresses(folder: Path, port: int) -> Addresses:
    address = f"http://{LOOPBACK}:{port}/"
    page = address if (folder / PAGE).is_file() else None
    feed = address + FEED if (folder / FEED).is_file() else None
    return Addresses(address, page, feed)


def _server(folder: Path) -> "Server":
    """Its own words stay unsaid: the console says what there is to say."""
    from uvicorn import Config  # noqa: PLC0415 - no other command serves

    from hakawati.serving.prompt_server import PromptServer  # noqa: PLC0415 - as above
    from hakawati.serving.site import site  # noqa: PLC0415 - as above

    return PromptServer(
        Config(
            site(folder),
            loop="asyncio",
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            log_level="critical",
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=0,
        )
    )
