"""A request is tried again while that may help, and given up in the end, in a time that is known beforehand."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from functools import partial
from typing import NamedTuple

from hakawati.engines.remote.calls import Calls, Overdue
from hakawati.engines.remote.options import RemoteOptions
from hakawati.engines.remote.pacing import Pace
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineError, EngineFailed
from hakawati.units import Seconds

FIRST_WAIT, LONGEST_WAIT = 0.5, 30.0
"""Seconds before the second try, doubled with every further one."""
TRIES_TO_CONNECT = 3
"""Of a server that has never answered: no use in waiting for a network that is not there."""

NEVER = float("-inf")

Once = Callable[[float], bytes]
"""One try, given the seconds that it may take. Raises Trouble."""


class _Try(NamedTuple):
    """The `number` of a request's try, from 1, and its `turn`; the request must `end` then, `failing` since."""

    number: int
    turn: Seconds
    end: float
    failing: float


class Patience:
    """Of one engine, shared by all threads that ask."""

    def __init__(self, engine: str, options: RemoteOptions, chance: Callable[[], float] = random.random) -> None:
        self._engine = engine
        self._options = options
        self._chance = chance
        self._pace = Pace(options.requests_per_second)
        self._calls = Calls()
        self._stopped: EngineError | None = None
        self._ended = threading.Event()
        self._heard = NEVER
        """When the last good answer came."""

    def ask(self, once: Once) -> bytes:
        """What `once` answers at last. Raises the EngineError of its last trouble.

        The first turn may take as long as others are before it; from then on patience counts. `once` runs in a thread
        that is left behind if it does not end in time. Where a trouble says that nobody will be answered, all later
        asking ends with it at once.
        """
        turn = self._pace.wait()
        end = (time.monotonic() if turn is None else turn) + self._options.patience
        tried, failing = 0, NEVER
        while True:
            if self._stopped is not None:
                raise self._stopped
            if turn is None:
                raise self._out_of_time(tried)
            tried += 1
            try:
                return self._tried(once, turn, end)
            except Trouble as trouble:
                failing = time.monotonic() if failing == NEVER else failing
                self._bear(trouble, _Try(tried, turn, end, failing))
            except Overdue:
                raise self._out_of_time(tried) from None
            turn = self._pace.wait(end - time.monotonic())

    def close(self) -> None:
        """All that is being asked ends at once, with an error."""
        self._stop(EngineFailed(f"{self._engine}: stopped before the answer was there."))
        self._calls.close()

    def _tried(self, once: Once, turn: Seconds, end: float) -> bytes:
        longest = end - turn
        try:
            answer = self._calls.answer(partial(once, longest), longest)
        except CancelledError:
            assert self._stopped is not None, "calls are closed by `close` alone"
            raise self._stopped from None
        self._heard = time.monotonic()
        self._pace.answered()
        return answer

    def _bear(self, trouble: Trouble, last: _Try) -> None:
        """Wait as long as it takes until another try makes sense. Raises where none does."""
        wait = self._backed_off(last.number) if trouble.wait is None else trouble.wait
        if trouble.cure is Cure.SLOW_DOWN:
            self._pace.complained(last.turn, wait)
        hopeless = trouble.cure in (Cure.NOTHING, Cure.STOP_ASKING) or last.number >= self._tries(trouble)
        if hopeless or time.monotonic() + wait > last.end:
            if self._concerns_all(trouble.cure, last.failing):
                self._stop(trouble.error)
            raise trouble.error from trouble
        if trouble.cure is not Cure.SLOW_DOWN:
            self._ended.wait(wait)

    def _concerns_all(self, cure: Cure, failing: float) -> bool:
        """Whether other requests will fare no better than one that has been `failing` since then. An answer that stays
        bad is its own matter unless no answer has ever been good; one that stays out is, if others came meanwhile.
        """
        match cure:
            case Cure.NOTHING:
                return False
            case Cure.TRY_AGAIN:
                return self._heard == NEVER
            case Cure.CONNECT:
                return self._heard < failing
        return True

    def _stop(self, error: EngineError) -> None:
        """Who waits, for a turn or for another try, gets this error; what is under way may still be answered."""
        self._stopped = self._stopped or error
        self._ended.set()
        self._pace.close()

    def _tries(self, trouble: Trouble) -> int:
        unheard = trouble.cure is Cure.CONNECT and self._heard == NEVER
        return min(self._options.tries, TRIES_TO_CONNECT) if unheard else self._options.tries

    def _backed_off(self, tried: int) -> float:
        """Between half of the wait and all of it, by chance, so that many do not come again together."""
        return min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** (tried - 1)) * (1 + self._chance()) / 2

    def _out_of_time(self, tried: int) -> EngineFailed:
        waited = f"{self._options.patience:g} s and {tried} tries"
        return EngineFailed(
            f"{self._engine}: no answer within {waited}. Build again later, or raise "
            f"`patience` or `requests_per_second` in [engines.{self._engine}]."
        )
