"""Voices that an engine does not have are found before anything is made."""

from typing import Any, ClassVar

import pytest

from hakawati.engines import registry
from hakawati.engines.casting import require_voices
from hakawati.engines.protocol import NoOptions, Request
from hakawati.engines.registry import Engines
from hakawati.errors import VoiceUnknown
from hakawati.model import Voice


class Far:
    """An engine on another machine; being asked for speech is a failure."""

    name = "far"
    slow = True
    at_once = 1
    Options: ClassVar[type] = NoOptions

    def __init__(self, options: object) -> None: ...

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - all the rest of an engine
        if name.startswith("_"):
            raise AttributeError(name)
        return self._never

    def _never(self, *_: object) -> None:
        raise AssertionError("asked for more than its requests")

    def requests(self, text: str, voice: Voice, language: str) -> tuple[Request, ...]:
        if voice.name != "known":
            raise VoiceUnknown(f"far: there is no voice {voice.name!r}")
        return (Request(text, (language,)),)


class Ponderous(Far):
    """An engine on this machine that takes its time, and knows a voice by its file."""

    name = "ponderous"
    requests = None  # type: ignore[assignment]

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        if voice.name != "known":
            raise VoiceUnknown(f"ponderous: there is no voice {voice.name!r}")
        return (self.name,)


@pytest.fixture
def engines(monkeypatch: pytest.MonkeyPatch) -> Engines:
    for kind in (Far, Ponderous):
        monkeypatch.setitem(registry.ENGINES, kind.name, f"{__name__}:{kind.__name__}")
    return Engines()


@pytest.mark.parametrize("name", ["ar", "ar+m7", "+m7", "fa+f2"])
def test_voices_that_are_there(name: str, engines: Engines) -> None:
    others = [Voice(engine, "known") for engine in ("far", "ponderous")]
    require_voices([Voice("espeak", name), Voice("silent", "low"), *others], engines, "ar")


@pytest.mark.parametrize(
    ("engine", "name"), [("espeak", "ar+m77"), ("silent", "loud"), ("far", "unknown"), ("ponderous", "unknown")]
)
def test_the_first_voice_that_is_not_there_is_named(engine: str, name: str, engines: Engines) -> None:
    with pytest.raises(VoiceUnknown, match=rf"^{engine}: .*{name[-3:]}"):
        require_voices([Voice("espeak", "ar"), Voice(engine, name)], engines, "ar")
