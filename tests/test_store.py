"""The store: what it keeps proves itself, is written whole or not at all, and never outgrows its limit."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hakawati.errors import StoreError
from hakawati.store import HEADER, Kind, Store, key

KEY = key("a take")


class Disk(NamedTuple):
    total: int
    free: int


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", limit=10**6)


def entry(store: Store) -> Path:
    (path,) = (path for path in store.root.rglob("*") if path.is_file())
    return path


def test_what_was_put_is_got(store: Store) -> None:
    assert store.get(Kind.TAKE, KEY) is None
    store.put(Kind.TAKE, KEY, b"frames")
    assert store.get(Kind.TAKE, KEY) == b"frames"
    assert store.get(Kind.SPOKEN, KEY) is None


def test_a_later_put_takes_the_place_of_an_earlier(store: Store) -> None:
    store.put(Kind.TAKE, KEY, b"old")
    store.put(Kind.TAKE, KEY, b"new")
    assert store.get(Kind.TAKE, KEY) == b"new"


@pytest.mark.parametrize("damage", range(HEADER + 6))
def test_an_entry_with_any_byte_changed_is_thrown_away(store: Store, damage: int) -> None:
    store.put(Kind.TAKE, KEY, b"frames")
    path = entry(store)
    broken = bytearray(path.read_bytes())
    broken[damage] ^= 1
    path.write_bytes(broken)
    assert store.get(Kind.TAKE, KEY) is None
    assert not path.exists()


@pytest.mark.parametrize("length", [0, 1, HEADER - 1, HEADER, HEADER + 5])
def test_a_truncated_entry_is_thrown_away(store: Store, length: int) -> None:
    store.put(Kind.TAKE, KEY, b"frames")
    path = entry(store)
    path.write_bytes(path.read_bytes()[:length])
    assert store.get(Kind.TAKE, KEY) is None


@given(st.binary(max_size=200))
def test_any_payload_comes_back(tmp_path_factory: pytest.TempPathFactory, payload: bytes) -> None:
    store = Store(tmp_path_factory.mktemp("store"), limit=10**6)
    store.put(Kind.TAKE, KEY, payload)
    assert store.get(Kind.TAKE, KEY) == payload


def test_a_key_depends_on_values_and_not_on_the_order_of_mappings() -> None:
    assert key({"a": 1, "b": 2}) == key({"b": 2, "a": 1})
    assert len({key("ab"), key("a", "b"), key(["a", "b"]), key("a", None, "b")}) == 4


def test_a_sweep_removes_what_was_not_used_for_longest(store: Store) -> None:
    for number in range(10):
        store.put(Kind.TAKE, key(number), bytes(1000))
        os.utime(store._path(Kind.TAKE, key(number)), (number, number))
    store.get(Kind.TAKE, key(0))
    store.sweep(3 * (1000 + HEADER))
    kept = [number for number in range(10) if store._path(Kind.TAKE, key(number)).exists()]
    assert kept == [0, 8, 9]


def test_the_store_never_outgrows_its_limit(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=100_000)
    for number in range(300):
        store.put(Kind.TAKE, key(number), bytes(2000))
        assert store._size() <= 100_000 * 1.1
    assert store.get(Kind.TAKE, key(299)) is not None


def test_a_disk_that_fills_is_given_room_whatever_the_limit(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10):
        store.put(Kind.TAKE, key(number), bytes(1000))
        os.utime(store._path(Kind.TAKE, key(number)), (number, number))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Disk(total=100_000, free=1000))
    store.put(Kind.TAKE, KEY, bytes(1000))
    kept = [number for number in range(10) if store.get(Kind.TAKE, key(number))]
    assert kept == [5, 6, 7, 8, 9]
    assert store.get(Kind.TAKE, KEY) is not None


def test_what_a_killed_build_left_half_written_is_swept_too(store: Store) -> None:
    store.put(Kind.TAKE, KEY, b"frames")
    orphan = entry(store).parent / ".new-orphan"
    orphan.write_bytes(bytes(5000))
    os.utime(orphan, (1, 1))
    store.sweep(1000)
    assert not orphan.exists()
    assert store.get(Kind.TAKE, KEY) == b"frames"


def failing(number: int, times: int = 10**9) -> Callable[[int], None]:
    """An fsync that fails `times` times."""
    left = [times]

    def fsync(_: int) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise OSError(number, os.strerror(number))

    return fsync


def test_a_failed_write_leaves_nothing_and_says_how_to_go_on(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(StoreError, match=r"No space left on device.*Free some space, or use another --store"):
        store.put(Kind.TAKE, KEY, b"frames")
    assert not [path for path in store.root.rglob("*") if path.is_file()]


def test_on_a_full_disk_the_longest_unused_half_makes_room(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(4):
        store.put(Kind.TAKE, key(number), bytes(1000))
        os.utime(store._path(Kind.TAKE, key(number)), (number, number))
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC, times=1))
    store.put(Kind.TAKE, KEY, b"frames")
    assert store.get(Kind.TAKE, KEY) == b"frames"
    assert [store.get(Kind.TAKE, key(number)) is None for number in range(4)] == [True, True, False, False]


def test_an_unreadable_store_is_an_error_not_a_miss(store: Store) -> None:
    store._path(Kind.TAKE, KEY).mkdir(parents=True)
    with pytest.raises(StoreError, match="cannot be read"):
        store.get(Kind.TAKE, KEY)
