"""How fast Hakawati starts, and how fast it finds that there is nothing to do."""

import statistics
import sys
import sysconfig
import tempfile
from pathlib import Path

from timing import in_turn, seconds

HAKAWATI = str(Path(sysconfig.get_path("scripts")) / "hakawati")
SEED = str(Path(__file__).parent.parent / "seeds" / "abu-bakr.txt")


def main() -> None:
    ours, theirs, ratio = in_turn([HAKAWATI, "--help"], [sys.executable, "-c", "import typer"])
    print(f"hakawati --help {ours:.3f} s, import typer {theirs:.3f} s: {ratio:.2f} times")
    with tempfile.TemporaryDirectory() as folder:
        build = [HAKAWATI, "build", SEED, "-o", f"{folder}/out", "--store", f"{folder}/store"]
        first = seconds(build)
        again = [seconds(build) for _ in range(7)]
    print(f"the seed's first build {first:.1f} s, with nothing to do {statistics.median(again):.2f} s")


if __name__ == "__main__":
    main()
