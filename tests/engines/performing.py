"""The engines that need nothing to perform, as the contract takes them: by fixtures named as they are."""

import pytest

from hakawati.engines.espeak.engine import Espeak
from hakawati.engines.protocol import NoOptions
from hakawati.engines.silent import Silent


@pytest.fixture
def espeak() -> Espeak:
    return Espeak(NoOptions())


@pytest.fixture
def silent() -> Silent:
    return Silent(NoOptions())
