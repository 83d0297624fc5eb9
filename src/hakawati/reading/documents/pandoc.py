"""Pandoc as a parser: markup in, its syntax tree as JSON out, and nothing else of the machine within its reach.

It runs with `--sandbox` (no files, no network), is given the document on standard input, and has limits of time,
memory and output.
"""

import importlib.metadata
import importlib.util
import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryFile
from threading import Event, Timer
from typing import IO

from hakawati.errors import SourceError
from hakawati.reading.documents.limits import MOST_HEAP, MOST_PARSED, MOST_SECONDS

EXTRA = "pip install 'hakawati[documents]'"
DISTRIBUTION, PACKAGE = "pypandoc_binary", "pypandoc"
"""What the extra installs: pandoc's program in a wheel."""

SAVE_ANEW = "open it in the program it was made with, save it anew, or as plain text (.txt), and try that"
LONGEST_SAID = 200
"""Characters of pandoc's own message."""

HEAP_FULL = 251
"""GHC's exit code where the heap reached its limit."""


def version() -> str | None:
    """Of the distribution that carries pandoc; None where the extra is not installed."""
    try:
        return importlib.metadata.version(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError:
        return None


def program(path: Path) -> Path:
    """Where pandoc is. Raises SourceError, for the sake of the document `path`, where the extra is missing."""
    # found, not imported: importing pypandoc looks for programs everywhere
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        found = Path(folder) / "files" / ("pandoc.exe" if os.name == "nt" else "pandoc")
        if found.is_file():
            return found
    raise SourceError(f"{path}: reading this needs pandoc, which is not installed: {EXTRA}")


def parsed(document: bytes, reader: str, path: Path) -> bytes:
    """Pandoc's JSON for `document`, by the reader of that name.

    Raises SourceError where pandoc is not installed, fails, or meets a limit.
    """
    command = [str(program(path)), f"--from={reader}", "--to=json", "--sandbox", "--quiet"]
    with TemporaryFile() as given, TemporaryFile() as said:
        given.write(document)
        given.seek(0)
        code, answer = _run([*command, "+RTS", f"-M{MOST_HEAP}", "-RTS"], given, said, path)
        if code or not answer:
            raise SourceError(_failure(code, said, path))
        return answer


def _run(command: list[str], given: IO[bytes], said: IO[bytes], path: Path) -> tuple[int, bytes]:
    late = Event()
    with subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE, stderr=said) as process:  # noqa: S603 - ours
        assert process.stdout, "it is a pipe"
        timer = Timer(MOST_SECONDS, _stop, [process, late])
        timer.start()
        try:
            answer = process.stdout.read(MOST_PARSED + 1)
            if len(answer) > MOST_PARSED:
                raise SourceError(f"{path}: this is too long for one document: split it into several")
            return process.wait(), answer
        finally:
            timer.cancel()
            process.kill()
            if late.is_set():
                raise SourceError(f"{path}: pandoc was not done with it after {MOST_SECONDS:g} s: {SAVE_ANEW}")


def _stop(process: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    process.kill()


def _failure(code: int, said: IO[bytes], path: Path) -> str:
    if code == HEAP_FULL:
        return f"{path}: this takes pandoc more than {MOST_HEAP} of memory: split it into several documents"
    said.seek(0)
    words = re.sub(r"\s+", " ", said.read(10_000).decode("utf-8", errors="replace")).strip()
    cause = words[:LONGEST_SAID] or f"exit code {code}"
    return f"{path}: pandoc cannot read it ({cause}): {SAVE_ANEW}"
