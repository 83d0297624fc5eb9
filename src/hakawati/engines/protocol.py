"""What an engine is: the one place where a new voice joins the rest of Hakawati."""

from collections.abc import Mapping
from typing import Protocol

from hakawati.model import Role, Speech, Voice


class Engine(Protocol):
    """Makes speech of text. Engines differ in sound, cost and place, and in nothing else.

    Only errors of the family `EngineError` leave an engine; each says which engine, why, and what to do.
    """

    name: str
    summary: str
    """One line for the user who chooses between engines."""
    remote: bool
    """Costly to ask: its raw speech is worth keeping."""
    wants_vowels: bool
    """Reads Arabic only when it is vowelled; else it vowels for itself."""

    def version(self) -> str:
        """What shapes the sound beside text and voice: the library's version and this engine's own revision.

        Cheap, and part of every take's key: it changes whenever the same text and voice would sound different.
        """
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

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        """`text` spoken: mono 16-bit PCM at the engine's own rate.

        Marks are offsets into `text`, in order and inside the sound. `voice.volume` is left to the finishing.
        Raises VoiceUnknown, Unspeakable (nothing to say, as in «؟»), EngineUnavailable, EngineRefused, EngineFailed.
        """
        ...
