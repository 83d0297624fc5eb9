"""What an engine is: the one place where a new voice joins the rest of Hakawati."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol, runtime_checkable

from hakawati.model import Role, Speech, Voice


@dataclass(frozen=True)
class NoOptions:
    """For an engine that has nothing to set."""


class Engine(Protocol):
    """Makes speech of text. Engines differ in sound, cost and place, and in nothing else.

    Made once per process, with an instance of its `Options`. Only errors of the family `EngineError` leave an engine;
    each says which engine, why, and what to do.
    """

    name: str
    summary: str
    """One line for the user who chooses between engines."""
    remote: bool
    """Sends the text to another machine."""
    slow: bool
    """Its speech is worth keeping, so that a new bit rate or loudness never waits for it again."""
    wants_vowels: bool
    """Reads Arabic only when it is vowelled; else it vowels for itself."""
    characters_per_second: float
    """How much text it performs, about: of a local engine, one process of it. For estimates only."""

    Options: ClassVar[type]
    """A frozen dataclass with defaults for all its fields: the keys of `[engines.NAME]` in hakawati.toml."""

    def __init__(self, options: Any) -> None:  # noqa: ANN401 - an instance of its own Options
        ...

    def available(self) -> str | None:
        """None where the engine works, else one sentence that says what it needs."""
        ...

    def voices(self, language: str) -> tuple[str, ...]:
        """The names a `Voice` may carry for a language such as `ar`; for "" those of all languages."""
        ...

    def cast(self, language: str) -> Mapping[Role, Voice]:
        """The default voice of every role, told apart by ear. Raises VoiceUnknown for a language it lacks."""
        ...

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        """All that shapes the sound beside text and language: the library's version, the engine's own revision, those
        of its options that can be heard, and of the voice what `perform` heeds.

        Plain values, cheap to tell, and part of every take's key: they change whenever the same text and voice would
        sound different, and hold no path, no date and no secret. `voice.volume` is left to the finishing.
        """
        ...

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        """`text` spoken: mono 16-bit PCM at the engine's own rate.

        Marks are offsets into `text`, in order and inside the sound. `voice.volume` is left to the finishing.
        Raises VoiceUnknown, Unspeakable (nothing to say, as in «؟»), EngineUnavailable, EngineRefused, EngineFailed.
        """
        ...

    def close(self) -> None:
        """Let go of what it holds. What is being performed in other threads ends within a second, with an error."""
        ...


@dataclass(frozen=True, slots=True)
class Request:
    """One question to a remote engine: the `text` to be said, and in `manner` all else that shapes the answer.

    It is hashed into the key that the answer is kept under, so it holds no secret.
    """

    text: str
    manner: tuple[str, ...] = ()


@runtime_checkable
class RemoteEngine(Engine, Protocol):
    """An engine that asks another machine, one request at a time or several at once.

    Asking and understanding are apart: answers are kept as they came, and what was answered once is not asked again.
    """

    at_once: int
    """How many requests may be under way together."""

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        """What has to be asked for `text`, in order; at least one. Raises VoiceUnknown and Unspeakable."""
        ...

    def fetch(self, request: Request) -> bytes:
        """The answer, proven to be whole speech for the request's text. Patient: waits its turn, and asks again while
        that may help. For any number of threads. Raises EngineRefused and EngineFailed.
        """
        ...

    def assembled(self, text: str, voice: Voice, answers: Sequence[bytes]) -> Speech:
        """The speech of `text` from the answers to its requests. Pure."""
        ...


def performed(engine: RemoteEngine, text: str, voice: Voice, language: str) -> Speech:
    """What a remote engine's `perform` comes to."""
    answers = [engine.fetch(request) for request in engine.requests(text, voice, language)]
    return engine.assembled(text, voice, answers)
