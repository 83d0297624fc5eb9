"""Bad input and bad places: a clear message, the right exit code, no traceback, and nothing lost."""

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from command import Place

TEXT = "قال الراوي: كان يا ما كان.\nثم مضى زمن طويل.\n"


def build(place: Place, source: Path | str = "book.txt", *flags: str) -> tuple[int, str]:
    ran = place.run("build", source, "-o", "out", "--engine", "silent", *flags)
    return ran.code, ran.err


def refused(place: Place, said: str, source: Path | str = "book.txt") -> None:
    """The build is refused with a message that holds `said`, and writes nothing."""
    code, message = build(place, source)
    assert (code, said in message) == (2, True), message
    assert not list(place.path.glob("out/*.mp3"))


def test_an_empty_file(place: Place) -> None:
    place.text(" \n\n")
    refused(place, "book.txt: the file is empty")


def test_a_folder(place: Place) -> None:
    (place.path / "book.txt").mkdir()
    refused(place, "book.txt: this is a folder")


def test_a_missing_file(place: Place) -> None:
    refused(place, "book.txt: there is no such file")


def test_no_source_at_all(place: Place) -> None:
    ran = place.run("build")
    assert (ran.code, ran.err) == (
        2,
        "hakawati: no source was given: hakawati build FILE, or `source` in hakawati.toml\n",
    )


def test_ten_megabytes_without_a_line_break(place: Place) -> None:
    place.text("كلمات تتوالى بلا آخر " * 260_000)
    ran = place.run("show", "book.txt", "--engine", "silent", "--language", "en", "--json")
    assert ran.code == 0
    assert sum(len(chapter["segments"]) for episode in ran.json["episodes"] for chapter in episode["chapters"]) > 10_000


def test_nul_bytes(place: Place) -> None:
    (place.path / "book.txt").write_bytes(TEXT.encode() + b"\0\0")
    refused(place, "control character U+0000")


def test_invalid_utf_8(place: Place) -> None:
    (place.path / "book.txt").write_bytes(TEXT.encode() + b"\xff\xfe" + TEXT.encode())
    refused(place, "ff fe")


def test_a_lone_surrogate_in_a_script(place: Place) -> None:
    place.text('---\ntitle: "\\ud800"\n---\n# أ\n\nنص.\n', "book.md")
    refused(place, "book.md, line 2", "book.md")


def test_names_and_texts_that_are_not_unicode(place: Place) -> None:
    """Bytes on the command line that are no character arrive as lone surrogates."""
    place.text(TEXT)
    assert build(place, "book\udcff.txt") == (
        2,
        "hakawati: 'BOOK': the file's name is not Unicode: give it another\n".replace(
            "'BOOK'", ascii(str(place.path / "book\udcff.txt"))
        ),
    )
    assert "command line: title = 'a\\udcff': expected Unicode" in build(place, "book.txt", "--title", "a\udcff")[1]
    assert "command line: out = " in build(place, "book.txt", "--out", "a\udcff")[1]
    said = place.run("say", "a\udcff", "--engine", "silent")
    assert (said.code, said.err) == (2, "hakawati: the text is not Unicode: it holds bytes that are no character\n")


def test_an_unknown_role(place: Place) -> None:
    place.text("# أ\n\nقال [نعم]{.hadeeth}.\n", "book.md")
    refused(place, "Did you mean “hadith”?", "book.md")


@contextmanager
def disk(path: Path, options: str) -> Iterator[None]:
    """A small disk of its own at `path`."""
    path.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", path], check=True, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        subprocess.run(["umount", path], check=True)


def _may_mount() -> bool:
    with TemporaryDirectory() as folder:
        try:
            with disk(Path(folder) / "disk", "size=4k"):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


needs_small_disks = pytest.mark.skipif(not _may_mount(), reason="no small disk may be mounted here: only root may")


@needs_small_disks
def test_a_read_only_output_folder(place: Place) -> None:
    place.text(TEXT)
    with disk(place.path / "out", "ro,size=1m"):
        refused(place, "out: cannot be written to (Read-only file system). Give another folder with -o.")


@needs_small_disks
def test_a_full_disk_under_the_output_folder(place: Place) -> None:
    place.text(TEXT)
    with disk(place.path / "out", "size=1500k"):
        assert build(place)[0] == 0
        before = place.hashes()
        place.text(TEXT * 200)
        code, message = build(place)
        assert (code, "No space left on device" in message, "Free some space" in message) == (1, True, True), message
        assert place.hashes() == before


@needs_small_disks
def test_a_disk_too_small_for_all_takes_under_the_store(place: Place) -> None:
    """The longest unused makes room; what is missing when the episode is linked is made again."""
    place.text("\n".join(f"{TEXT} {number}" for number in range(120)))
    with disk(place.path / "store", "size=900k"):
        code, message = build(place)
        kept = sum(path.stat().st_size for path in place.path.glob("store/take/*/*"))
    assert (code, message) == (0, "")
    assert (place.path / "out" / "01-book.mp3").stat().st_size > kept > 0


