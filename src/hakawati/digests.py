"""What a file that shapes the sound holds, told by its hash: a voice's model, a program, a recording, music."""

import hashlib
import os
from functools import lru_cache
from pathlib import Path


def digest(file: Path) -> str:
    """SHA-256 in hexadecimal; a file is read once in a process, and again when its size or time has changed.

    Raises OSError.
    """
    state = file.stat()
    return _digest(os.fspath(file), state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=10_000)
def _digest(file: str, size: int, changed: int) -> str:  # noqa: ARG001 - they tell one state of the file from another
    with Path(file).open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
