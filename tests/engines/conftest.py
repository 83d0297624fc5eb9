import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.google_stand_in import StandIn, standing_in
from hakawati.engines.gtts.engine import Gtts


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with standing_in(Path(tmp_path_factory.mktemp("google"))) as stand_in:
        yield stand_in


@pytest.fixture
def google(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in behind the real address: certificates are checked, against its own authority."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HTTPS_PROXY", server.proxy)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(server.certificate))
    server.answers.clear()
    server.asked.clear()
    server.parameters.clear()
    server.connections = 0
    return server


@pytest.fixture
def waits() -> list[float]:
    """The seconds that the engine would have waited between its tries."""
    return []


@pytest.fixture
def gtts(google: StandIn, waits: list[float]) -> Iterator[Gtts]:
    assert google.server.server_port
    engine = Gtts(timeout=(2.0, 2.0), sleep=waits.append)
    yield engine
    engine.close()
