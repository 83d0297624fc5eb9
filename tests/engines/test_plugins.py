"""Engines of other packages: used like our own, and harmless when they are broken."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from command import Place
from engines.packages import package
from hakawati.engines import plugins
from hakawati.engines.overview import EngineInfo, overview
from hakawati.engines.protocol import RemoteEngine, Request
from hakawati.engines.registry import Engines, kind, names
from hakawati.engines.silent import Silent
from hakawati.errors import EngineError, EngineFailed, EngineUnavailable, Unspeakable
from hakawati.model import Voice

GOOD = """
from hakawati.engines.silent import Silent

class Humming(Silent):
    name = "humming"
"""

Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """A package, in the path of this process."""
    before = set(sys.modules)

    def installed(engines: dict[str, str], modules: dict[str, str], name: str = "a-plug-in") -> Path:
        monkeypatch.syspath_prepend(str(package(tmp_path, engines, modules, name)))
        plugins._points.cache_clear()
        plugins.kind.cache_clear()
        return tmp_path

    yield installed
    for module in set(sys.modules) - before:
        del sys.modules[module]
    plugins._points.cache_clear()
    plugins.kind.cache_clear()


def shown(name: str) -> EngineInfo:
    """The plug-in in the overview, whose other engines are as ever."""
    engines = overview(Engines(), "ar")
    assert next(engine for engine in engines if engine.name == "silent").works
    return next(engine for engine in engines if engine.name == name and engine.plugin)


def test_a_plug_in_is_an_engine_like_any_other(install: Install) -> None:
    install({"humming": "hums:Humming"}, {"hums": GOOD})
    assert names()[-1] == "humming"
    assert Engines()["humming"].perform("نعم", Voice("humming", "low"), "ar").samples > 0
    assert shown("humming") == EngineInfo(
        "humming", Silent.summary, True, None, ("low", "middle", "high"), False, "a-plug-in 1.0"
    )


def test_naming_the_engines_loads_no_plug_in(install: Install) -> None:
    install({"humming": "hums:Humming"}, {"hums": GOOD})
    assert "humming" in names()
    assert "hums" not in sys.modules


def test_a_slip_of_the_pen_is_told_the_plug_in(install: Install) -> None:
    install({"humming": "hums:Humming"}, {"hums": GOOD})
    with pytest.raises(EngineUnavailable, match="Did you mean `humming`"):
        kind("huming")


ALMOST = GOOD.replace("Humming", "Broken").replace("humming", "broken")
BROKEN = {
    "import": ("raise RuntimeError('no licence')", r"cannot be loaded \(RuntimeError: no licence\)"),
    "nothing": ("", r"cannot be loaded \(AttributeError: .*Broken"),
    "number": ("Broken = 3", "it is no class"),
    "empty": ("class Broken: pass", "no `name` that is a str; .*no `Options` .*; .*no method `available`.*`perform`"),
    "other name": (GOOD.replace("Humming", "Broken"), "has the name 'humming', and its entry point another"),
    "bad name": (GOOD.replace("Humming", "Broken").replace("humming", "A B"), "has the name 'A B', which is not made"),
    "arguments": (
        ALMOST + "    def voices(self): return ()\n",
        r"a `voices` that does not take \(self, language\)",
    ),
    "options": (
        "from dataclasses import dataclass\n@dataclass(frozen=True)\nclass Needy:\n    key: str\n"
        + ALMOST
        + "    Options = Needy\n",
        "`Options` whose `key` has no default",
    ),
    "remote": (
        ALMOST + "    remote = True\n",
        "no method `requests`; it has no method `fetch`; it has no method `assembled`",
    ),
    "numbers": (
        ALMOST + "    characters_per_second = 0\n",
        "is no engine: it sets no `characters_per_second` above 0",
    ),
    "making": (
        ALMOST + "    def __init__(self, options): 1 / 0\n",
        r"broke in init \(ZeroDivisionError: division by zero\)",
    ),
    "asking": (
        ALMOST + "    def available(self): 1 / 0\n",
        "broke in available",
    ),
    "listing": (
        ALMOST + "    def voices(self, language): 1 / 0\n",
        "broke in voices",
    ),
}


@pytest.mark.parametrize(("source", "reason"), BROKEN.values(), ids=BROKEN)
def test_a_broken_plug_in_is_shown_with_the_reason(install: Install, source: str, reason: str) -> None:
    install({"broken": "breaks:Broken"}, {"breaks": source})
    info = shown("broken")
    assert not info.works
    assert info.voices == ()
    with pytest.raises(
        EngineError, match=rf"^broken: the plug-in breaks:Broken \(a-plug-in 1.0\).*{reason}.*uninstall it"
    ):
        raise EngineError(info.needs)


def test_a_broken_plug_in_is_an_error_where_it_is_used(install: Install) -> None:
    install({"broken": "breaks:Broken"}, {"breaks": "class Broken: pass"})
    with pytest.raises(EngineUnavailable, match=r"^broken: the plug-in"):
        Engines().require(["silent", "broken"])


@pytest.mark.parametrize("name", ["espeak", "recording"])
def test_a_plug_in_never_takes_the_place_of_our_own(install: Install, name: str) -> None:
    ours = kind(name)
    install({name: "hums:Humming"}, {"hums": GOOD.replace('"humming"', f'"{name}"')})
    assert kind(name) is ours
    assert names().count(name) == (name != "recording")
    assert shown(name).needs == (
        f"{name}: this plug-in is never used, as Hakawati has an engine of this name. Uninstall a-plug-in 1.0."
    )
    assert not shown(name).works


def test_two_packages_with_one_name_are_both_named(install: Install) -> None:
    install({"humming": "hums:Humming"}, {"hums": GOOD})
    install({"humming": "drones:Humming"}, {"drones": GOOD}, name="b-plug-in")
    assert shown("humming").needs == (
        "humming: a-plug-in 1.0 and b-plug-in 1.0 bring an engine of this name each. Uninstall all but one."
    )


def test_whatever_a_plug_in_raises_names_it(install: Install) -> None:
    failing = "    def perform(self, text, voice, language): return {}[text]\n"
    install({"humming": "hums:Humming"}, {"hums": GOOD + failing})
    with pytest.raises(
        EngineFailed, match=r"^humming: the plug-in hums:Humming \(a-plug-in 1.0\) broke in perform \(KeyError: 'x'\)"
    ):
        Engines()["humming"].perform("x", Voice("humming", "low"), "ar")


def test_a_plug_in_that_asks_others_is_asked_as_ours_are(install: Install) -> None:
    asking = """
    remote, at_once = True, 2
    def requests(self, text, voice, language): return (Request(text),)
    def fetch(self, request): return {"one": b"sound"}[request.text]
    def assembled(self, text, voice, answers): return answers[0]
    perform = performed
