"""The list of engines, and what is told of them."""

import subprocess
import sys
from dataclasses import dataclass

import pytest

from engines.gtts_performer import impatient
from hakawati.engines.overview import overview
from hakawati.engines.registry import ENGINES, Engines, kind, names, options_of, taken
from hakawati.engines.silent import Silent
from hakawati.errors import EngineUnavailable

HEAVY = ("numpy", "soundfile", "onnxruntime", "piper", "requests", "gtts", "httpx", "aiohttp", "edge_tts")


def test_the_engines() -> None:
    assert names() == ("espeak", "gtts", "edge", "openai", "piper", "command", "silent")
    assert taken() == (*names(), "recording")


def test_every_name_has_its_class() -> None:
    assert [kind(name).name for name in names()] == list(ENGINES)
    assert [options_of(name) for name in names()] == [kind(name).Options for name in ENGINES]


def test_one_of_each_is_made() -> None:
    engines = Engines()
    assert engines["espeak"] is engines["espeak"]
    assert Engines()["espeak"] is not engines["espeak"]


def test_an_engine_is_made_with_its_options() -> None:
    assert Engines({"gtts": impatient(requests_per_second=2.0)})["gtts"].characters_per_second < (
        Engines()["gtts"].characters_per_second
    )


def test_closing_closes_what_was_made_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Silent] = []

    def close(engine: Silent) -> None:
        closed.append(engine)

    monkeypatch.setattr(Silent, "close", close)
    engines = Engines()
    engines.close()
    assert closed == []
    silent = engines["silent"]
    engines.close()
    assert closed == [silent]


@pytest.mark.parametrize(("name", "near"), [("espaek", "espeak"), ("gtss", "gtts"), ("quiet", ""), ("", "")])
def test_an_unknown_engine_names_the_nearest_and_all(name: str, near: str) -> None:
    with pytest.raises(EngineUnavailable, match=r"espeak, gtts.*, silent") as caught:
        Engines()[name]
    assert ("Did you mean" in str(caught.value)) == bool(near)
    assert f"`{near}`" in str(caught.value) or not near


def test_the_overview_tells_what_works_and_which_voices() -> None:
    shown = {info.name: info for info in overview(Engines(), "ar")}
    assert tuple(shown) == names()
    assert (shown["espeak"].works, shown["espeak"].needs, shown["espeak"].remote) == (True, None, False)
    assert shown["espeak"].voices[0] == "ar"
    assert (shown["gtts"].voices, shown["gtts"].remote) == (("ar",), True)
    assert shown["silent"].voices == ("low", "middle", "high")
    assert {info.plugin for info in shown.values()} == {None}
    assert all(info.summary for info in shown.values())
    assert "ar" in overview(Engines())[0].voices


def test_the_overview_tells_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    espeak = overview(Engines())[0]
    assert (espeak.works, espeak.voices) == (False, ())
    assert "pip install espeakng-loader" in str(espeak.needs)


@dataclass(frozen=True)
class Tuned:
    tuned: bool = False


class Tunable(Silent):
    """Needs its options to be right."""

    def __init__(self, options: Tuned) -> None:
        self._options = options

    def available(self) -> str | None:
        return None if self._options.tuned else "silent: it is out of tune. Set `tuned`."


def test_the_overview_knows_the_options(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hakawati.engines.registry.ENGINES", {"silent": f"{__name__}:Tunable"})
    monkeypatch.setattr(Tunable, "Options", Tuned)
    assert [info.needs for info in overview(Engines())] == ["silent: it is out of tune. Set `tuned`."]
    assert [info.works for info in overview(Engines({"silent": Tuned(tuned=True)}))] == [True]


def test_listing_and_casting_load_nothing_heavy() -> None:
    program = (
        "import sys; from hakawati.engines.registry import Engines, names, options_of; "
        "engines = Engines(); [(engines[name], options_of(name)) for name in names()]; "
        "[engines[name].cast('ar') for name in ('espeak', 'silent')]; "
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_an_engine_that_does_not_work_is_required_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    engines = Engines()
    engines.require(["espeak", "silent"])
    monkeypatch.setattr(Silent, "available", lambda _: "silent: the tuning fork is missing. Buy one.")
    engines.require(["espeak"])
    with pytest.raises(EngineUnavailable, match=r"^silent: the tuning fork is missing\. Buy one\.$"):
        engines.require(["espeak", "silent"])
