"""What was made is kept by key: content-addressed, atomic, self-proving and bounded in size.

A key is a hash of all that shapes a thing. An entry is one file:

    8 bytes   MAGIC, with the format's number
    8 bytes   length of the payload, big-endian
    32 bytes  SHA-256 of the payload
    …         the payload

An entry that does not prove itself is thrown away and made again. When the store outgrows its limit, the entries not
used for longest go first.
"""

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import msgspec

from hakawati.errors import StoreError

MAGIC = b"hakawat1"
HEADER = len(MAGIC) + 8 + 32
LEFT_FREE, LEFT_FREE_SHARE = 10**9, 0.05
"""Bytes of the disk, or the share of a small one, that the store leaves free whatever its limit."""
NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
SWEEP_TO = 0.9
"""What a sweep leaves of the limit, so that the next entry does not call for another."""


class Kind(StrEnum):
    """What is kept; each kind has a folder of its own."""

    BOOK = "book"
    SPOKEN = "spoken"
    COVER = "cover"
    ANSWER = "answer"
    SPEECH = "speech"
    LEVEL = "level"
    TAKE = "take"
    EPISODE = "episode"
    EDITION = "edition"


def key(*parts: object) -> str:
    """A hash of `parts`: plain values, mappings and the model's types, whatever order mappings were made in."""
    return sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def default_place() -> Path:
    import platformdirs  # noqa: PLC0415 - not needed where --store is given

    return Path(platformdirs.user_cache_dir("hakawati", appauthor=False))


@dataclass(slots=True)
class Store:
    """`limit` is in bytes. Any number of processes may use one folder at once."""

    root: Path
    limit: int
    _written: int = field(default=0, init=False)

    def get(self, kind: Kind, key: str) -> bytes | None:
        """The payload kept under `key`, or None where there is none that proves itself."""
        path = self._path(kind, key)
        try:
            entry = path.read_bytes()
            payload = _proven(entry)
            if payload is None:
                path.unlink(missing_ok=True)
            else:
                os.utime(path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise StoreError(f"{path}: cannot be read ({error.strerror}). Mend it, or use another --store.") from error
        return payload

    def put(self, kind: Kind, key: str, payload: bytes) -> None:
        """Keep `payload`. A full disk is given one chance: the longest unused half of the store goes."""
        try:
            self._write(self._path(kind, key), payload)
        except OSError as error:
            if error.errno not in NO_SPACE:
                raise self._unwritable(error) from error
            self.sweep(self._size() // 2)
            try:
                self._write(self._path(kind, key), payload)
            except OSError as again:
                raise self._unwritable(again) from again
        self._count(len(payload))

    def sweep(self, limit: int) -> None:
        """Remove the entries not used for longest until at most `limit` bytes are left."""
        entries = sorted(self._entries(), key=lambda entry: entry[0])
        size = sum(length for _, length, _ in entries)
        for _, length, path in entries:
            if size <= limit:
                return
            path.unlink(missing_ok=True)
            size -= length

    def _count(self, length: int) -> None:
        """Every process sweeps when it has itself written a twentieth of what the store may hold, or the disk fills."""
        self._written += length + HEADER
        if self._written > self.limit // 20:
            self._written = 0
            if self._size() > self.limit:
                self.sweep(int(self.limit * SWEEP_TO))
        disk = shutil.disk_usage(self.root)
        missing = min(LEFT_FREE, int(disk.total * LEFT_FREE_SHARE)) - disk.free
        if missing > 0:
            self.sweep(max(0, int((self._size() - missing) * SWEEP_TO)))

    def _path(self, kind: Kind, key: str) -> Path:
        return self.root / kind / key[:2] / key[2:]

    def _write(self, path: Path, payload: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(MAGIC + len(payload).to_bytes(8, "big") + sha256(payload).digest() + payload)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise

    def _unwritable(self, error: OSError) -> StoreError:
        way_on = "Free some space, or use" if error.errno in NO_SPACE else "Use"
        return StoreError(f"{self.root}: the store cannot be written ({error.strerror}). {way_on} another --store.")

    def _size(self) -> int:
        return sum(length for _, length, _ in self._entries())

    def _entries(self) -> Iterator[tuple[float, int, Path]]:
        """When each was last used, its length in bytes, and where; half-written ones of killed builds among them."""
        for path in self.root.glob("*/*/*"):
            try:
                status = path.stat()
            except FileNotFoundError:
                continue
            yield status.st_mtime, status.st_size, path


def _proven(entry: bytes) -> bytes | None:
    payload = entry[HEADER:]
    length = int.from_bytes(entry[8:16], "big")
    proven = entry[:8] == MAGIC and length == len(payload) and sha256(payload).digest() == entry[16:HEADER]
    return payload if proven else None
