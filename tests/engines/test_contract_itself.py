"""The contract finds what it is there to find: engines that break it in one point each."""

from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import ClassVar

import pytest

from hakawati.engines.contract import EngineContract, RemoteEngineContract
from hakawati.engines.protocol import NoOptions, Request, performed
from hakawati.engines.silent import Silent
from hakawati.model import Mark, Role, Speech, Voice
from hakawati.units import Samples


class CutsShort(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return super().perform(text[:150], voice, language)


class NeverTheSame(Silent):
    numbers = count()

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        speech = super().perform(text, voice, language)
        return Speech(speech.pcm + bytes(2 * next(self.numbers)), speech.rate, speech.marks)


class Louder(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        speech = super().perform(text, voice, language)
        return Speech(speech.pcm if not voice.volume else bytes(len(speech.pcm)), speech.rate, speech.marks)


class HalfASample(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        speech = super().perform(text, voice, language)
        return Speech(speech.pcm + b"\0", speech.rate, speech.marks)


class MarksTooLate(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        speech = super().perform(text, voice, language)
        return Speech(speech.pcm, speech.rate, (*speech.marks, Mark(0, 1, Samples(0))))


class SaysNothing(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return super().perform(text if any(map(str.isalnum, text)) else "a", voice, language)


class AnyVoice(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        known = voice.name if voice.name in self.voices(language) else "low"
        return super().perform(text, Voice(self.name, known, voice.rate, voice.pitch), language)


class BreaksDown(Silent):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        if "<" in text:
            raise ValueError(text)
        return super().perform(text, voice, language)


class ForgetsThePitch(Silent):
    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return self.name, voice.name, voice.rate


class TellsWhere(Silent):
    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return (*super().shaped_by(voice), str(Path(__file__).absolute()))


class TellsItself(Silent):
    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return (*super().shaped_by(voice), self)


class TellsTheKey(Silent):
    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return (*super().shaped_by(voice), "sk-0123456789")


class OneRoleShort(Silent):
    def cast(self, language: str) -> Mapping[Role, Voice]:
        return {role: voice for role, voice in super().cast(language).items() if role is not Role.POETRY}


class OneVoice(Silent):
    def cast(self, language: str) -> Mapping[Role, Voice]:  # noqa: ARG002 - of no account
        return {role: Voice(self.name, "low", volume=float(at)) for at, role in enumerate(Role)}


class OtherNames(Silent):
    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - of no account
        return ("high",)


class NoEngine(Silent):
    Options: ClassVar[type] = dict


BROKEN = {
    CutsShort: "fifty_long_segments_one_after_the_other",
    NeverTheSame: "the_same_text_and_voice_give_the_same_bytes",
    Louder: "volume_is_left_to_the_finishing",
    HalfASample: "is_whole_samples_loud_enough_and_not_clipped",
    MarksTooLate: "marks_are_words_in_order_inside_the_sound",
    ForgetsThePitch: "differs_wherever_the_sound_does",
    TellsWhere: "holds_no_folder_of_this_machine",
    TellsItself: "is_made_of_plain_values",
    TellsTheKey: "holds_no_secret_of_the_environment",
    OneRoleShort: "every_role_has_a_voice_of_its_own",
    OneVoice: "every_role_sounds_different",
    OtherNames: "its_voices_hold_the_cast",
    AnyVoice: "an_unknown_voice_is_named",
    NoEngine: "is_an_engine",
}
FOUND = (AssertionError, pytest.fail.Exception)


@pytest.mark.parametrize(("broken", "test"), BROKEN.items(), ids=[kind.__name__ for kind in BROKEN])
def test_what_breaks_it_is_found(broken: type[Silent], test: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECH_API_KEY", "sk-0123456789")
    getattr(EngineContract(), f"test_{test}")(Silent(NoOptions()))
    with pytest.raises(FOUND):
        getattr(EngineContract(), f"test_{test}")(broken(NoOptions()))


def test_a_hole_in_the_sound_is_found() -> None:
    with pytest.raises(FOUND):
        EngineContract().test_nothing_to_say_is_unspeakable(SaysNothing(NoOptions()), "؟")


def test_a_foreign_error_is_found() -> None:
    with pytest.raises(ValueError, match="</speak>"):
        EngineContract().test_strange_text_is_said_or_refused(BreaksDown(NoOptions()), "</speak>")


class Asking(Silent):
    """Asks for word after word, and hears the word."""

    remote = True
    at_once = 2

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:  # noqa: ARG002 - of no account
        return tuple(Request(word) for word in text.split())

    def fetch(self, request: Request) -> bytes:
        return request.text.encode()

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:  # noqa: ARG002 - it was asked for
        return Silent.perform(self, b" ".join(answers).decode(), voice, "")

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return performed(self, text, voice, language)


class DropsAWord(Asking):
    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        return super().requests(text, voice, language)[1:]


class DropsAMark(Asking):
    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        return super().requests(text.replace("\u064e", ""), voice, language)


class Listing(Asking):
    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        return tuple(Request(word.text, (1,)) for word in super().requests(text, voice, language))  # type: ignore[arg-type]  # that is what is to be found


class CountsAnswers(Asking):
    numbers = count()

    def fetch(self, request: Request) -> bytes:
        return f"{request.text}{next(self.numbers)}".encode()


class HearsMore(Asking):
    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        return super().perform(f"{text} {text}", voice, language)


ILL_MANNERED = {
    DropsAWord: "all_letters_and_marks_are_asked_for_in_order",
    DropsAMark: "all_letters_and_marks_are_asked_for_in_order",
    Listing: "a_request_can_be_a_key",
    CountsAnswers: "asking_in_threads_is_asking_in_turn",
    HearsMore: "what_sounds_different_is_asked_for_apart_or_understood_apart",
}


@pytest.mark.parametrize(("broken", "test"), ILL_MANNERED.items(), ids=[kind.__name__ for kind in ILL_MANNERED])
def test_what_asks_badly_is_found(broken: type[Asking], test: str) -> None:
    getattr(RemoteEngineContract(), f"test_{test}")(Asking(NoOptions()))
    with pytest.raises(FOUND):
        getattr(RemoteEngineContract(), f"test_{test}")(broken(NoOptions()))


def test_a_closed_engine_that_goes_on_is_found() -> None:
    with pytest.raises(FOUND):
        RemoteEngineContract().test_a_closed_engine_asks_no_more(Asking(NoOptions()))
