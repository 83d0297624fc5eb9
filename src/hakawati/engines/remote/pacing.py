"""When the next request may go out: never more in a second than is allowed, none while the server wants rest."""

import threading
import time
from collections import deque

from hakawati.units import Seconds

SHARE = 0.9
"""Of what is allowed: a request held up for a tenth of a second on its way arrives together with later ones, and even
then they must not be too many within one second.
"""
SLOWEST, MOST_SLOWED = 60.0, 32.0
"""However often the other side complains, not more than so many seconds between two requests, and not more than so many
times what is usual: beyond that, the rest that it asks for each time is what slows.
"""
RECOVERY = 0.85
"""How the time between requests shrinks again with every answer, down to what is allowed: five answers make good for
one complaint, so that a few of them do not bring everything to a stand.
"""


class Pace:
    """Shared by all threads that ask one server: at most `per_second` requests within any second, evenly spread.

    A server that complains of too many is asked half as often from then on, until it has answered well for a while.
    """

    def __init__(self, per_second: float) -> None:
        self._least = self._gap = 1.0 / (per_second * SHARE)
        self._most = max(self._least, min(SLOWEST, MOST_SLOWED * self._least))
        self._lock = threading.Lock()
        self._waiting: deque[threading.Condition] = deque()
        """First come, first served; only the first has anything to wait for."""
        self._next = self._slowed = float("-inf")
        self._closed = False

    def wait(self, longest: float = float("inf")) -> Seconds | None:
        """Wait for the next turn; the time (of the monotonic clock) it came at, or None where it does not come within
        `longest` seconds or the pace was closed.

        A turn is taken when it has come, so that requests really are apart.
        """
        end = time.monotonic() + longest
        me = threading.Condition(self._lock)
        with me:
            self._waiting.append(me)
            try:
                return self._turn(me, end)
            finally:
                self._waiting.remove(me)
                for following in list(self._waiting)[:1]:
                    following.notify()

    def answered(self) -> None:
        """The other side has answered well."""
        with self._lock:
            self._gap = max(self._least, self._gap * RECOVERY)

    def complained(self, turn: Seconds, rest: float) -> None:
        """The other side found the request of this `turn` one too many, and wants `rest` seconds without any.

        Requests that were under way together slow the pace once.
        """
        with self._lock:
            if turn > self._slowed:
                self._slowed = time.monotonic()
                self._gap = min(self._most, self._gap * 2)
            self._next = max(self._next, time.monotonic() + rest)

    def close(self) -> None:
        """Nobody's turn comes any more; who waits stops waiting."""
        with self._lock:
            self._closed = True
            for waiting in self._waiting:
                waiting.notify()

    def _turn(self, me: threading.Condition, end: float) -> Seconds | None:
        while not self._closed:
            now = time.monotonic()
            first = self._waiting[0] is me
            if first and now >= self._next:
                self._next = now + self._gap
                return Seconds(now)
            if max(now, self._next) > end:
                return None
            until = self._next if first else end
            me.wait(min(SLOWEST, until - now))
        return None
