"""What cannot be said is an error of the right family, which names the engine; never a hole in the sound."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from hakawati.engines.contract.stage import Stage
from hakawati.engines.protocol import Engine
from hakawati.errors import EngineError, Unspeakable, VoiceUnknown
from hakawati.model import Voice

NOTHING_TO_SAY = ("", " ", "\n\t", "؟", "—", "«…»", "\u0640", "\u064e", "﴿﴾", "\u200f", "?!", "***", "😀")
COMMANDS = ("</speak>", "<break time='9s'/>", "&lt;", "$(ls)", "{0} %s \\n", "`", '"')
STRANGE = ("\0", "\x01", "\u202e", "\ufeff", "😀", *COMMANDS)


class FaultsContract(Stage):
    @pytest.mark.parametrize("text", NOTHING_TO_SAY)
    def test_nothing_to_say_is_unspeakable(self, performer: Engine, text: str) -> None:
        with pytest.raises(Unspeakable, match=f"^{performer.name}: "):
            self.said(performer, text)

    @pytest.mark.parametrize("strange", STRANGE)
    def test_strange_text_is_said_or_refused(self, performer: Engine, strange: str) -> None:
        least = 1.5 * self.said(performer, self.text).samples
        with naming(performer, EngineError):
            assert self.said(performer, f"{self.text} {strange} {self.text}").samples > least

    def test_an_unknown_voice_is_named(self, performer: Engine) -> None:
        with pytest.raises(VoiceUnknown, match=f"^{performer.name}: .*nobody-of-this-name"):
            self.said(performer, self.text, Voice(performer.name, "nobody-of-this-name"))

    def test_a_language_is_performed_or_unknown(self, performer: Engine) -> None:
        with naming(performer, VoiceUnknown):
            assert {voice.name for voice in performer.cast("qx").values()} <= set(performer.voices("qx"))


@contextmanager
def naming(performer: Engine, family: type[EngineError]) -> Iterator[None]:
    """An error of this family may come, if it names the engine."""
    try:
        yield
    except family as error:
        if not str(error).startswith(f"{performer.name}: "):
            raise
