"""Remote engines asked from one process, for several takes at once, each answer kept as soon as it is there.

One process asks for all: so there is one connection to keep, one pace to hold to, and no request is under way twice.
"""

import threading
from concurrent.futures import Future
from queue import SimpleQueue

from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.production.speaking import Answers, Wanting, keep_answer, kept_answer
from hakawati.production.studio import Studio

_Question = tuple[Wanting, "Future[Answers]"]


class Asking:
    """For any number of threads; those of its own end when it is closed, or with the process, whatever they do."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._lock = threading.Lock()
        self._under_way: dict[tuple[str, Request], Future[bytes]] = {}
        self._queues: dict[str, SimpleQueue[_Question | None]] = {}

    def ask(self, wanting: Wanting) -> Answers:
        """The answers, one after the other. Raises EngineError."""
        return {request: self._answer(self._engine(wanting.engine), request) for request in wanting.requests}

    def begin(self, wanting: Wanting) -> "Future[Answers]":
        """As `ask`, by a thread of ours. To be called from one thread only."""
        future: Future[Answers] = Future()
        self._queue(wanting.engine).put((wanting, future))
        return future

    def close(self) -> None:
        """Its threads end as soon as they have nothing left to ask."""
        for name, queue in self._queues.items():
            for _ in range(self._engine(name).at_once):
                queue.put(None)

    def _answer(self, engine: RemoteEngine, request: Request) -> bytes:
        """From the store, or from whoever is asking just this, or asked for."""
        name = engine.name, request
        with self._lock:
            begun = self._under_way.get(name)
            kept = None if begun else kept_answer(engine.name, request, self._studio.store)
            if kept is not None:
                return kept
            asked = begun or self._under_way.setdefault(name, Future())
        if not begun:
            self._fetch(engine, request, asked)
        return asked.result()

    def _fetch(self, engine: RemoteEngine, request: Request, answer: "Future[bytes]") -> None:
        try:
            fetched = engine.fetch(request)
            keep_answer(engine.name, request, fetched, self._studio.store)
            answer.set_result(fetched)
        except BaseException as error:  # noqa: BLE001 - it is raised wherever the answer is waited for
            answer.set_exception(error)
        finally:
            with self._lock:
                del self._under_way[engine.name, request]

    def _queue(self, name: str) -> "SimpleQueue[_Question | None]":
        if name not in self._queues:
            queue = self._queues[name] = SimpleQueue()
            for _ in range(self._engine(name).at_once):
                threading.Thread(target=self._work, args=(queue,), daemon=True).start()
        return self._queues[name]

    def _work(self, queue: "SimpleQueue[_Question | None]") -> None:
        while question := queue.get():
            wanting, future = question
            try:
                future.set_result(self.ask(wanting))
            except BaseException as error:  # noqa: BLE001 - as above
                future.set_exception(error)

    def _engine(self, name: str) -> RemoteEngine:
        engine = self._studio.engines[name]
        assert isinstance(engine, RemoteEngine), "only remote engines are wanting"
        return engine
