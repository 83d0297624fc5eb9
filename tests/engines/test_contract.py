"""Every engine of the list keeps to the contract: those that ask other machines, before stand-ins for these."""

import time
from dataclasses import replace
from typing import Any

import pytest

from engines.loopback import Answers, Visits
from hakawati.engines.contract import EngineContract, RemoteEngineContract
from hakawati.engines.contract.closing import Performance
from hakawati.engines.protocol import Engine, RemoteEngine
from hakawati.engines.registry import ENGINES

HERE = ("espeak", "piper", "command", "silent")
ASKING = {"gtts": "google", "edge": "edge_service", "openai": "speech_server"}
"""Engines that ask other machines, and the stand-ins for these."""


def test_every_engine_is_held_to_it() -> None:
    assert sorted((*HERE, *ASKING)) == sorted(ENGINES)


def options_of(performer: Engine) -> Any:  # noqa: ANN401 - an instance of its own Options
    """What the fixture has made it with."""
    return getattr(performer, "_options", performer.Options())


class TestEnginesOfThisMachine(EngineContract):
    @pytest.fixture(params=HERE)
    def performer(self, request: pytest.FixtureRequest) -> Engine:
        found: Engine = request.getfixturevalue(request.param)
        return found

    @pytest.fixture
    def options(self, performer: Engine) -> object:
        found: object = options_of(performer)
        return found

    def test_every_word_is_marked_where_any_is(self, performer: Engine) -> None:
        marks = self.said(performer, self.text).marks
        assert len(marks) == (len(self.text.split()) if performer.name in ("espeak", "silent") else 0)


class TestEnginesThatAskOthers(RemoteEngineContract):
    @pytest.fixture(params=ASKING)
    def performer(self, request: pytest.FixtureRequest) -> RemoteEngine:
        found: RemoteEngine = request.getfixturevalue(request.param)
        return found

    @pytest.fixture
    def options(self, performer: RemoteEngine) -> object:
        found: object = options_of(performer)
        return found

    def test_whoever_waits_for_a_server_that_plays_dead_is_stopped(
        self, performer: RemoteEngine, request: pytest.FixtureRequest
    ) -> None:
        stand_in = request.getfixturevalue(ASKING[performer.name])
        answers, visits = stand_in.answers, stand_in.visits
        assert isinstance(answers, Answers)
        assert isinstance(visits, Visits)
        answers.queue.append("hang")
        patient = type(performer)(replace(options_of(performer), timeout=30.0, patience=60.0))
        performance = Performance(self, patient, self.text, often=False)
        performance.start()
        while performance.is_alive() and not visits.times:
            time.sleep(0.01)
        patient.close()
        assert performance.ends()
        assert str(performance.error).startswith(f"{performer.name}: ")
