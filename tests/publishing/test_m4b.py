"""The M4B as players and programs read it: every sample, every chapter, everything that is said of the book."""

import errno
import pickle
import struct
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from mutagen.mp4 import MP4

from hakawati.errors import WriteError
from hakawati.profiles import Profile
from hakawati.publishing.edition import About, Edition, EpisodeEntry, chapter_entries
from hakawati.publishing.m4b import M4B
from hakawati.publishing.m4b.boxes import data_header
from hakawati.publishing.m4b.frames import Frames
from hakawati.publishing.m4b.moov import moov
from hakawati.publishing.m4b.movie import Movie
from hakawati.publishing.one_line import one_line
from hakawati.sound.linking import link
from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz, Samples
from publishing.bound_books import COMPACT, LEAD_IN, PODCAST, bound, bound_file, chapter_take, edition, timeline
from real_programs import chapters, needs, run

JPEG = b"\xff\xd8\xff\xe0" + bytes(range(100))
LONG = "فَصْلٌ طَوِيلٌ " * 30


def listed(path: Path) -> list[tuple[str, float]]:
    """Titles and starts (in seconds) of the chapters, as ffprobe has them from QuickTime's list."""
    return [(one["tags"]["title"], float(one["start_time"])) for one in chapters(path)]


def nero(path: Path) -> list[tuple[str, float]]:
    """The same from Nero's list, as mutagen reads it."""
    return [(one.title, one.start) for one in MP4(path).chapters]


def sound_of(path: Path) -> Waveform:
    """As ffmpeg decodes it."""
    raw = run_raw("ffmpeg", "-v", "error", "-i", path, "-f", "f32le", "-")
    return np.frombuffer(raw, "<f4")


def run_raw(*command: str | Path) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def decoded_mp3s(book: Edition) -> Waveform:
    return np.concatenate(
        [soundfile.read(book.folder / one.file, dtype="float32")[0] for one in book.episodes], dtype=np.float32
    )


