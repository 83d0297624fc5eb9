"""A remote engine that answers from this process: the silent engine's tones, asked for sentence by sentence."""

import re
import threading
from collections.abc import Iterable, Iterator, Sequence

from hakawati.engines.protocol import NoOptions, Request, performed
from hakawati.engines.silent import Silent
from hakawati.errors import EngineError
from hakawati.model import Role, Speech, Voice


class FarAway(Silent):
    """`asked` are the texts in order; `errors` are raised in turn, before it answers well."""

    name = "far"
    summary = "Far away."
    remote = True
    at_once = 4
    characters_per_second = 10.0

    def __init__(self, options: NoOptions = NoOptions()) -> None:  # noqa: B008 - it never changes
        super().__init__(options)
        self.asked: list[str] = []
        self.errors: Iterator[EngineError] = iter(())
        self.most_at_once = 0
        self._under_way = 0
        self._lock = threading.Lock()

    def cast(self, language: str) -> dict[Role, Voice]:
        return {role: Voice(self.name, voice.name) for role, voice in super().cast(language).items()}

    def fails(self, errors: Iterable[EngineError]) -> None:
        self.errors = iter(errors)

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:  # noqa: ARG002 - its tones have no language
        return tuple(Request(part.strip(), (voice.name,)) for part in re.findall(r"[^.]*\w[^.]*\.?", text))

    def fetch(self, request: Request) -> bytes:
        with self._lock:
            self.asked.append(request.text)
            self._under_way += 1
            self.most_at_once = max(self.most_at_once, self._under_way)
            error = next(self.errors, None)
        threading.Event().wait(0.005)
        with self._lock:
            self._under_way -= 1
        if error:
            raise error
        return request.text.encode()

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:
        assert b" ".join(answers).decode().split() == text.split(), "every answer, in order"
        return super().perform(text, voice, "ar")

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return performed(self, text, voice, language)
