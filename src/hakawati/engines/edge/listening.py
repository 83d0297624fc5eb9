"""One question put to the service through edge-tts, with an end to every wait.

edge-tts opens a connection for each question. It ends without a word where the connection ends, whether all was said
or not; so what it keeps count of is looked at, too.
"""

import asyncio
import math
import threading
from typing import TYPE_CHECKING, Any

from hakawati.engines.edge.placing import Word
from hakawati.engines.edge.proxy import proxy
from hakawati.engines.edge.question import Answer, Question

if TYPE_CHECKING:
    import edge_tts

GOODBYE = 0.5
"""Seconds for edge-tts to end when its connection is cut: it has nothing left to wait for."""


class BrokenOff(Exception):
    """The connection ended before the service said that all was said."""


class Silence(Exception):
    """Nothing came in time; `heard` says whether anything had come before."""

    def __init__(self, *, heard: bool) -> None:
        super().__init__()
        self.heard = heard


class Closed(Exception):
    """The ear was closed while it listened."""


class Ear:
    """Listens in whichever thread asks it to, until it is closed. `timeout`: without a message from the service."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout
        self._lock = threading.Lock()
        self._listening: dict[asyncio.Task[Answer], asyncio.AbstractEventLoop] = {}
        self._closed = False

    def hear(self, question: Question, seconds: float) -> Answer:
        """The answer, within `seconds`. Raises BrokenOff, Silence and Closed, and whatever edge-tts and aiohttp do."""
        try:
            with asyncio.Runner(loop_factory=_Loop) as runner:
                return runner.run(self._until_closed(question, seconds))
        except asyncio.CancelledError as error:
            raise Closed from error

    def close(self) -> None:
        """Whoever listens stops at once."""
        with self._lock:
            self._closed = True
            for task, loop in self._listening.items():
                loop.call_soon_threadsafe(task.cancel)

    async def _until_closed(self, question: Question, seconds: float) -> Answer:
        listening = asyncio.create_task(_Listener(question, self._timeout).answer(seconds))
        with self._lock:
            if self._closed:
                listening.cancel()
            self._listening[listening] = asyncio.get_running_loop()
        try:
            return await listening
        finally:
            with self._lock:
                del self._listening[listening]


class _Loop(asyncio.SelectorEventLoop):
    """Knows its connections, to cut them: aiohttp would wait for a dead server to agree that they end."""

    def __init__(self) -> None:
        super().__init__()
        self._connections: list[asyncio.Transport] = []

    async def create_connection(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 - as inherited
        connection, protocol = await super().create_connection(*arguments, **named)
        self._connections.append(connection)
        return connection, protocol

    async def cut(self) -> None:
        """All connections end now; those that have ended already are left alone."""
        for connection in self._connections:
            connection.abort()
        await asyncio.sleep(0)  # the loop closes their sockets at its next turn


class _Listener:
    """Takes down what comes, and when the last of it came."""

    def __init__(self, question: Question, timeout: float) -> None:
        self._question = question
        self._timeout = timeout
        self._mp3 = bytearray()
        self._words: list[Word] = []
        self._last = 0.0

    async def answer(self, seconds: float) -> Answer:
        listening = asyncio.create_task(self._listen())
        try:
            await self._watch(listening, seconds)
        finally:
            await _leave(listening)
        listening.result()
        return Answer(bytes(self._mp3), tuple(self._words))

    async def _watch(self, listening: "asyncio.Task[None]", seconds: float) -> None:
        """From outside, as edge-tts waits in places that no timeout of its own reaches. Raises Silence."""
        loop = asyncio.get_running_loop()
        self._last = loop.time()
        end = self._last + seconds
        while not listening.done():
            left = min(end, self._last + self._timeout) - loop.time()
            if left <= 0:
                raise Silence(heard=bool(self._mp3 or self._words))
            await asyncio.wait({listening}, timeout=left)

    async def _listen(self) -> None:
        communicate = _communicate(self._question, math.ceil(self._timeout))
        async for chunk in communicate.stream():
            self._last = asyncio.get_running_loop().time()
            if chunk["type"] == "audio":
                self._mp3 += chunk["data"]
            else:
                self._words.append(_word(chunk))
        # edge-tts adds a turn's bytes to this when the service ends the turn, and never where the connection just ends
        if communicate.state["cumulative_audio_bytes"] != len(self._mp3):
            raise BrokenOff


def _communicate(question: Question, seconds: int) -> "edge_tts.Communicate":
    from edge_tts import Communicate  # noqa: PLC0415 - brings aiohttp: slow to import

    return Communicate(
        question.text,
        question.voice,
        rate=question.rate,
        pitch=question.pitch,
        boundary="WordBoundary",
        proxy=proxy(),
        connect_timeout=seconds,
        receive_timeout=seconds,
    )


def _word(chunk: Any) -> Word:  # noqa: ANN401 - as it came over the network
    """Raises ValueError and its like for times that are no numbers."""
    return Word(str(chunk["text"]), round(chunk["offset"]), round(chunk["duration"]))


async def _leave(listening: "asyncio.Task[None]") -> None:
    """Cut the connection, and end the listening where it is still under way."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, _Loop)
    await loop.cut()
    if not listening.done():
        listening.cancel()
        await asyncio.wait({listening}, timeout=GOODBYE)
        if listening.done() and not listening.cancelled():
            listening.exception()  # asked for, so that nobody complains that it was not
