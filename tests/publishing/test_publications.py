"""What every published thing must be, whichever it is: the same every time, whole for hostile texts, true to its times.

To publish one more: its line in `publications`, and here what its kind of file is read with, if that is new.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from io import BytesIO
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from lxml import etree
from mutagen.id3 import ID3

from hakawati.publishing import publications
from hakawati.publishing.edition import About, ChapterEntry, Edition, EpisodeEntry
from hakawati.publishing.playlist import load_files
from hakawati.publishing.publication import BookPublication, EpisodePublication
from hakawati.publishing.publications import BOOK, EPISODE
from publishing import editions
from publishing.editions import HOSTILE, digests, edition, hostile, lying
from real_programs import chapters as ffprobe_chapters
from real_programs import needs

HEAVY = {"PIL", "av", "jinja2", "lameenc", "lxml", "mutagen", "numpy", "onnxruntime", "pydub", "soundfile", "soxr"}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return hostile(tmp_path_factory.mktemp("hostile"))


def files_of(book: Edition, ending: str) -> Iterator[tuple[EpisodeEntry, bytes]]:
    for episode in book.episodes:
        yield episode, (book.folder / (episode.stem + ending)).read_bytes()


# --- what a list says of itself


@pytest.mark.parametrize("one", EPISODE, ids=lambda one: one.ending)
def test_what_is_made_for_an_episode_says_what_it_is(one: EpisodePublication) -> None:
    assert re.fullmatch("[a-z0-9]+", one.name)
    assert one.ending.startswith(".")
    assert one.revision >= 1


@pytest.mark.parametrize("one", BOOK, ids=lambda one: one.file)
def test_what_is_made_for_a_book_says_what_it_is(one: BookPublication) -> None:
    assert re.fullmatch("[a-z0-9]+", one.name)
    assert one.revision >= 1
    assert one.asked_only in {True, False}
    assert one.refused(editions.ABOUT) is None or one.asked_only


def test_no_two_files_have_one_name_on_any_system() -> None:
    names = [*(f"01-book{one.ending}" for one in EPISODE), "01-book.mp3", *(one.file for one in BOOK)]
    assert len({name.casefold() for name in names}) == len(names)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9.-]*[a-z0-9]", name) for name in names)


def test_the_lists_are_there_without_anything_heavy() -> None:
    code = f"import sys, {publications.__name__}; print(*{{name.split('.')[0] for name in sys.modules}})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(loaded.split())


# --- the same every time


def test_another_process_makes_the_same_bytes(book: Edition) -> None:
    path = f"{Path(editions.__file__).parent.parent}"
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "PYTHONPATH": path, "TZ": "Asia/Riyadh", "LC_ALL": "C"}
    ran = subprocess.run([sys.executable, editions.__file__], capture_output=True, env=environment, check=True)
    assert json.loads(ran.stdout) == digests(book.folder)


# --- right for hostile texts


class Tags(HTMLParser):
    """The tags that a page has, and attributes that run something."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.running: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.running += [name for name, _ in attrs if name.startswith("on")]


def read_json(data: bytes) -> None:
    assert json.loads(data)


def read_xml(data: bytes) -> None:
    assert etree.fromstring(data).tag == "rss"


def read_html(data: bytes) -> None:
    page = Tags(data.decode())
    assert page.running == []
    assert page.found.count("html") == page.found.count("title") == 1
    assert "b" not in page.found
    assert "alert(1)</script>" not in data.decode()


def read_text_script(data: bytes) -> None:
    """One call, which no text in it ends."""
    written = data.decode()
    called = re.fullmatch(r"hakawati\((\d+),(.*)\);\n", written, re.DOTALL)
    assert called
    assert "<" not in written
    page = Tags(json.loads(called[2])["html"])
    assert page.running == []
    assert not {"script", "img", "b"} & set(page.found)


