"""The real command, run in a process of its own, in a folder of its own with a store of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

SEED = Path(__file__).parent.parent / "seeds" / "abu-bakr.txt"
COMMAND = (sys.executable, "-m", "hakawati")
COMPILED = Path(__file__).parent.parent / ".pytest_cache" / "compiled"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command answered
        return json.loads(self.out)


@dataclass(frozen=True)
class Place:
    """A folder to run commands in."""

    path: Path

    @property
    def environment(self) -> dict[str, str]:
        """Compiled modules are kept, even where the surroundings forbid it: hundreds of processes are started here."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        here = {"HAKAWATI_STORE": str(self.path / "store"), "PYTHONPYCACHEPREFIX": str(COMPILED)}
        return {**kept, **here, "PYTHONWARNINGS": "error"}

    def run(self, *arguments: str | Path, **environment: str) -> Ran:
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            cwd=self.path,
            env={**self.environment, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """Begin a command, as the leader of a process group of its own."""
        return subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=self.path,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def text(self, text: str, name: str = "book.txt") -> Path:
        path = self.path / name
        path.write_text(text, "utf-8")
        return path

    def hashes(self, folder: str = "out") -> dict[str, str]:
        """Every file in the output folder, by name, with the hash of its bytes."""
        return {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted((self.path / folder).iterdir())}
