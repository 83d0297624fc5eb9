"""The worker processes that perform jobs, and how they are sent away.

Any `concurrent.futures.Executor` can perform; here it is a pool of processes on this machine. Each of them holds one
end of a pipe whose other end only this process has: when that closes, because the build was interrupted or killed, the
worker is gone at once and no orphan works on.
"""

import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TypeVar

from hakawati.errors import EngineError, HakawatiError
from hakawati.production.plan import Job
from hakawati.production.taking import Performed, perform
from hakawati.store import Store

WAITING_PER_WORKER = 8
"""Jobs handed out ahead of a free worker: enough that none stands idle, few enough for memory not to grow."""

Tag = TypeVar("Tag")


@dataclass(frozen=True, slots=True)
class Failed:
    """A job that could not be performed, and why."""

    error: str


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a worker keeps what it makes: a Store's folder, and its limit in bytes."""

    store: Path
    limit: int


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def crew(workers: int) -> Iterator[Executor]:
    """A pool of `workers` processes, gone within a second however the block is left."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - a build with nothing to do needs none
    from multiprocessing import get_context  # noqa: PLC0415

    context = get_context("spawn")
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(workers, mp_context=context, initializer=_enlist, initargs=(theirs,))
    try:
        yield executor
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
    try:
        line.recv()
    except (EOFError, OSError):
        os._exit(1)


def perform_all(
    tasks: Iterable[tuple[Tag, Job]], executor: Executor, workers: int, place: Workplace
) -> Iterator[tuple[Tag, Performed | Failed]]:
    """Every task's outcome, as they come. Raises HakawatiError where no job could go on."""
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - see crew

    left = iter(tasks)
    pending: dict[Future[Performed | Failed], Tag] = {}
    try:
        while True:
            for tag, job in islice(left, workers * WAITING_PER_WORKER - len(pending)):
                with _ctrl_c_held_back():
                    pending[executor.submit(perform_here, job, place)] = tag
            if not pending:
                return
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                yield pending.pop(future), future.result()
    except BrokenProcessPool as error:
        raise HakawatiError(
            "a worker process was ended from outside, perhaps for want of memory. What it had made is kept: "
            "run the same command again, with fewer --jobs if need be."
        ) from error


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


def perform_here(job: Job, place: Workplace) -> Performed | Failed:
    """Perform in this process. What the engine cannot do is an outcome; what stops all work is raised."""
    try:
        return perform(job, _store(place))
    except EngineError as error:
        return Failed(str(error))


@cache
def _store(place: Workplace) -> Store:
    return Store(place.store, place.limit)
