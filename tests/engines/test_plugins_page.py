"""What docs/plugins.md says is so: its engines perform, its commands run, its tests pass."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from http.server import BaseHTTPRequestHandler
from importlib import import_module
from io import BytesIO
from pathlib import Path
from threading import Event
from types import ModuleType
from urllib.parse import parse_qs, urlparse

import pytest
import soundfile

from command import Place
from engines.loopback import LoopbackServer, serving
from engines.packages import package_of
from hakawati.engines.contract import RemoteEngineContract
from hakawati.engines.protocol import NoOptions, RemoteEngine
from hakawati.engines.silent import Silent
from hakawati.errors import EngineFailed, EngineRefused
from hakawati.model import Voice

PAGE = (Path(__file__).parents[2] / "docs" / "plugins.md").read_text("utf-8")


def named(file: str) -> str:
    """The first code block behind a file's name."""
    found = re.search(rf"`{re.escape(file)}`.*?^```\w+\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def commands() -> list[list[str]]:
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    return [shlex.split(line) for block in blocks for line in block.splitlines()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pip would have put the page's package."""
    module = "hakawati_musicbox"
    return str(package_of(tmp_path_factory.mktemp("site"), named("pyproject.toml"), {module: named(f"{module}.py")}))


def test_the_engine_has_thirty_lines() -> None:
    assert sum(bool(line.strip()) for line in named("hakawati_musicbox.py").splitlines()) <= 30


def test_the_engine_keeps_to_the_contract(place: Place, site: str) -> None:
    (name,) = [file for program, file in (one for one in commands() if len(one) == 2) if program == "pytest"]
    place.text(named(name), name)
    run = subprocess.run(
        [sys.executable, "-W", "error", "-m", "pytest", "-p", "no:cacheprovider", name],
        cwd=place.path,
        env={**place.environment, "PYTHONPATH": site},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert "passed" in run.stdout
    assert "skipped" not in run.stdout


def test_the_commands_run(place: Place, site: str) -> None:
    place.text("Once upon a time there was a music box.\n")
    ran = [place.run(*command[1:], PYTHONPATH=site) for command in commands() if command[0] == "hakawati"]
    assert [one.code for one in ran] == [0, 0, 0], [one.err for one in ran]
    assert "musicbox: A note for every letter" in ran[0].out
    assert (place.path / "time.mp3").stat().st_size > 1_000
    assert list((place.path / "audio" / "book").glob("*.mp3"))


def test_the_engine_is_listed_with_its_package(place: Place, site: str) -> None:
    (box,) = [one for one in place.run("engines", "--json", PYTHONPATH=site).json if one["name"] == "musicbox"]
    assert (box["works"], box["plugin"], box["voices"]) == (True, "hakawati-musicbox 1.0", ["low", "high"])


def test_the_settings_are_obeyed(place: Place, site: str) -> None:
    (settings,) = re.findall(r"^```toml\n(engine = .*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    usual = place.run("say", "once upon a time", "--json", "--engine", "musicbox", PYTHONPATH=site).json
    place.text(settings, "hakawati.toml")
    quick = place.run("say", "once upon a time", "--json", PYTHONPATH=site).json
    assert quick["seconds"] < usual["seconds"]
    shown = place.run("show", place.text("Once upon a time."), "--json", PYTHONPATH=site)
    assert "musicbox:high" in shown.out
    wrong = place.run("engines", PYTHONPATH=site, HAKAWATI_ENGINES__MUSICBOX__SECOND="1")
    assert wrong.code == 2
    assert "Did you mean `seconds`?" in wrong.err


class Speaking(BaseHTTPRequestHandler):
    """The server that `hakawati_webvoice.py` asks: a tone for every word, as a WAV."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_GET(self) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlparse(self.path).query).items()}
        self.server.stand_in.append(asked["text"])  # type: ignore[attr-defined]  # LoopbackServer's
        fault = {"one too many": 429, "wrong": 500}.get(asked["text"], 200)
        self.send_response(fault)
        sound = _wav(asked["text"], Voice("silent", asked["voice"], float(asked["rate"]))) if fault == 200 else b""
        self.send_header("Content-Length", str(len(sound)))
        self.end_headers()
        self.wfile.write(sound)


@cache
def _wav(text: str, voice: Voice) -> bytes:
    import numpy as np

    speech = Silent(NoOptions()).perform(text, voice, "ar")
    file = BytesIO()
    soundfile.write(file, np.frombuffer(speech.pcm, "<i2"), speech.rate, format="WAV")
    return file.getvalue()


@pytest.fixture(scope="module")
def webvoice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The page's module."""
    folder = tmp_path_factory.mktemp("webvoice")
    (folder / "hakawati_webvoice.py").write_text(named("hakawati_webvoice.py"), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield import_module("hakawati_webvoice")


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    loopback = LoopbackServer(Speaking, [])
    with serving(loopback, Event()):
        yield loopback


class TestWebVoice(RemoteEngineContract):
    @pytest.fixture
    def options(self, webvoice: ModuleType, server: LoopbackServer) -> object:
        return webvoice.Options(address=server.address, requests_per_second=1000.0, tries=2, timeout=5.0)

    @pytest.fixture
    def performer(self, webvoice: ModuleType, options: object) -> Iterator[RemoteEngine]:
        engine = webvoice.WebVoice(options)
        yield engine
        engine.close()

    @pytest.mark.parametrize("text", ["one too many", "wrong"])
    def test_what_the_server_refuses(self, performer: RemoteEngine, text: str) -> None:
        with pytest.raises(EngineRefused, match=r"^webvoice: the server answered (429|500)"):
            self.said(performer, text)

    def test_no_server(self, webvoice: ModuleType) -> None:
        engine = webvoice.WebVoice(webvoice.Options(address="http://127.0.0.1:1", tries=1))
        with pytest.raises(EngineFailed, match=r"^webvoice: no speech came from http://127\.0\.0\.1:1"):
            engine.fetch(engine.requests("one", Voice("webvoice", "low"), "en")[0])
