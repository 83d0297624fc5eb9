"""The gtts engine before its stand-in, in as little of a hurry as its tests have time."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.google_stand_in import StandIn, standing_in
from hakawati.engines.gtts.engine import Gtts
from hakawati.engines.gtts.options import GttsOptions
from hakawati.engines.remote import patience

PER_SECOND = 500.0


def impatient(**options: object) -> GttsOptions:
    """Options for a test: four tries, none longer than two seconds, ten seconds in all."""
    return GttsOptions(**{"requests_per_second": PER_SECOND, "tries": 4, "timeout": 1.0, "patience": 10.0, **options})  # type: ignore[arg-type]  # by their names


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with standing_in(Path(tmp_path_factory.mktemp("google"))) as stand_in:
        yield stand_in


@pytest.fixture
def google(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in behind the real address: certificates are checked, against its own authority.

    What an engine waits of its own, not what Google asks for, is a hundredth of what it is.
    """
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(patience, "FIRST_WAIT", patience.FIRST_WAIT / 100)
    server.forget()
    return server


@pytest.fixture
def gtts(google: StandIn) -> Iterator[Gtts]:
    assert google.server.server_port
    engine = Gtts(impatient())
    yield engine
    engine.close()
