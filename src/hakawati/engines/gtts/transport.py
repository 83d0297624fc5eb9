"""How Google is asked: over connections that are kept, with certificates checked and an end to every wait."""

import threading
import time
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection

from hakawati.engines.gtts import google
from hakawati.engines.gtts.answer import Answer, require_success
from hakawati.engines.gtts.breaking import broken_off, endless, too_long, unreached
from hakawati.engines.gtts.sound import sound_in
from hakawati.engines.protocol import Request

CONNECTING = 10.0
"""Seconds to connect at the most."""
LONGEST_TRY = 2.0
"""Times the timeout: who sends a byte now and then is no faster than who sends none."""
LARGEST = 2_000_000
"""Bytes. 100 characters said slowly are 100,000."""


class Transport:
    """For all threads: as many connections as they need are kept, and lent to whoever asks next."""

    def __init__(self, at_once: int, timeout: float) -> None:
        self._timeout = timeout
        self._session = _session(at_once)

    def ask(self, request: Request, body: str, seconds: float) -> bytes:
        """The MP3 of the request's text; `body` is what to send for it. One try, in `seconds`. Raises Trouble."""
        host = google.host(request)
        answer = self._answer(f"https://{host}{google.PATH}", body, min(seconds, LONGEST_TRY * self._timeout))
        require_success(answer, host)
        return sound_in(answer.body, request)

    def close(self) -> None:
        """Lets the connections go."""
        self._session.close()

    def _answer(self, url: str, body: str, seconds: float) -> Answer:
        end = time.monotonic() + seconds
        timeout = min(self._timeout, seconds)
        try:
            response = self._session.post(
                url, data=body, timeout=(min(CONNECTING, timeout), timeout), allow_redirects=False, stream=True
            )
        except (OSError, ValueError, urllib3.exceptions.HTTPError) as error:
            raise unreached(error, url, timeout) from error
        with response:
            content = _content(response, end, seconds, timeout)
        headers = response.headers
        return Answer(
            response.status_code,
            content,
            location=headers.get("Location", ""),
            retry_after=headers.get("Retry-After", ""),
            date=headers.get("Date", ""),
        )


def _content(response: requests.Response, end: float, seconds: float, timeout: float) -> bytes:
    """All of it: what is left in a connection would be the answer to its next request."""
    content = bytearray()
    try:
        while part := response.raw.read1(65_536, decode_content=True):
            content += part
            if len(content) > LARGEST:
                raise too_long(response.url, LARGEST)
            if time.monotonic() > end:
                raise endless(response.url, seconds)
    except (OSError, urllib3.exceptions.HTTPError) as error:
        raise broken_off(error, response.url, len(content), timeout) from error
    return bytes(content)


def _session(at_once: int) -> requests.Session:
    session = requests.Session()
    session.headers.update(google.HEADERS)
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))
    session.auth = _unsigned
    session.mount("https://", _Shared(at_once))
    return session


def _unsigned(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Names and passwords in ~/.netrc are not for Google."""
    return request


class _Shared(HTTPAdapter):
    """Threads that begin together find one pool of connections by way of a proxy, not one each."""

    def __init__(self, pool_maxsize: int) -> None:
        self._finding = threading.Lock()
        super().__init__(pool_maxsize=pool_maxsize)

    def proxy_manager_for(self, proxy: str, **options: Any) -> Any:  # noqa: ANN401 - as the library has it
        # by way of a proxy urllib3 leaves small packets waiting for each other: 40 ms a request
        at_once = HTTPConnection.default_socket_options
        with self._finding:
            return super().proxy_manager_for(proxy, socket_options=at_once, **options)
