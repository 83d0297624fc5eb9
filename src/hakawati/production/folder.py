"""The output folder: files are replaced only when the new ones are complete, and only our own are ever removed.

`.hakawati.json` in it lists what a build made, with hashes. A name is put on that list before the file takes its place,
so that a build killed at any moment leaves nothing the next one does not know as its own. `.hakawati.lock` is empty:
the build that holds it has the folder to itself.
"""

import errno
import os
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO

import msgspec

from hakawati.errors import OutputError, WriteError
from hakawati.publishing.edition import EpisodeEntry

LIST = ".hakawati.json"
LOCK = ".hakawati.lock"
UNFINISHED = ".hakawati-{}.part"
"""The name a file has while it is being written."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What the list says. `source` is the name of the book's source without its ending; `files` gives for each name
    the hashes (SHA-256) of what a build wrote under it.
    """

    title: str
    source: str
    files: dict[str, list[str]]
    episodes: tuple[EpisodeEntry, ...] = ()


class Folder:
    """An output folder, held by one build at a time; `occupied` opens it."""

    def __init__(self, path: Path, contents: Contents) -> None:
        self.path = path
        self.contents = contents

    def refuse_strangers(self, names: Collection[str]) -> None:
        """Raise OutputError if a file of one of these names is there that no build made."""
        for name in sorted(names):
            if name not in self.contents.files and (self.path / name).exists():
                raise OutputError(
                    f"{self.path / name} was not made by Hakawati for this book. "
                    "Move it away, or give another folder with -o."
                )

    def holds(self, name: str, digest: str) -> bool:
        """Whether the file is there with just these bytes."""
        try:
            with (self.path / name).open("rb") as file:
                return name in self.contents.files and file_digest(file, "sha256").hexdigest() == digest
        except FileNotFoundError:
            return False

    def size(self, name: str) -> int:
        """In bytes, of a file that is there."""
        return (self.path / name).stat().st_size

    def write(self, name: str, fill: Callable[[BinaryIO], object]) -> str:
        """Put in place the file that `fill` writes, whole or not at all. The hash of its bytes (SHA-256)."""
        unfinished = self.path / UNFINISHED.format(name)
        try:
            with complaining_of(self.path / name):
                digest = _written(unfinished, fill)
                if not self.holds(name, digest):
                    self._own(name, digest)
                    unfinished.replace(self.path / name)
        finally:
            unfinished.unlink(missing_ok=True)
        return digest

    def close(self, episodes: tuple[EpisodeEntry, ...], names: Collection[str]) -> list[str]:
        """Remove what earlier builds made and this book no longer has; the names removed.

        A file that someone has changed since is no longer ours, and stays.
        """
        removed = []
        for name, digests in sorted(self.contents.files.items()):
            if name not in names and any(self.holds(name, digest) for digest in digests):
                (self.path / name).unlink()
                removed.append(name)
        kept = {name: digests[-1:] for name, digests in self.contents.files.items() if name in names}
        self._list(replace(self.contents, files=kept, episodes=episodes))
        return removed

    def _own(self, name: str, digest: str) -> None:
        earlier = self.contents.files.get(name, [])
        self._list(replace(self.contents, files={**self.contents.files, name: [*earlier, digest]}))

    def _list(self, contents: Contents) -> None:
        if contents == self.contents and (self.path / LIST).exists():
            return
        text = msgspec.json.format(msgspec.json.encode(contents, order="sorted"), indent=1)
        unfinished = self.path / UNFINISHED.format("list")
        with complaining_of(self.path / LIST):
            _written(unfinished, lambda file: file.write(text + b"\n"))
            unfinished.replace(self.path / LIST)
        self.contents = contents


@contextmanager
def occupied(path: Path, title: str, source: str, wait: Callable[[str], None]) -> Iterator[Folder]:
    """The folder at `path`, made if need be and held until the block is left; another build's end is waited for.

    `title` and `source` (a name without its ending) say whose it is: a folder in which both differ holds another book
    and is refused. `wait` is told when there is something to wait for.
    """
    _usable(path)
    with _held(path, wait):
        for orphan in path.glob(UNFINISHED.format("*")):
            orphan.unlink(missing_ok=True)
        yield Folder(path, _contents(path, title, source))


@contextmanager
def _held(path: Path, wait: Callable[[str], None]) -> Iterator[None]:
    """A lock that the system opens when its holder ends, however that ends."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - commands that write nothing need none

    lock = FileLock(path / LOCK)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        wait(f"another build is writing into {path}; this one goes on when that has ended")
        lock.acquire()
    try:
        yield
    finally:
        if not (path / LIST).exists():
            # nothing of ours came into this folder: leave it as it was
            (path / LOCK).unlink(missing_ok=True)
        lock.release()


def _usable(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
        probe = path / UNFINISHED.format(f"probe-{os.getpid()}")
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise OutputError(f"{path}: cannot be written to ({error.strerror}). Give another folder with -o.") from error


def _contents(path: Path, title: str, source: str) -> Contents:
    try:
        found = _listed((path / LIST).read_bytes())
    except FileNotFoundError:
        return Contents(title, source, {})
    except (msgspec.DecodeError, OSError) as error:
        raise OutputError(f"{path / LIST}: cannot be read ({error}). Give another folder with -o.") from error
    if title != found.title and source != found.source:
        raise OutputError(
            f"{path} holds another book, «{found.title}» from {found.source}. Give another folder with -o."
        )
    return replace(found, title=title, source=source)


def _listed(text: bytes) -> Contents:
    """Of an earlier version of Hakawati the names and hashes; it knew less of the episodes."""
    try:
        return msgspec.json.decode(text, type=Contents)
    except msgspec.ValidationError:
        known = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        known.pop("episodes", None)
        return msgspec.json.decode(msgspec.json.encode(known), type=Contents)


def written_whole(path: Path, fill: Callable[[BinaryIO], object]) -> str:
    """A single file outside any folder of ours, put in place whole or not at all. The hash of its bytes (SHA-256)."""
    unfinished = path.with_name(UNFINISHED.format(f"{path.name}-{os.getpid()}"))
    try:
        with complaining_of(path):
            digest = _written(unfinished, fill)
            unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return digest


@contextmanager
def complaining_of(path: Path) -> Iterator[None]:
    """What cannot be written here becomes a WriteError that says how to go on."""
    try:
        yield
    except OSError as error:
        way_on = "Free some space" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "Mend that"
        raise WriteError(
            f"{path}: cannot be written ({error.strerror}). {way_on} and run the same command again: "
            "what was performed is kept, and what was there is as it was."
        ) from error


def _written(path: Path, fill: Callable[[BinaryIO], object]) -> str:
    with path.open("w+b") as file:
        fill(file)
        file.flush()
        os.fsync(file.fileno())
        file.seek(0)
        return file_digest(file, "sha256").hexdigest()