@needs_small_disks
def test_a_full_disk_under_the_store(place: Place) -> None:
    place.text(TEXT * 100)
    with disk(place.path / "store", "size=4k"):
        code, message = build(place)
    assert (code, "the store cannot be written (No space left on device)" in message) == (1, True), message
    assert not list(place.path.glob("out/*.mp3"))


def test_damaged_entries_of_the_store_are_made_again(place: Place) -> None:
    place.text(TEXT * 3)
    assert build(place)[0] == 0
    before = place.hashes()
    entries = [path for path in (place.path / "store").glob("*/*/*") if path.is_file()]
    for path in entries:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    shutil.rmtree(place.path / "out")
    assert build(place)[0] == 0
    assert place.hashes() == before
    assert len(entries) > 5


@pytest.mark.parametrize("stores", [("store", "store"), ("store", "other")], ids=["one store", "two stores"])
def test_two_builds_of_one_book_at_once(place: Place, stores: tuple[str, str]) -> None:
    place.text(TEXT * 30)
    flags = ("build", "book.txt", "-o", "out", "--engine", "silent", "--json")
    both = [place.start(*flags, "--store", place.path / store) for store in stores]
    answers = [json.loads(build.communicate(timeout=60)[0]) for build in both]
    assert [build.returncode for build in both] == [0, 0]
    assert answers[0]["episodes"] == answers[1]["episodes"]
    names = {path.name for path in (place.path / "out").iterdir()}
    assert {name for name in names if name.startswith(".")} == {".hakawati.json", ".hakawati.lock"}
    assert {"01-book.mp3", "playlist.m3u8", "index.html"} < names


def test_a_segment_that_cannot_be_performed(place: Place) -> None:
    """Its episode is not published, the old one stays, the others are made, and the exit code is 1."""
    script = "# الأولى\n\nكلام.\n\n# الثانية\n\nكلام آخر.\n"
    place.text(script, "book.md")
    assert build(place, "book.md")[0] == 0
    before = place.hashes()
    place.text(script.replace("كلام.", '[كلام]{say="؟"}.').replace("آخر", "جديد"), "book.md")
    ran = place.run("build", "book.md", "-o", "out", "--engine", "silent", "--json")
    after = place.hashes()
    assert ran.code == 1
    assert [(failure["episode"], failure["text"]) for failure in ran.json["failed"]] == [(1, "كلام.")]
    assert "كلام" in ran.err
    assert after["01-book.mp3"] == before["01-book.mp3"]
    assert after["02-book.mp3"] != before["02-book.mp3"]
    assert "01-book.mp3" in (place.path / "out" / "playlist.m3u8").read_text("utf-8")


@pytest.mark.parametrize("engine", ["silent", "espeak"])
def test_ctrl_c_stops_within_a_second_and_says_how_to_go_on(place: Place, engine: str) -> None:
    place.text("\n".join(f"{TEXT} {number}" for number in range(3000)))
    build = place.start("build", "book.txt", "-o", "out", "--engine", engine)
    _until_there_is(place, "take")
    message = _interrupted(build)
    assert message == "hakawati: stopped. What was performed is kept: run the same command again to go on from there.\n"
    assert not list(place.path.glob("out/.hakawati-*"))
    assert _gone(place)


@pytest.mark.parametrize("seconds", [0.0, 0.15, 0.3, 0.45])
def test_ctrl_c_while_workers_are_starting_is_no_different(place: Place, seconds: float) -> None:
    place.text("\n".join(f"{TEXT} {number}" for number in range(3000)))
    build = place.start("build", "book.txt", "-o", "out", "--engine", "silent")
    _until_there_is(place, "book")
    time.sleep(seconds)
    assert "Traceback" not in _interrupted(build)
    assert _gone(place)


def _interrupted(build: "subprocess.Popen[str]") -> str:
    """What a build says that Ctrl-C was pressed on: a terminal sends that to all processes of the command."""
    os.killpg(build.pid, signal.SIGINT)
    pressed = time.monotonic()
    _, message = build.communicate(timeout=20)
    assert time.monotonic() - pressed < 1
    assert build.returncode == 130
    return message


def test_a_killed_build_leaves_no_worker_behind(place: Place) -> None:
    place.text("\n".join(f"{TEXT} {number}" for number in range(3000)))
    build = place.start("build", "book.txt", "-o", "out", "--engine", "silent")
    _until_there_is(place, "take")
    build.kill()
    build.communicate()
    assert _gone(place)


def _until_there_is(place: Place, kind: str) -> None:
    """Wait until the store holds something of a kind."""
    until = time.monotonic() + 30
    while not any(path.name[0] != "." for path in place.path.glob(f"store/{kind}/*/*")):
        assert time.monotonic() < until, f"no {kind} was made"
        time.sleep(0.02)


def _gone(place: Place) -> bool:
    """Whether within two seconds no process is left that works in the place."""
    until = time.monotonic() + 2
    while _working_in(place.path):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


def _working_in(folder: Path) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (process / "cwd").readlink() == folder:
                found.append(process.name)
        except OSError:
            continue
    return found
