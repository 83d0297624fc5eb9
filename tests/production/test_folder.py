"""The output folder: nothing is replaced before the new is complete, and nothing is removed that is not ours."""

import errno
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from hashlib import sha256
from pathlib import Path
from threading import Thread
from typing import BinaryIO

import pytest

from hakawati.errors import OutputError, WriteError
from hakawati.production.folder import LIST, LOCK, Folder, occupied, written_whole
from hakawati.publishing.edition import EpisodeEntry
from hakawati.units import Hertz, Samples

EPISODE = EpisodeEntry(1, "حلقة", "01-a.mp3", Samples(44_100), Hertz(44_100), 12_000, "", ())


def opened(path: Path, title: str = "كتاب", source: str = "a") -> AbstractContextManager[Folder]:
    return occupied(path, title, source, lambda _: None)


def put(folder: Folder, name: str, text: str) -> str:
    return folder.write(name, lambda file: file.write(text.encode()))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    with opened(tmp_path / "out") as held:
        yield held


def names(folder: Folder) -> set[str]:
    return {path.name for path in folder.path.iterdir()} - {LIST, LOCK}


def test_a_file_is_written_whole_with_its_hash(folder: Folder) -> None:
    assert put(folder, "01-a.mp3", "new") == sha256(b"new").hexdigest()
    assert names(folder) == {"01-a.mp3"}
    assert folder.holds("01-a.mp3", sha256(b"new").hexdigest())
    assert not folder.holds("01-a.mp3", sha256(b"old").hexdigest())
    assert not folder.holds("02-a.mp3", sha256(b"new").hexdigest())


def test_a_file_that_is_the_same_already_is_left_alone(folder: Folder) -> None:
    put(folder, "01-a.mp3", "same")
    before = (folder.path / "01-a.mp3").stat()
    put(folder, "01-a.mp3", "same")
    assert (folder.path / "01-a.mp3").stat().st_ino == before.st_ino


def test_when_writing_fails_the_old_file_stays(folder: Folder) -> None:
    put(folder, "01-a.mp3", "old")

    def fill(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(WriteError, match=r"01-a\.mp3: cannot be written \(No space left on device\)\. Free some space"):
        folder.write("01-a.mp3", fill)
    assert names(folder) == {"01-a.mp3"}
    assert (folder.path / "01-a.mp3").read_text() == "old"


def test_what_the_book_no_longer_has_is_removed_and_nothing_else(folder: Folder) -> None:
    put(folder, "01-a.mp3", "kept")
    put(folder, "02-a.mp3", "stale")
    (folder.path / "notes.txt").write_text("mine")
    (folder.path / "03-a.mp3").write_text("mine")
    assert folder.close((EPISODE,), {"01-a.mp3"}) == ["02-a.mp3"]
    assert names(folder) == {"01-a.mp3", "03-a.mp3", "notes.txt"}


def test_a_stale_file_that_someone_changed_stays(folder: Folder) -> None:
    put(folder, "01-a.mp3", "ours")
    (folder.path / "01-a.mp3").write_text("theirs")
    assert folder.close((), set()) == []
    assert names(folder) == {"01-a.mp3"}


def test_a_build_killed_before_it_closed_leaves_files_the_next_knows_as_ours(tmp_path: Path) -> None:
    with opened(tmp_path / "out") as killed:
        put(killed, "01-a.mp3", "one")
        put(killed, "01-a.mp3", "two")
    with opened(tmp_path / "out") as following:
        following.refuse_strangers(["01-a.mp3"])
        assert following.close((), set()) == ["01-a.mp3"]


def test_half_written_files_of_a_killed_build_are_cleared_away(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".hakawati-01-a.mp3.part").write_text("half")
    with opened(tmp_path / "out") as folder:
        assert names(folder) == set()


def test_a_strangers_file_is_never_replaced(folder: Folder) -> None:
    (folder.path / "playlist.m3u8").write_text("mine")
    with pytest.raises(OutputError, match=r"playlist\.m3u8 was not made by Hakawati for this book"):
        folder.refuse_strangers(["01-a.mp3", "playlist.m3u8"])


def test_a_folder_that_holds_another_book_is_refused(tmp_path: Path) -> None:
    with opened(tmp_path / "out", "كتاب", "a") as folder:
        put(folder, "01-a.mp3", "one")
    with (
        pytest.raises(OutputError, match=r"holds another book, «كتاب» from a"),
        opened(tmp_path / "out", "آخر", "b"),
    ):
        pass
    with opened(tmp_path / "out", "عنوان جديد", "a") as renamed:
        assert "01-a.mp3" in renamed.contents.files


def test_what_was_published_is_known_to_the_next_build(tmp_path: Path) -> None:
    with opened(tmp_path / "out") as folder:
        put(folder, "01-a.mp3", "one")
        folder.close((EPISODE,), {"01-a.mp3"})
    with opened(tmp_path / "out") as following:
        assert following.contents.episodes == (EPISODE,)


def test_a_damaged_list_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / LIST).write_text("{")
    with pytest.raises(OutputError, match=r"\.hakawati\.json: cannot be read"), opened(tmp_path / "out"):
        pass


def test_a_folder_that_nothing_came_into_is_left_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "playlist.m3u8").write_text("mine")
    with pytest.raises(OutputError), opened(tmp_path) as folder:
        folder.refuse_strangers(["playlist.m3u8"])
    assert [path.name for path in tmp_path.iterdir()] == ["playlist.m3u8"]


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError, match="cannot be written to"), opened(tmp_path / "out"):
        pass


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    said: list[str] = []
    order: list[str] = []

    def second() -> None:
        with occupied(tmp_path / "out", "كتاب", "a", said.append):
            order.append("second")

    with opened(tmp_path / "out"):
        waiting = Thread(target=second)
        waiting.start()
        waiting.join(0.3)
        order.append("first")
    waiting.join(10)
    assert order == ["first", "second"]
    assert said == [f"another build is writing into {tmp_path / 'out'}; this one goes on when that has ended"]


def test_a_single_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written_whole(tmp_path / "a.md", lambda file: file.write(b"text"))
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "Input/output error")))
    with pytest.raises(WriteError, match="Input/output error"):
        written_whole(tmp_path / "a.md", lambda file: file.write(b"other"))
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
    assert (tmp_path / "a.md").read_text() == "text"
