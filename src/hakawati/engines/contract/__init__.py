"""What every engine keeps to, as tests: for Hakawati's own engines, and for those of plug-ins. Needs pytest.

    class TestMusicBox(EngineContract):
        kind = MusicBox

runs them all over an engine. docs/plugins.md tells more.
"""

import pytest

# Only what is registered before it is imported tells what an assertion compared.
for _part in ("stage", "sound", "keys", "faults", "casts", "options", "closing", "asking"):
    pytest.register_assert_rewrite(f"{__name__}.{_part}")

from hakawati.engines.contract.asking import AskingContract  # noqa: E402 - as said above
from hakawati.engines.contract.casts import CastContract  # noqa: E402
from hakawati.engines.contract.closing import ClosingContract  # noqa: E402
from hakawati.engines.contract.faults import FaultsContract  # noqa: E402
from hakawati.engines.contract.keys import KeysContract  # noqa: E402
from hakawati.engines.contract.options import OptionsContract  # noqa: E402
from hakawati.engines.contract.sound import SoundContract  # noqa: E402


class EngineContract(OptionsContract, CastContract, SoundContract, KeysContract, FaultsContract, ClosingContract):
    """What an engine keeps to. Set `kind`, or give the fixture `performer`; what else may be set: `Stage`."""


class RemoteEngineContract(EngineContract, AskingContract):
    """What an engine keeps to that asks another machine: give it a stand-in that answers well and at once."""


__all__ = ["EngineContract", "RemoteEngineContract"]
