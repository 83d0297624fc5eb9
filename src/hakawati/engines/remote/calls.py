"""Calls to another machine that come back in time, whatever the other side, its name server or the network does."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress


class Overdue(Exception):
    """The call took longer than it may. It was left behind, and what it may answer still is dropped."""


class Calls:
    """Each call has a thread of its own: sockets know how long to wait for a byte, and not how long in all."""

    def __init__(self) -> None:
        self._open: set[Future[bytes]] = set()
        self._closed = False
        self._lock = threading.Lock()

    def answer(self, call: Callable[[], bytes], longest: float) -> bytes:
        """What the call returns or raises, within `longest` seconds.

        Raises Overdue; concurrent.futures.CancelledError where all was closed meanwhile.
        """
        outcome = self._opened()
        threading.Thread(target=_settle, args=(outcome, call), daemon=True).start()
        try:
            return outcome.result(longest)
        except TimeoutError:
            if outcome.cancel():
                raise Overdue from None
            return outcome.result()
        finally:
            with self._lock:
                self._open.discard(outcome)

    def close(self) -> None:
        """Whoever waits for an answer stops waiting."""
        with self._lock:
            self._closed = True
            for outcome in self._open:
                outcome.cancel()

    def _opened(self) -> Future[bytes]:
        outcome: Future[bytes] = Future()
        with self._lock:
            self._open.add(outcome)
            if self._closed:
                outcome.cancel()
        return outcome


def _settle(outcome: Future[bytes], call: Callable[[], bytes]) -> None:
    """Nobody may be waiting any more: then there is nothing to settle."""
    with suppress(InvalidStateError):
        try:
            outcome.set_result(call())
        except InvalidStateError:
            raise
        except BaseException as error:  # noqa: BLE001 - it is raised where the answer is waited for
            outcome.set_exception(error)
