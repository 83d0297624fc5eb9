"""The openai engine as the contract takes it: ready to perform, against its stand-in."""

from collections.abc import Iterator

import pytest

from engines.openai_stand_in import VOICES, SpeechServer, speaking
from hakawati.engines.openai.engine import OpenAI
from hakawati.engines.openai.options import OpenAIOptions
from hakawati.engines.remote import patience

KEY = "sk-proj-Zm9vYmFy_0123456789-ABCDEFghij/klm+nop=="
"""Of no account; with all that makes keys hard to find again."""


@pytest.fixture
def speech_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechServer]:
    """A stand-in that wants a key, which is in the environment."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with speaking(KEY) as stand_in:
        yield stand_in


@pytest.fixture
def openai(speech_server: SpeechServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenAI]:
    """With short waits, and the names of all voices that the stand-in has."""
    monkeypatch.setattr(patience, "FIRST_WAIT", 0.01)
    engine = OpenAI(options_for(speech_server, voices=VOICES))
    yield engine
    engine.close()


def options_for(stand_in: SpeechServer, **changes: object) -> OpenAIOptions:
    chosen: dict[str, object] = {"requests_per_second": 1000.0, "timeout": 2.0, "patience": 20.0, "tries": 4}
    return OpenAIOptions(base_url=stand_in.address, **{**chosen, **changes})  # type: ignore[arg-type]  # as many kinds as keys
