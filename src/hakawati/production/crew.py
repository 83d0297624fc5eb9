"""The worker processes of a build, and how they are sent away.

Any `concurrent.futures.Executor` can perform; here it is a pool of processes on this machine. Each of them holds one
end of a pipe whose other end only this process has: when that closes, because the build was interrupted or killed, the
worker is gone at once and no orphan works on.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import Connection
from typing import ParamSpec, TypeVar

from hakawati.errors import HakawatiError
from hakawati.production.studio import close_all

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")

WAITING_PER_WORKER = 8
"""Jobs handed out ahead of a free worker: enough that none stands idle, few enough for memory not to grow."""

FAREWELL, TIDYING = 0.3, 0.4
"""Seconds that a worker of an interrupted build gives its engines to close, and then a slow one to tidy up."""


@dataclass(frozen=True, slots=True)
class Crew:
    """A pool and the number of its workers."""

    executor: Executor
    workers: int

    @property
    def ahead(self) -> int:
        """How many jobs may be handed out at once."""
        return self.workers * WAITING_PER_WORKER

    def begin(self, function: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> "Future[T]":
        """To be done by a worker. Raises HakawatiError where no worker is left."""
        with _ctrl_c_held_back(), losses_told():
            return self.executor.submit(function, *arguments, **named)

    def each(self, function: Callable[[U], T], items: Iterable[U]) -> Iterator[tuple[U, T]]:
        """`function` of every item, as they come."""
        left = iter(items)
        pending: dict[Future[T], U] = {}
        while True:
            for item in islice(left, self.ahead - len(pending)):
                pending[self.begin(function, item)] = item
            if not pending:
                return
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield pending.pop(future), result_of(future)


def result_of(future: "Future[T]") -> T:
    """Raises whatever was raised, and HakawatiError where the worker was lost."""
    with losses_told():
        return future.result()


@contextmanager
def losses_told() -> Iterator[None]:
    """A worker that was ended from outside is a HakawatiError that says how to go on."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - see crew

    try:
        yield
    except BrokenProcessPool as error:
        raise HakawatiError(
            "a worker process was ended from outside, perhaps for want of memory. What it had made is kept: "
            "run the same command again, with fewer --jobs if need be."
        ) from error


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def crew(workers: int) -> Iterator[Crew]:
    """A pool of `workers` processes, gone within a second however the block is left."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a build with nothing to do needs none
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_enlist, initargs=(theirs,))
    try:
        yield Crew(executor, workers)
    except BaseException:
        ours.close()
        raise
    finally:
        # waited for even then: a pool that the interpreter ends together with its dying workers complains now and then
        executor.shutdown(cancel_futures=True)
        ours.close()
        theirs.close()


def _enlist(line: Connection) -> None:
    """In a new worker: leave Ctrl-C to the process that has the plan, and go when that goes."""
    from threading import Thread  # noqa: PLC0415 - in the worker only

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_leave_with, args=(line,), daemon=True).start()


def _leave_with(line: Connection) -> None:
    from threading import Thread  # noqa: PLC0415 - as above

    try:
        line.recv()
    except (EOFError, OSError):
        farewell = Thread(target=_let_go, daemon=True)
        farewell.start()
        farewell.join(FAREWELL + TIDYING)
        os._exit(1)


def _let_go() -> None:
    """Engines end their programs and take their files along; one that cannot is of no matter any more."""
    with suppress(HakawatiError):
        if close_all():
            time.sleep(TIDYING)


@contextmanager
def _ctrl_c_held_back() -> Iterator[None]:
    """A submission may start a worker, and that inherits what is held back: so Ctrl-C never reaches it, not even
    before it can say that it does not want it. Here it arrives when the block is left.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
