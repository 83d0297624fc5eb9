"""A built folder as a browser, a podcast app and somebody who should not see everything find it on the loopback."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hakawati.errors import InputError
from hakawati.serving import serve
from hakawati.serving.media_types import media_type
from publishing.bound_books import PODCAST, bound_file, edition
from real_programs import needs, run
from serving.served import Served, served

SOUND = bytes(range(256)) * 40_000
SECRET = b"not for you"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built book with what must not be seen in it and beside it."""
    above = tmp_path_factory.mktemp("above")
    (above / "secret.txt").write_bytes(SECRET)
    book = above / "book"
    (book / ".hidden").mkdir(parents=True)
    files = {
        "index.html": b"<!doctype html>",
        "feed.xml": b"<rss/>",
        "01-book.mp3": SOUND,
        "01-book.vtt": b"WEBVTT",
        "كتاب.txt": b"book",
        ".hakawati.json": SECRET,
        ".hidden/file.txt": SECRET,
    }
    for name, data in files.items():
        (book / name).write_bytes(data)
    (book / "out.txt").symlink_to(above / "secret.txt")
    (book / "list.txt").symlink_to(book / ".hakawati.json")
    return book


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Served]:
    with served(folder) as site:
        yield site


# --- files


def test_the_addresses_are_told(site: Served) -> None:
    here = f"http://127.0.0.1:{site.port}/"
    assert site.addresses == {"site": here, "page": here, "feed": here + "feed.xml"}


@pytest.mark.parametrize("path", ["/", "/index.html", "/?theme=dark"])
def test_the_page_is_what_the_folder_shows(site: Served, path: str) -> None:
    answer = site.ask(path)
    assert (answer.status, answer.body) == (200, b"<!doctype html>")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_a_file_is_given_whole(site: Served) -> None:
    answer = site.ask("/01-book.mp3")
    assert (answer.status, answer.body) == (200, SOUND)
    assert answer.headers["content-type"] == "audio/mpeg"
    assert answer.headers["content-length"] == str(len(SOUND))
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["cache-control"] == "no-cache"
    assert {"etag", "last-modified"} <= set(answer.headers)


def test_a_name_may_have_any_letters(site: Served) -> None:
    assert site.ask("/%D9%83%D8%AA%D8%A7%D8%A8.txt").body == b"book"


def test_head_tells_all_but_the_file(site: Served) -> None:
    asked, told = site.ask("/01-book.mp3"), site.ask("/01-book.mp3", "HEAD")
    assert (told.status, told.body) == (200, b"")
    assert {**told.headers, "date": ""} == {**asked.headers, "date": ""}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(site: Served, method: str) -> None:
    assert site.ask("/01-book.mp3", method).status == 405


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("01-a.mp3", "audio/mpeg"),
        ("book.m4b", "audio/mp4"),
        ("01-a.vtt", "text/vtt; charset=utf-8"),
        ("01-a.srt", "application/x-subrip; charset=utf-8"),
        ("01-a.chapters.json", "application/json+chapters; charset=utf-8"),
        ("publication.json", "application/audiobook+json; charset=utf-8"),
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("playlist.m3u8", "audio/x-mpegurl; charset=utf-8"),
        ("01-a.text.js", "text/javascript; charset=utf-8"),
        ("Cover.PNG", "image/png"),
        ("what.ever", "application/octet-stream"),
    ],
)
def test_everything_is_called_what_it_is(name: str, expected: str) -> None:
    assert media_type(f"/some/folder/{name}") == expected


# --- parts of files


@pytest.mark.parametrize(
    ("asked", "begin", "end"),
    [("bytes=0-99", 0, 100), ("bytes=1000-", 1000, len(SOUND)), ("bytes=-7", len(SOUND) - 7, len(SOUND))],
)
def test_a_range_is_given(site: Served, asked: str, begin: int, end: int) -> None:
    answer = site.ask("/01-book.mp3", Range=asked)
    assert (answer.status, answer.body) == (206, SOUND[begin:end])
    assert answer.headers["content-range"] == f"bytes {begin}-{end - 1}/{len(SOUND)}"
    assert answer.headers["content-type"] == "audio/mpeg"


def test_a_range_beyond_the_end_is_refused(site: Served) -> None:
    answer = site.ask("/01-book.mp3", Range=f"bytes={len(SOUND)}-")
    assert answer.status == 416
    assert answer.headers["content-range"] == f"bytes */{len(SOUND)}"


def test_head_of_a_range_has_no_body(site: Served) -> None:
    answer = site.ask("/01-book.mp3", "HEAD", Range="bytes=0-99")
    assert (answer.status, answer.headers["content-length"], answer.body) == (206, "100", b"")


def test_a_range_of_what_has_changed_since_is_the_whole(site: Served) -> None:
    now = site.ask("/01-book.mp3", "HEAD").headers["etag"]
    assert site.ask("/01-book.mp3", Range="bytes=0-9", If_Range=now).status == 206
    assert site.ask("/01-book.mp3", Range="bytes=0-9", If_Range='"before"').status == 200