def read_captions(data: bytes) -> None:
    """No line but those of times looks like one, and captions follow each other."""
    lines = data.decode().split("\n")
    times = [line for line in lines if "-->" in line]
    clock = r"(?:\d\d:)?\d\d:\d\d[.,]\d{3}"
    assert times
    assert all(re.fullmatch(f"{clock} --> {clock}", line) for line in times)
    spans = [[milliseconds(time) for time in line.split(" --> ")] for line in times]
    assert all(begin < end for begin, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


def read_playlist(data: bytes) -> None:
    lines = data.decode().split("\n")
    assert lines[0] == "#EXTM3U"
    assert len(load_files(data.decode())) == len(HOSTILE)
    assert len([line for line in lines if line.startswith("#EXTINF:")]) == len(HOSTILE)


def read_png(data: bytes) -> None:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")


def read_audiobook(data: bytes) -> None:
    assert data[4:8] == b"ftyp"


READERS: dict[str, Callable[[bytes], None]] = {
    ".json": read_json,
    ".xml": read_xml,
    ".html": read_html,
    ".text.js": read_text_script,
    ".vtt": read_captions,
    ".srt": read_captions,
    ".m3u8": read_playlist,
    ".png": read_png,
    ".m4b": read_audiobook,
}


def reader(name: str) -> Callable[[bytes], None]:
    known = [ending for ending in READERS if name.endswith(ending)]
    assert known, f"nothing is said of how {name} is read: see READERS"
    return READERS[max(known, key=len)]


@pytest.mark.parametrize("ending", [one.ending for one in EPISODE])
def test_an_episodes_file_is_whole_for_every_hostile_text(book: Edition, ending: str) -> None:
    for episode, data in files_of(book, ending):
        reader(episode.stem + ending)(data)


@pytest.mark.parametrize("one", BOOK, ids=lambda one: one.file)
def test_a_books_file_is_whole_for_hostile_texts(book: Edition, one: BookPublication) -> None:
    if why := one.refused(book.about):
        pytest.skip(why)
    reader(one.file)((book.folder / one.file).read_bytes())


def test_no_publication_needs_more_than_its_edition_says(tmp_path: Path) -> None:
    """A book without an author, a description, a year or a feed, of one chapter without a title."""
    about = About(title="ك", language="tlh", episodes=1, cover=editions.COVER)
    bare = [editions.timeline(1, "ح", [("", [editions.spoken("ن")])])]
    whole = lying(tmp_path, about, bare)
    assert whole.made < {path.name for path in tmp_path.iterdir()}


# --- true to the timeline


def starts(book: Edition) -> list[list[int]]:
    """Milliseconds at which each episode's chapters begin."""
    return [[chapter.start for chapter in episode.chapters] for episode in book.episodes]


def milliseconds(clock: str) -> int:
    """Of `00:01:02.345`, with or without hours, with a point or a comma."""
    *above, seconds = clock.replace(",", ".").split(":")
    minutes = [int(part) for part in ["0", *above][-2:]]
    return round(1000 * float(seconds)) + 60_000 * (60 * minutes[0] + minutes[1])


def test_the_tags_chapters_begin_when_the_timelines_do(book: Edition) -> None:
    tags = [ID3(BytesIO(data)) for _, data in files_of(book, ".mp3")]
    assert [sorted(one.start_time for one in tag.getall("CHAP")) for tag in tags] == starts(book)


def test_the_chapters_of_podcast_apps_do(book: Edition) -> None:
    listed = [json.loads(data)["chapters"] for _, data in files_of(book, ".chapters.json")]
    assert [[round(1000 * one["startTime"]) for one in chapters] for chapters in listed] == starts(book)


def test_the_manifests_chapters_do(book: Edition) -> None:
    manifest = json.loads((book.folder / "publication.json").read_bytes())
    places = [[one["url"].partition("#t=")[2] for one in episode["children"]] for episode in manifest["toc"]]
    assert [[round(1000 * float(place)) for place in of_one] for of_one in places] == starts(book)


def test_the_feeds_notes_name_the_second_each_chapter_begins_in(book: Edition) -> None:
    notes = etree.parse(book.folder / "feed.xml").xpath("//item/description/text()")
    clocks = [re.findall(r"(?:^|<br/>)(\d+:\d\d) ", note) for note in notes]
    assert [[milliseconds(clock) // 1000 for clock in of_one] for of_one in clocks] == [
        [start // 1000 for start in of_one] for of_one in starts(book)
    ]


@pytest.mark.parametrize("ending", [".vtt", ".srt"])
def test_captions_speak_within_their_chapters(book: Edition, ending: str) -> None:
    for episode, data in files_of(book, ending):
        begins = [milliseconds(time) for time in re.findall(r"^([\d:.,]+) -->", data.decode(), re.MULTILINE)]
        for chapter in episode.chapters:
            assert any(chapter.start <= begin < chapter.end for begin in begins)
        assert all(0 <= begin < episode.chapters[-1].end for begin in begins)


def test_the_pages_text_sounds_from_where_chapters_begin(book: Edition) -> None:
    ending = ".text.js"
    if ending not in [one.ending for one in EPISODE]:
        pytest.skip("there is no page yet")
    for episode, data in files_of(book, ending):
        called = re.fullmatch(r"hakawati\((\d+),(.*)\);\n", data.decode(), re.DOTALL)
        assert called
        cues = [0, *accumulate(segment[0] for segment in json.loads(called[2])["times"])]
        assert {chapter.start for chapter in episode.chapters} <= set(cues)
        assert cues[-1] == episode.chapters[-1].end


@needs("ffprobe")
def test_the_audiobooks_chapters_begin_when_the_timelines_do(book: Edition) -> None:
    made = [name for name in book.made if name.endswith(".m4b")]
    if not made:
        pytest.skip("no audiobook can be made here")
    begin, expected = 0, []
    for episode in book.episodes:
        expected += [begin + chapter.start for chapter in episode.chapters]
        begin += episode.chapters[-1].end
    found = [round(1000 * float(one["start_time"])) for one in ffprobe_chapters(book.folder / made[0])]
    assert len(found) == len(expected)
    assert all(abs(there - wanted) <= len(book.episodes) for there, wanted in zip(found, expected, strict=True))


def test_chapters_without_a_title_have_their_episodes() -> None:
    assert edition().episodes[0].chapters[1] == ChapterEntry(
        "الأولى", edition().episodes[0].chapters[0].end, edition().episodes[0].chapters[1].end
    )
