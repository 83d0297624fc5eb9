"""piper ready to perform: with a tiny voice of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from engines.tiny_voice import tiny_voice
from hakawati.engines.piper.engine import Piper
from hakawati.engines.piper.options import PiperOptions


@pytest.fixture(scope="session")
def piper_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One Arabic voice, and an English one with two speakers."""
    folder = tmp_path_factory.mktemp("voices")
    tiny_voice(folder, "ar_JO-tiny-low")
    tiny_voice(folder, "en_US-duo-low", speakers=2)
    return folder


@pytest.fixture
def piper_options(piper_folder: Path) -> PiperOptions:
    return PiperOptions(folder=piper_folder)


@pytest.fixture
def piper(piper_options: PiperOptions) -> Iterator[Piper]:
    engine = Piper(piper_options)
    yield engine
    engine.close()
