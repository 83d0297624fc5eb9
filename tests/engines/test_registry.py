import subprocess
import sys

import pytest

from hakawati.engines.overview import overview
from hakawati.engines.registry import engine, names, require
from hakawati.engines.silent import Silent
from hakawati.errors import EngineUnavailable


def test_the_engines() -> None:
    assert names() == ("espeak", "gtts", "silent")


def test_one_of_each_in_a_process() -> None:
    assert engine("espeak") is engine("espeak")


@pytest.mark.parametrize(("name", "near"), [("espaek", "espeak"), ("gtss", "gtts"), ("quiet", "")])
def test_an_unknown_engine_names_the_nearest_and_all(name: str, near: str) -> None:
    with pytest.raises(EngineUnavailable, match="espeak, gtts, silent") as caught:
        engine(name)
    assert ("Did you mean" in str(caught.value)) == bool(near)
    assert f"`{near}`" in str(caught.value) or not near


def test_the_overview_tells_what_works_and_which_voices() -> None:
    espeak, gtts, silent = overview("ar")
    assert (espeak.name, espeak.works, espeak.needs) == ("espeak", True, None)
    assert espeak.voices[0] == "ar"
    assert gtts.voices == ("ar",)
    assert silent.voices == ("low", "middle", "high")
    assert "ar" in overview()[0].voices


def test_the_overview_tells_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "espeakng_loader", None)
    espeak = overview()[0]
    assert (espeak.works, espeak.voices) == (False, ())
    assert "pip install espeakng-loader" in str(espeak.needs)


def test_listing_and_casting_load_nothing_heavy() -> None:
    program = (
        "import sys; from hakawati.engines.casting import cast_voice; from hakawati.model import Manner; "
        "cast_voice(Manner(), {}, 'espeak', 'ar'); "
        "print([name for name in ('numpy', 'requests', 'gtts', 'soundfile') if name in sys.modules])"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_an_engine_that_does_not_work_is_required_in_vain(monkeypatch: pytest.MonkeyPatch) -> None:
    require(names())
    monkeypatch.setattr(Silent, "available", lambda _: "silent: the tuning fork is missing. Buy one.")
    require(["espeak"])
    with pytest.raises(EngineUnavailable, match=r"^silent: the tuning fork is missing\. Buy one\.$"):
        require(["espeak", "silent"])
