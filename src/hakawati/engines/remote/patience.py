"""A request is tried again while that may help, and given up in the end, in a time that is known beforehand."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from functools import partial

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

Once = Callable[[float], bytes]
"""One try, given the seconds that it may take. Raises Trouble."""


class Patience:
    """Of one engine, shared by all threads that ask."""

    def __init__(self, engine: str, options: RemoteOptions, chance: Callable[[], float] = random.random) -> None:
        self._engine = engine
        self._options = options
        self._chance = chance
        self._pace = Pace(options.requests_per_second)
        self._calls = Calls()
        self._stopped: EngineError | None = None
        self._closed = threading.Event()
        self._heard = False

    def ask(self, once: Once) -> bytes:
        """What `once` answers at last. Raises the EngineError of its last trouble.

        The first turn may take as long as others are before it; from then on patience counts. `once` runs in a thread
        that is left behind if it does not end in time. Where a trouble says that nobody will be answered, all later
        asking ends with it at once.
        """
        turn = self._pace.wait()
        end = (time.monotonic() if turn is None else turn) + self._options.patience
        tried = 0
        while True:
            if self._stopped is not None:
                raise self._stopped
            if turn is None:
                raise self._out_of_time(tried)
            tried += 1
            try:
                return self._tried(once, turn, end)
            except Trouble as trouble:
                self._bear(trouble, tried, turn, end)
            except Overdue:
                raise self._out_of_time(tried) from None
            turn = self._pace.wait(end - time.monotonic())

    def close(self) -> None:
        """All that is being asked ends at once, with an error."""
        self._stop(EngineFailed(f"{self._engine}: stopped before the answer was there."))
        self._closed.set()
        self._calls.close()

    def _tried(self, once: Once, turn: Seconds, end: float) -> bytes:
        longest = end - turn
        try:
            answer = self._calls.answer(partial(once, longest), longest)
        except CancelledError:
            assert self._stopped is not None, "calls are closed by `close` alone"
            raise self._stopped from None
        self._heard = True
        self._pace.answered()
        return answer

    def _bear(self, trouble: Trouble, tried: int, turn: Seconds, end: float) -> None:
        """Wait as long as it takes until another try makes sense. Raises where none does."""
        wait = self._backed_off(tried) if trouble.wait is None else trouble.wait
        if trouble.cure is Cure.SLOW_DOWN:
            self._pace.complained(turn, wait)
        hopeless = trouble.cure in (Cure.NOTHING, Cure.STOP_ASKING) or tried >= self._tries(trouble)
        if hopeless or time.monotonic() + wait > end:
            if self._concerns_all(trouble):
                self._stop(trouble.error)
            raise trouble.error from trouble
        if trouble.cure is not Cure.SLOW_DOWN:
            self._closed.wait(wait)

    def _concerns_all(self, trouble: Trouble) -> bool:
        """Whether other requests will fare no better. An answer that stays bad is this request's own matter, unless
        no answer has ever been good.
        """
        return trouble.cure is not Cure.NOTHING and not (trouble.cure is Cure.TRY_AGAIN and self._heard)

    def _stop(self, error: EngineError) -> None:
        """Who waits for a turn, now or later, gets this error; what is under way may still be answered."""
        self._stopped = self._stopped or error
        self._pace.close()

    def _tries(self, trouble: Trouble) -> int:
        unheard = trouble.cure is Cure.CONNECT and not self._heard
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