def test_what_the_browser_has_already_is_not_sent_again(site: Served) -> None:
    now = site.ask("/01-book.mp3", "HEAD").headers["etag"]
    assert site.ask("/01-book.mp3", If_None_Match=now).status == 304
    assert site.ask("/01-book.mp3", If_None_Match='"before"').status == 200


# --- what must not be seen


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/x/../../secret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/out.txt",
        "/list.txt",
        "/.hakawati.json",
        "/%2ehakawati.json",
        "/./.hakawati.json",
        "/.hidden/file.txt",
        "/.hidden/",
        "/01-book.mp3%00.txt",
        "/01-book.mp3/",
        "/nothing.mp3",
        "/" + "x" * 5000,
    ],
)
def test_there_is_nothing_else(site: Served, path: str) -> None:
    answer = site.ask(path)
    assert answer.status == 404 or answer.body == SOUND
    assert SECRET not in answer.body


def test_nor_by_an_absolute_path(site: Served, folder: Path) -> None:
    assert site.ask(f"/{folder.parent}/secret.txt").status == 404
    assert site.ask(f"http://127.0.0.1:{site.port}/../secret.txt").status == 404


def test_a_foreign_name_that_leads_here_is_refused(site: Served) -> None:
    assert site.ask("/", Host="rebound.example").status == 400
    assert site.ask("/", Host=f"localhost:{site.port}").status == 200


def test_no_other_sites_script_may_read_it(site: Served) -> None:
    answer = site.ask("/feed.xml", Origin="https://example.org")
    assert not [name for name in answer.headers if name.startswith("access-control")]


def test_it_listens_to_this_machine_alone(site: Served) -> None:
    with socket.socket() as elsewhere:
        elsewhere.bind(("127.0.0.2", site.port))  # would be taken if it listened everywhere


# --- beginning and ending


def test_the_next_port_is_used_where_one_is_taken(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with served(folder, port) as site:
            assert port < site.port <= port + 20
            assert site.ask("/").status == 200


def test_where_all_are_taken_it_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hakawati.serving.serving.TRIED", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"the ports from {port} to {port} of 127.0.0.1 are all taken"):
            serve(folder, port, lambda _: None)


def test_ctrl_c_ends_it_quietly(folder: Path) -> None:
    with served(folder) as site:
        assert site.ask("/").status == 200
        assert site.interrupt() == (0, "ended\n", "")


def test_at_once_also_while_somebody_listens(folder: Path) -> None:
    with (
        served(folder) as site,
        socket.create_connection(("127.0.0.1", site.port)) as idle,
        socket.create_connection(("127.0.0.1", site.port)) as playing,
    ):
        playing.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        playing.sendall(b"GET /01-book.mp3 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert playing.recv(100).startswith(b"HTTP/1.1 200")
        assert idle.fileno()
        began = time.monotonic()
        assert site.interrupt() == (0, "ended\n", "")
        assert time.monotonic() - began < 2.0


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"is not there\. Name a folder that `hakawati build` made"):
        serve(tmp_path / "nowhere", 0, lambda _: None)


def test_so_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="is not a folder"):
        serve(tmp_path / "file", 0, lambda _: None)


def test_and_a_folder_without_a_book(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"neither index\.html nor playlist\.m3u8"):
        serve(tmp_path, 0, lambda _: None)


def test_a_book_without_page_or_feed_is_served_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "playlist.m3u8").write_text("#EXTM3U\n")
    with served(tmp_path) as site:
        assert site.addresses["page"] is site.addresses["feed"] is None
        assert site.ask("/playlist.m3u8").status == 200
        assert site.ask("/").status == 404


# --- real players


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("spoken")
    bound_file(edition(folder, ("حلقة", [("أ", 20.0), ("ب", 20.0)]), profile=PODCAST))
    (folder / "playlist.m3u8").write_text("#EXTM3U\n01-book.mp3\n")
    with served(folder) as site:
        yield site


@needs("mpv")
@pytest.mark.parametrize("name", ["01-book.mp3", "book.m4b", "playlist.m3u8"])
def test_mpv_plays_from_the_middle(spoken: Served, name: str) -> None:
    said = run(
        "mpv", "--no-config", "--ao=null", "--ao-null-untimed=yes", "--start=30", "--length=5",
        "--term-playing-msg=at ${=time-pos}", f"{spoken.addresses['site']}{name}",
    )  # fmt: skip
    assert "at 30." in said or "at 29." in said
    assert "End of file" in said


@needs("ffprobe")
def test_ffprobe_finds_a_packet_in_the_middle(spoken: Served) -> None:
    place = f"{spoken.addresses['site']}01-book.mp3"
    shown = run(
        "ffprobe",
        "-v",
        "error",
        "-read_intervals",
        "30%+#1",
        "-show_entries",
        "packet=pts_time",
        "-of",
        "csv=p=0",
        place,
    )
    assert abs(float(shown.split(",")[0]) - 30) < 0.5
