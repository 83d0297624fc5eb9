"""The Edge engine as a fixture, in front of a stand-in for the service it asks, and quick to lose patience."""

import ssl
from collections.abc import Iterator

import edge_tts.communicate
import edge_tts.drm
import pytest

from engines.edge_stand_in import StandIn, standing_in
from hakawati.engines.edge.engine import Edge, EdgeOptions
from hakawati.engines.remote import patience

QUICK = EdgeOptions(requests_per_second=1000, at_once=8, tries=5, timeout=3, patience=30)


@pytest.fixture(scope="session")
def edge_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with standing_in(tmp_path_factory.mktemp("edge")) as stand_in:
        yield stand_in


@pytest.fixture
def edge_unvouched(edge_server: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in in the service's place, with a certificate that nobody vouches for."""
    edge_server.forget()
    monkeypatch.setenv("HTTPS_PROXY", edge_server.proxy)
    monkeypatch.setattr(edge_tts.drm.DRM, "clock_skew_seconds", 0.0)
    monkeypatch.setattr(patience, "FIRST_WAIT", 0.01)
    return edge_server


@pytest.fixture
def edge_service(edge_unvouched: StandIn, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """The stand-in under the real service's name: its certificate is checked, against its own authority."""
    trusting = ssl.create_default_context(cafile=edge_unvouched.certified.authority)
    monkeypatch.setattr(edge_tts.communicate, "_SSL_CTX", trusting)
    return edge_unvouched


@pytest.fixture
def edge(edge_service: StandIn) -> Iterator[Edge]:
    assert edge_service.proxy
    engine = Edge(QUICK)
    yield engine
    engine.close()
