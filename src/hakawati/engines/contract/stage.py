"""Where an engine performs for the contract: the engine, the language, the text."""

from collections.abc import Iterator
from typing import ClassVar

import pytest

from hakawati.engines.protocol import Engine
from hakawati.model import Role, Speech, Voice


def same(one: object, other: object) -> bool:
    """Whether two speeches, or all answers to the same requests, are the same. Asked for instead of `==`, because
    pytest would go through every byte of two that differ.
    """
    return one == other


class Stage:
    """`kind` is the engine's class; `text` a sentence or two in `language`, of ten words and more.

    `seconds_a_letter`: the least and the most that an unhurried voice takes for one.
    An engine that needs more than its class overrides the fixtures.
    """

    kind: ClassVar[type[Engine]]
    language: ClassVar[str] = "ar"
    text: ClassVar[str] = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ مَعَ صَاحِبِهِ، فَقَالَ: «السَّلَامُ عَلَيْكُمْ»."
    seconds_a_letter: ClassVar[tuple[float, float]] = (0.04, 0.25)

    @pytest.fixture
    def options(self) -> object:
        """What the engine is made with."""
        return self.kind.Options()

    @pytest.fixture
    def performer(self, options: object) -> Iterator[Engine]:
        """The engine, ready to perform."""
        engine = self.kind(options)
        yield engine
        engine.close()

    def voice(self, performer: Engine) -> Voice:
        """The narrator's."""
        return performer.cast(self.language)[Role.NARRATION]

    def said(self, performer: Engine, text: str, voice: Voice | None = None) -> Speech:
        return performer.perform(text, voice or self.voice(performer), self.language)

    def long_text(self, number: int = 0, length: int = 300) -> str:
        """The text's words, begun at another one for each `number`, over and over: `length` characters and more."""
        words = self.text.split()
        begin = number % len(words)
        once = " ".join([*words[begin:], *words[:begin]])
        return " ".join([once] * -(-length // len(once)))
