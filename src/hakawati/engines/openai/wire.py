"""One question to the server, and what came back: an answer, or why there is none."""

import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import TYPE_CHECKING

from hakawati.engines.openai.options import OpenAIOptions

if TYPE_CHECKING:
    import httpx

LARGEST = 128 * 1024 * 1024
"""Bytes of sound: 45 minutes of 24 kHz, more than the longest text at the slowest speed."""

LARGEST_REFUSAL = 64 * 1024
"""Bytes of an answer that is no sound."""

LONGEST_CONNECTING = 10.0
"""Seconds."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`headers` by their names in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def well(self) -> bool:
        return HTTPStatus.OK <= self.status < HTTPStatus.MULTIPLE_CHOICES

    @property
    def kind(self) -> str:
        """The media type that the server states, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


class Break(Enum):
    """How asking may come to nothing."""

    UNREACHED = "not reached"
    UNTRUSTED = "a certificate that nobody vouches for"
    UNABLE = "cannot even be asked: a proxy or a certificate file that is none"
    BROKEN_OFF = "broke off"


@dataclass(frozen=True, slots=True)
class Broken:
    """`said` are foreign words: not blotted yet."""

    how: Break
    said: str


class Wire:
    """One client for all threads, made when it is first needed: it keeps its connections, honours the proxies and the
    certificates of the environment, checks certificates, and follows no redirect, which would take the key elsewhere.
    """

    def __init__(self, options: OpenAIOptions, key: str) -> None:
        self._options = options
        self._key = key
        self._lock = threading.Lock()
        self._client: httpx.Client | None = None
        self._asking = 0
        self._closed = False

    def ask(self, body: Mapping[str, object], seconds: float) -> Answer | Broken:
        """A body is read for `seconds` at the most.

        Nothing foreign is raised, so that no error carries foreign words behind our back.
        """
        import httpx  # noqa: PLC0415 - slow to import, and only there where the extra is installed

        try:
            client = self._opened()
        except (OSError, ValueError, ImportError, httpx.InvalidURL) as error:
            return Broken(Break.UNABLE, _innermost(error))
        end = time.monotonic() + seconds
        try:
            with self._counted(), client.stream("POST", "audio/speech", json=body) as answer:
                return _heard(answer, end)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, httpx.LocalProtocolError) as error:
            return Broken(Break.UNABLE, _innermost(error))
        except (httpx.TransportError, httpx.DecodingError, OSError) as error:
            return Broken(_how(error), _innermost(error))

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._client is not None:
                self._client.close()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """A connection that was being opened while all were closed is left open by the client: the last of those who
        asked closes it.
        """
        with self._lock:
            self._asking += 1
        try:
            yield
        finally:
            with self._lock:
                self._asking -= 1
                if self._closed and not self._asking and self._client is not None:
                    _close_again(self._client)

    def _opened(self) -> "httpx.Client":
        import httpx  # noqa: PLC0415 - as above

        with self._lock:
            if self._client is None:
                silence, at_once = self._options.timeout, self._options.at_once
                self._client = httpx.Client(
                    base_url=self._options.base_url,
                    headers={"Accept-Encoding": "identity", **self._authorization()},
                    timeout=httpx.Timeout(silence, connect=min(silence, LONGEST_CONNECTING)),
                    limits=httpx.Limits(max_connections=at_once, max_keepalive_connections=at_once),
                )
            return self._client

    def _authorization(self) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}


def _close_again(client: "httpx.Client") -> None:
    # the client itself closes once only
    for transport in (client._transport, *client._mounts.values()):  # noqa: SLF001 - it has no other way
        if transport is not None:
            transport.close()


def _heard(answer: "httpx.Response", end: float) -> Answer | Broken:
    """All of a sound, of a refusal as much as is looked at."""
    sound = answer.is_success
    body = bytearray()
    for part in answer.iter_bytes():
        body += part
        if sound and len(body) > LARGEST:
            return Broken(Break.BROKEN_OFF, f"it went on after {LARGEST} bytes")
        if time.monotonic() > end:
            return Broken(Break.BROKEN_OFF, "it took too long")
        if not sound and len(body) > LARGEST_REFUSAL:
            break
    return Answer(answer.status_code, dict(answer.headers.items()), bytes(body))


def _how(error: Exception) -> Break:
    import httpx  # noqa: PLC0415 - as above

    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in _causes(error)):
        return Break.UNTRUSTED
    unreached = isinstance(error, httpx.ConnectError | httpx.TimeoutException | httpx.ProxyError)
    return Break.UNREACHED if unreached else Break.BROKEN_OFF


def _innermost(error: Exception) -> str:
    """A foreign error in a few words: its kind, and the innermost cause that says something."""
    said = [str(cause) for cause in _causes(error) if str(cause)]
    return f"{type(error).__name__}: {said[-1]}" if said else type(error).__name__


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
