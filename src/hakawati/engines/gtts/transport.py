"""How Google is asked: over one connection that is kept, with certificates checked and an end to every wait."""

import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from hakawati.engines.gtts.answer import Answer

if TYPE_CHECKING:
    import requests

URL = "https://translate.google.com/_/TranslateWebserverUi/data/batchexecute"
TRIES = 3
LONGEST_WAIT = 30.0
"""Seconds between two tries at the most; asked for more, the engine gives up and says so."""


class Transport:
    """`timeout`: seconds to connect, and to wait for the next bytes. `sleep` waits between tries."""

    def __init__(self, timeout: tuple[float, float], sleep: Callable[[float], None]) -> None:
        self._timeout = timeout
        self._sleep = sleep
        self._lock = threading.Lock()
        self._sessions: dict[int, requests.Session] = {}

    def ask(self, body: str) -> Answer:
        """Google's answer to one request, asked for again while that may help and the waits are short."""
        for tried in range(1, TRIES + 1):
            answer = self._ask_once(body)
            wait = answer.wait if answer.wait is not None else 2.0 ** (tried - 1)
            if tried == TRIES or not answer.passing or wait > LONGEST_WAIT:
                break
            self._sleep(wait)
        return answer

    def close(self) -> None:
        """Lets the connections go."""
        with self._lock:
            for session in self._sessions.values():
                session.close()
            self._sessions.clear()

    def _ask_once(self, body: str) -> Answer:
        try:
            response = self._session().post(URL, data=body, timeout=self._timeout, allow_redirects=False)
        except OSError as error:  # the root of all that requests raises, and of an authority's file that is not there
            return Answer(0, broken=_cause(error))
        headers = response.headers
        return Answer(
            response.status_code,
            response.content.decode("utf-8", "replace"),
            location=headers.get("Location", ""),
            retry_after=headers.get("Retry-After", ""),
        )

    def _session(self) -> "requests.Session":
        """One a process: a connection must not be shared with a process forked off."""
        import requests  # noqa: PLC0415 - slow to import
        from gtts import gTTS  # noqa: PLC0415 - slow to import

        with self._lock:
            session = self._sessions.get(os.getpid())
            if session is None:
                session = self._sessions[os.getpid()] = requests.Session()
                session.headers.update(gTTS.GOOGLE_TTS_HEADERS)
            return session


def _cause(error: Exception) -> str:
    """A foreign error in a few words: its kind and the innermost cause."""
    inner: BaseException = error
    while inner.__cause__ or inner.__context__:
        inner = inner.__cause__ or inner.__context__ or inner
    return f"{type(error).__name__}: {inner}"
