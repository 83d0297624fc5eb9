"""What a take's key needs to know of the sound layer is cheap to ask."""

import subprocess
import sys
from importlib import metadata

from hakawati.sound import FORMAT, version


def test_it_names_all_that_shapes_the_bytes() -> None:
    assert version().startswith(f"sound {FORMAT} ")
    for name in ("lameenc", "numpy", "pydub", "soxr"):
        assert f"{name} {metadata.version(name)}" in version()


def test_asking_loads_nothing_heavy() -> None:
    asked = "import sys, hakawati.sound, hakawati.sound.aim; hakawati.sound.version(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.split()
    assert {"numpy", "soxr", "soundfile", "pydub", "lameenc"}.isdisjoint(loaded)