"""
    imports = "from hakawati.engines.protocol import Request, performed"
    install({"humming": "hums:Humming"}, {"hums": imports + GOOD + asking})
    engine = Engines()["humming"]
    assert isinstance(engine, RemoteEngine)
    assert engine.fetch(Request("one")) == b"sound"
    with pytest.raises(EngineFailed, match="broke in fetch"):
        engine.fetch(Request("two"))


def test_what_a_plug_in_says_well_is_left_as_it_is(install: Install) -> None:
    install({"humming": "hums:Humming"}, {"hums": GOOD})
    with pytest.raises(Unspeakable, match=r"^humming: there is nothing to say aloud in '؟'"):
        Engines()["humming"].perform("؟", Voice("humming", "low"), "ar")


def test_an_interruption_goes_through(install: Install) -> None:
    stopped = "    def perform(self, text, voice, language): raise KeyboardInterrupt\n"
    install({"humming": "hums:Humming"}, {"hums": GOOD + stopped})
    with pytest.raises(KeyboardInterrupt):
        Engines()["humming"].perform("x", Voice("humming", "low"), "ar")


def test_a_package_without_a_name_is_known_by_its_module(install: Install) -> None:
    folder = install({"humming": "hums:Humming"}, {"hums": GOOD})
    (folder / "a_plug_in-1.0.dist-info" / "METADATA").write_text("", "utf-8")
    assert shown("humming").plugin == "hums"


def test_commands_that_do_not_use_a_broken_plug_in_do_their_work(
    place: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    broken = package(
        tmp_path_factory.mktemp("broken"), {"broken": "breaks:Broken"}, {"breaks": "raise RuntimeError('no licence')"}
    )
    place.text("قال الراوي: كان يا ما كان.\n")
    built = place.run("build", "book.txt", "-o", "out", "--engine", "silent", PYTHONPATH=str(broken))
    listed = place.run("engines", PYTHONPATH=str(broken))
    used = place.run("build", "book.txt", "-o", "out2", "--engine", "broken", PYTHONPATH=str(broken))
    assert (built.code, listed.code, used.code) == (0, 0, 2)
    assert "no licence" in listed.out
    assert "broken: the plug-in breaks:Broken (a-plug-in 1.0) cannot be loaded" in used.err
