"""Asking: for all of the text and nothing else, in any number of threads; understanding is pure."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest

from hakawati.engines.contract.closing import Performance
from hakawati.engines.contract.faults import NOTHING_TO_SAY
from hakawati.engines.contract.keys import secrets
from hakawati.engines.contract.stage import Stage, same
from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.errors import EngineError, Unspeakable, VoiceUnknown
from hakawati.model import Voice

THREADS = 8


class AskingContract(Stage):
    def test_all_letters_and_marks_are_asked_for_in_order(self, performer: RemoteEngine) -> None:
        for text in (self.text, self.text.split()[0], self.long_text(2), self.long_text(3, 2_000)):
            asked = "".join(request.text for request in self._requests(performer, text))
            assert _sounding(asked) == _sounding(text)

    def test_a_request_can_be_a_key(self, performer: RemoteEngine) -> None:
        once = self._requests(performer, self.long_text())
        assert set(once) == set(self._requests(performer, self.long_text()))
        assert all(isinstance(part, str) for request in once for part in (request.text, *request.manner))

    def test_a_request_holds_no_secret_of_the_environment(self, performer: RemoteEngine) -> None:
        (request, *_) = self._requests(performer, self.text)
        assert [secret for secret in secrets() if secret in str((request.text, *request.manner))] == []

    def test_what_sounds_different_is_asked_for_apart_or_understood_apart(self, performer: RemoteEngine) -> None:
        for voice in performer.cast(self.language).values():
            answers = [performer.fetch(request) for request in performer.requests(self.text, voice, self.language)]
            assert same(performer.assembled(self.text, voice, answers), self.said(performer, self.text, voice))

    def test_asking_in_threads_is_asking_in_turn(self, performer: RemoteEngine) -> None:
        requests = [request for number in range(6) for request in self._requests(performer, self.long_text(number))]
        in_turn = [performer.fetch(request) for request in requests]
        with ThreadPoolExecutor(THREADS) as threads:
            assert same(list(threads.map(performer.fetch, requests)), in_turn)

    def test_understanding_asks_nobody(self, performer: RemoteEngine) -> None:
        text, voice = self.long_text(), self.voice(performer)
        answers = [performer.fetch(request) for request in self._requests(performer, text)]
        once = performer.assembled(text, voice, answers)
        performer.close()
        assert same(performer.assembled(text, voice, answers), once)
        assert once.samples > 0

    @pytest.mark.parametrize("text", NOTHING_TO_SAY)
    def test_nothing_to_say_is_not_asked_for(self, performer: RemoteEngine, text: str) -> None:
        with pytest.raises(Unspeakable):
            self._requests(performer, text)

    def test_an_unknown_voice_is_not_asked_for(self, performer: RemoteEngine) -> None:
        with pytest.raises(VoiceUnknown):
            performer.requests(self.text, Voice(performer.name, "nobody-of-this-name"), self.language)

    def test_whoever_performs_on_and_on_is_stopped(self, performer: RemoteEngine) -> None:
        performance = Performance(self, performer, self.long_text(), often=True)
        performance.start()
        performance.begun.wait()
        performer.close()
        assert performance.ends()
        assert str(performance.error).startswith(f"{performer.name}: ")

    def test_a_closed_engine_asks_no_more(self, performer: RemoteEngine) -> None:
        performer.close()
        with pytest.raises(EngineError, match=f"^{performer.name}: "):
            self.said(performer, self.text)

    def _requests(self, performer: RemoteEngine, text: str) -> tuple[Request, ...]:
        requests = performer.requests(text, self.voice(performer), self.language)
        assert requests
        return requests


def _sounding(text: str) -> str:
    """Letters, marks and digits."""
    return "".join(character for character in text if unicodedata.category(character)[0] in "LMN")
