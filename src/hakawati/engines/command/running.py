"""A program run to its end or ended: within a time, within a size, with nothing of it left behind.

All it reads and writes are files, so that neither side ever waits for the other: a program may leave its input unread.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hakawati.errors import EngineFailed, EngineUnavailable

LARGEST = 200_000_000
"""Bytes that a program may write: half an hour and more of any sound. What writes more has lost its way."""
LOOK = 0.05
"""Seconds between two looks at what the program is about."""
COMPLAINT = 300
"""Characters of it that are shown."""


@dataclass(frozen=True, slots=True)
class Limits:
    """`timeout` in seconds; when `stopped` is set the program is ended."""

    timeout: float
    stopped: threading.Event


@dataclass(frozen=True, slots=True)
class Files:
    """In a folder of their own."""

    folder: Path

    @property
    def text(self) -> Path:
        return self.folder / "text.txt"

    @property
    def output(self) -> Path:
        return self.folder / "stdout.wav"

    @property
    def complaints(self) -> Path:
        return self.folder / "stderr.txt"

    @property
    def out(self) -> Path:
        """What `{out}` stands for."""
        return self.folder / "out.wav"

    def size(self) -> int:
        """Bytes written so far."""
        return sum(_size(file) for file in (self.output, self.complaints, self.out))


def run(arguments: Sequence[str], files: Files, limits: Limits) -> None:
    """Gives the program `files.text`; what it writes is then in the other files.

    Raises EngineUnavailable where it cannot be started; EngineFailed where it ends badly, or has to be ended.
    """
    name = Path(arguments[0]).name
    with _begun(arguments, files) as program:
        _await(program, name, files, limits)
    if program.returncode:
        raise EngineFailed(f"command: {name} {_ending(program.returncode)}{_complaint(files.complaints)}.")


def _await(program: subprocess.Popen[bytes], name: str, files: Files, limits: Limits) -> None:
    end = time.monotonic() + limits.timeout
    while True:
        with suppress(subprocess.TimeoutExpired):
            program.wait(LOOK)
        if files.size() > LARGEST:
            raise EngineFailed(f"command: {name} wrote over {LARGEST // 1_000_000} MB for one text, and was ended.")
        if program.returncode is not None:
            return
        if limits.stopped.is_set():
            raise EngineFailed(f"command: {name} was stopped before the text was spoken.")
        if time.monotonic() > end:
            raise EngineFailed(
                f"command: {name} took longer than {limits.timeout:g} s and was ended. "
                "Raise `timeout` in [engines.command] if it needs more."
            )


@contextmanager
def _begun(arguments: Sequence[str], files: Files) -> Iterator[subprocess.Popen[bytes]]:
    """The program in a group of its own, which is ended in the end, however that comes."""
    with ExitStack() as opened:
        text = opened.enter_context(files.text.open("rb"))
        output = opened.enter_context(files.output.open("wb"))
        complaints = opened.enter_context(files.complaints.open("wb"))
        try:
            program = subprocess.Popen(  # noqa: S603 - the user's own program; its arguments were split before filling
                [*_leash(), *arguments], stdin=text, stdout=output, stderr=complaints, start_new_session=True
            )
        except (OSError, ValueError) as error:
            raise EngineUnavailable(f"command: {arguments[0]} cannot be started: {error}.") from error
        try:
            yield program
        finally:
            _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        program.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):  # nobody of the group is left
            os.killpg(program.pid, signal.SIGKILL)
    program.wait()


@cache
def _leash() -> tuple[str, ...]:
    """Where Linux's setpriv is at hand, the program is ended even when we are killed and can end nothing any more."""
    setpriv = shutil.which("setpriv") if sys.platform == "linux" else None
    if not setpriv:
        return ()
    leash = (setpriv, "--pdeathsig", "KILL", "--")
    tried = subprocess.run([*leash, setpriv, "--version"], capture_output=True, check=False)  # noqa: S603 - as found
    return leash if tried.returncode == 0 else ()


def _ending(code: int) -> str:
    if code > 0:
        return f"ended with {code}"
    with suppress(ValueError):
        return f"was ended by {signal.Signals(-code).name}"
    return f"was ended by signal {-code}"


def _complaint(file: Path) -> str:
    """The last line that the program wrote to its standard error."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - 4 * COMPLAINT))
        lines = opened.read().decode("utf-8", "replace").split("\n")
    said = [line.strip() for line in lines if line.strip()]
    return f": {said[-1][-COMPLAINT:].rstrip('.')}" if said else ""


def _size(file: Path) -> int:
    """0 for one that is not there, or not any more."""
    try:
        return file.stat().st_size
    except FileNotFoundError:
        return 0