TWO = (
    ("الأولى", [("مقدمة", 0.6), ("الهجرة", 0.9)]),
    ("الثانية", [("الثانية", 0.4), ("خاتمة", 0.7), (LONG, 0.3)]),
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """Of two episodes."""
    return edition(tmp_path_factory.mktemp("book"), *TWO)


@pytest.fixture(scope="module")
def path(book: Edition) -> Path:
    return bound_file(book)


# --- the sound


@needs("ffmpeg")
@pytest.mark.parametrize("profile", [PODCAST, COMPACT], ids=lambda profile: profile.name)
def test_it_decodes_to_every_sample_of_the_episodes_in_its_place(tmp_path: Path, profile: Profile) -> None:
    book = edition(tmp_path, *TWO, profile=profile)
    given, got = decoded_mp3s(book), sound_of(bound_file(book))
    assert len(got) == len(given) == sum(one.samples for one in book.episodes)
    # one sample out of place would be as loud as half the sound
    assert 10 * np.log10(np.sum(given**2) / np.sum((got - given) ** 2)) > 15


@needs("ffmpeg")
def test_a_chapter_begins_in_silence_and_is_heard_after_its_lead_in(book: Edition, path: Path) -> None:
    sound, rate = sound_of(path), book.episodes[0].rate
    for _, start in nero(path):
        first = round(start * rate)
        lead = round(LEAD_IN * rate)
        assert np.abs(sound[max(0, first - lead // 8) : first + lead // 2]).max() < 0.01
        assert np.abs(sound[first + lead : first + 2 * lead]).max() > 0.05


@needs("ffprobe")
def test_ffprobe_tells_the_length_of_all_episodes_together(book: Edition, path: Path) -> None:
    told = run(
        "ffprobe", "-v", "error", "-show_entries", "stream=duration_ts", "-select_streams", "a", "-of", "csv=p=0", path
    )
    assert int(told) == sum(one.samples for one in book.episodes)


@needs("mpv")
def test_mpv_plays_it_to_the_end(path: Path) -> None:
    said = run(
        "mpv",
        "--no-config",
        "--ao=null",
        "--ao-null-untimed=yes",
        "--vo=null",
        "--term-playing-msg=${chapter-list/count} chapters",
        path,
    )
    assert "5 chapters" in said
    assert "End of file" in said


# --- chapters


@needs("ffprobe")
def test_chapters_keep_the_millisecond_they_have_in_their_episode(book: Edition, path: Path) -> None:
    begin = 0
    expected = []
    for one in book.episodes:
        expected += [begin / one.rate + chapter.start / 1000 for chapter in one.chapters]
        begin += one.samples
    half_a_sample = 0.5 / book.episodes[0].rate
    for found in (listed(path), nero(path)):
        assert [start for _, start in found] == pytest.approx(expected, abs=half_a_sample + 1e-6)


@needs("ffprobe")
def test_an_episodes_first_chapter_has_its_title_ahead_and_nothing_is_said_twice(path: Path) -> None:
    titles = [title for title, _ in listed(path)]
    assert titles == ["الأولى: مقدمة", "الهجرة", "الثانية", "خاتمة", LONG.strip()]


def test_neros_list_cuts_long_titles_between_letters(path: Path) -> None:
    titles = [title for title, _ in nero(path)]
    assert titles[:4] == ["الأولى: مقدمة", "الهجرة", "الثانية", "خاتمة"]
    assert titles[4].endswith("…")
    assert LONG.startswith(titles[4].removesuffix("…"))
    assert len(titles[4].encode()) <= 255


def test_a_book_of_one_episode_says_nothing_of_it(tmp_path: Path) -> None:
    assert [title for title, _ in nero(bound_file(edition(tmp_path, ("حلقة", [("أ", 0.2), ("ب", 0.2)]))))] == ["أ", "ب"]


@needs("ffprobe")
@pytest.mark.parametrize("title", ["a & b < c > \" '", "🌙 قمر", "\u202eقلب", "سطر\nثان\x00", "../../etc", "ك" * 300])
def test_hostile_titles_come_through(tmp_path: Path, title: str) -> None:
    path = bound_file(edition(tmp_path, (title, [(title, 0.2), (title, 0.2)]), title=title, author=title))
    assert [found for found, _ in listed(path)] == [one_line(title)] * 2
    assert MP4(path)["\xa9nam"] == [one_line(title)]


def many_chapters(folder: Path, count: int) -> Edition:
    """One take over and over."""
    made = [chapter_take(0.05, COMPACT)] * count
    laid = timeline(1, "حلقة", [f"فصل {number}" for number in range(count)], made)
    with (folder / "01-book.mp3").open("wb") as file:
        link(made, file, COMPACT)
    entry = EpisodeEntry(1, "حلقة", "01-book.mp3", laid.samples, laid.rate, 1, "", chapter_entries(laid))
    return Edition(About(title="كتاب", language="ar", episodes=1), (entry,), folder)


@needs("ffprobe")
@pytest.mark.parametrize("count", [255, 256, 300])
def test_any_number_of_chapters_is_listed(tmp_path: Path, count: int) -> None:
    path = bound_file(many_chapters(tmp_path, count))
    assert [title for title, _ in listed(path)] == [f"فصل {number}" for number in range(count)]


def test_neros_list_is_whole_or_not_there(tmp_path: Path) -> None:
    assert len(nero(bound_file(many_chapters(tmp_path, 255)))) == 255
    assert b"chpl" not in bound(many_chapters(tmp_path, 256))


# --- what is said of the book


def test_everything_known_is_said(tmp_path: Path) -> None:
    known: dict[str, Any] = {
        "title": "كتاب",
        "author": "خطيب",
        "narrator": "راو",
        "description": "سطر\nوسطر",
        "copyright": "© دار",
        "genre": "Sermon",
        "year": 2026,
        "picture": JPEG,
    }
    tags = MP4(bound_file(edition(tmp_path, ("حلقة", [("أ", 0.2)]), **known))).tags
    assert {name: values for name, values in tags.items() if name != "covr"} == {
        "\xa9nam": ["كتاب"],
        "\xa9alb": ["كتاب"],
        "\xa9ART": ["خطيب"],
        "aART": ["خطيب"],
        "\xa9wrt": ["راو"],
        "\xa9nrt": ["راو"],
        "\xa9gen": ["Sermon"],
        "\xa9day": ["2026"],
        "\xa9cmt": ["سطر\nوسطر"],
        "desc": ["سطر\nوسطر"],
        "ldes": ["سطر\nوسطر"],
        "cprt": ["© دار"],
        "stik": [2],
        "pgap": True,
    }
    assert bytes(tags["covr"][0]) == JPEG


def test_nothing_is_said_of_what_is_not_known(tmp_path: Path) -> None:
    tags = MP4(bound_file(edition(tmp_path, ("حلقة", [("أ", 0.2)])))).tags
    assert set(tags) == {"\xa9nam", "\xa9alb", "\xa9wrt", "\xa9nrt", "\xa9gen", "stik", "pgap"}


@needs("ffprobe")
@pytest.mark.parametrize(("language", "told"), [("ar", "ara"), ("tlh", "tlh"), ("x!", "und"), ("A-B", "und")])
def test_the_tracks_tell_their_language(tmp_path: Path, language: str, told: str) -> None:
    path = bound_file(edition(tmp_path, ("حلقة", [("أ", 0.2)]), language=language))
    shown = run("ffprobe", "-v", "error", "-show_entries", "stream_tags=language", "-of", "csv=p=0", path)
    assert shown.split() == [told, told]


# --- the file


def boxes(data: bytes) -> list[bytes]:
    """The kinds of the outermost boxes, in order; they must fill the file."""
    kinds, at = [], 0
    while at < len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        kinds.append(kind)
        at += length
    assert at == len(data)
    return kinds


def test_the_contents_come_before_the_sound(book: Edition) -> None:
    assert boxes(bound(book)) == [b"ftyp", b"moov", b"mdat"]


def test_another_process_makes_the_same_bytes(book: Edition) -> None:
    code = "import pickle, sys; from publishing.bound_books import bound; bound_again = bound(pickle.load(sys.stdin.buffer)); sys.stdout.buffer.write(bound_again)"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        input=pickle.dumps(book),
        capture_output=True,
        cwd=Path(__file__).parent.parent,
        check=True,
    )
    assert sha256(ran.stdout).hexdigest() == sha256(bound(book)).hexdigest()


def test_a_book_beyond_what_32_bits_state_has_wider_numbers() -> None:
    day = Movie(
        About(title="ك", language="ar", episodes=1), (), Hertz(48_000), Samples(48_000 * 150_000), Samples(1024), b""
    )
    frames = Frames.foreseen(48_000 * 150_000 // 1024)
    whole = moov(day, frames, 0)
    assert b"co64" in whole
    assert b"stco" in whole  # the titles lie at the beginning
    assert data_header(1 << 33, wide=frames.wide) == b"\0\0\0\x01mdat" + ((1 << 33) + 16).to_bytes(8, "big")


def test_memory_hardly_grows_with_the_book(tmp_path: Path) -> None:
    """What is kept for each frame is its size: four bytes, and at the end a few times that."""
    peaks = [peak_of(many_chapters(tmp_path, count), tmp_path / "book.m4b") for count in (10, 120)]
    sound = sum(one.samples for one in many_chapters(tmp_path, 110).episodes)
    assert peaks[1] - peaks[0] < sound / 2


def peak_of(book: Edition, path: Path) -> int:
    """Bytes."""
    with path.open("w+b") as file:
        tracemalloc.start()
        M4B().write(book, file)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak


# --- what can go wrong


def test_without_its_package_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    why = M4B().refused(About(title="ك", language="ar", episodes=1))
    assert why == "m4b: the package av is missing. Install it: pip install 'hakawati[m4b]'"


class FullDisk(BytesIO):
    ROOM = 5000

    def write(self, data: Any) -> int:  # noqa: ANN401 - any buffer
        if self.tell() + len(data) > self.ROOM:
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_a_full_disk_is_left_to_whoever_gave_the_file(book: Edition) -> None:
    with pytest.raises(OSError, match="No space left"):
        M4B().write(book, FullDisk())


def small(folder: Path) -> Edition:
    return edition(folder, ("أ", [("أ", 0.2)]), ("ب", [("ب", 0.2)]))


def test_a_missing_episode_is_named(tmp_path: Path) -> None:
    book = small(tmp_path)
    (tmp_path / "02-book.mp3").unlink()
    with pytest.raises(WriteError, match=r"02-book\.mp3 is not as it was built .*Remove it and build again"):
        bound(book)


def test_so_is_one_that_is_no_sound(tmp_path: Path) -> None:
    book = small(tmp_path)
    (tmp_path / "01-book.mp3").write_bytes(b"nothing to hear")
    with pytest.raises(WriteError, match=r"01-book\.mp3 is not as it was built"):
        bound(book)


def test_and_one_of_another_length(tmp_path: Path) -> None:
    book = small(tmp_path)
    longer = replace(book.episodes[0], samples=Samples(book.episodes[0].samples + 1))
    with pytest.raises(WriteError, match=r"\d+ samples of sound, where there should be \d+"):
        bound(replace(book, episodes=(longer, *book.episodes[1:])))


def test_episodes_of_two_profiles_cannot_be_bound(tmp_path: Path) -> None:
    book = small(tmp_path)
    other = replace(book.episodes[1], rate=PODCAST.rate)
    with pytest.raises(WriteError, match=r"01-book\.mp3 has 24000 Hz, 02-book\.mp3 has 44100 Hz"):
        bound(replace(book, episodes=(book.episodes[0], other)))
