"""Closing: at once, as often as one likes, whatever is being performed."""

import threading

from hakawati.engines.contract.stage import Stage
from hakawati.engines.protocol import Engine
from hakawati.errors import EngineError

WITHIN = 1.0
"""Seconds in which a performance ends that is under way when its engine is closed."""
SLACK = 2.0
"""Seconds that a loaded machine may take besides."""


class Performance(threading.Thread):
    """Performs `text` in a thread of its own, `often` or once, until it is over; `error` is what ended it."""

    def __init__(self, stage: Stage, performer: Engine, text: str, *, often: bool) -> None:
        super().__init__(daemon=True)
        self._stage, self._performer, self._text, self._often = stage, performer, text, often
        self.begun = threading.Event()
        self.error: EngineError | None = None

    def run(self) -> None:
        voice = self._stage.voice(self._performer)
        self.begun.set()
        try:
            self._performer.perform(self._text, voice, self._stage.language)
            while self._often:
                self._performer.perform(self._text, voice, self._stage.language)
        except EngineError as error:
            self.error = error

    def ends(self) -> bool:
        self.join(WITHIN + SLACK)
        return not self.is_alive()


class ClosingContract(Stage):
    def test_closes_more_than_once(self, performer: Engine) -> None:
        self.said(performer, self.text)
        performer.close()
        performer.close()

    def test_closes_unused(self, performer: Engine, options: object) -> None:
        type(performer)(options).close()

    def test_what_is_being_performed_ends(self, performer: Engine) -> None:
        performance = Performance(self, performer, self.long_text(length=2_000), often=False)
        performance.start()
        performance.begun.wait()
        performer.close()
        assert performance.ends()
