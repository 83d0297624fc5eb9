"""Everything published of the seed says the same: every chapter at the same millisecond, where there is silence and then
its first word.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import feedparser
import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from command import SEED, Place
from real_programs import chapters as ffprobe_chapters
from real_programs import decoded_samples, needs, run

FEED = """
[feed]
base_url = "https://example.org/abu-bakr"
date = 2026-01-02
"""
NEAR_SILENCE = 10 ** (-50 / 20)
LEAD_IN = 0.75
"""Seconds: the longest silence that anything begins with (an episode's 0.6) and what a soft first sound takes."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    place = Place(tmp_path_factory.mktemp("published"))
    place.text(FEED, "hakawati.toml")
    place.text(SEED.read_text("utf-8"), "seed.txt")
    ran = place.run("build", "seed.txt", "--episode-minutes", "4", "-o", "out", "--format", "m4b")
    assert ran.code == 0, ran.err
    return place


@pytest.fixture(scope="module")
def out(place: Place) -> Path:
    return place.path / "out"


@pytest.fixture(scope="module")
def episodes(out: Path) -> list[Path]:
    return sorted(out.glob("*.mp3"))


Starts = list[tuple[int, str]]
"""The milliseconds that chapters start at, and their titles."""


def of_tag(mp3: Path) -> Starts:
    return [(frame.start_time, str(frame.sub_frames["TIT2"])) for frame in ID3(mp3).getall("CHAP")]


def of_json(mp3: Path) -> Starts:
    listed = json.loads(mp3.with_suffix(".chapters.json").read_text("utf-8"))["chapters"]
    return [(round(1000 * chapter["startTime"]), chapter["title"]) for chapter in listed]


def of_captions(mp3: Path) -> Starts:
    noted = re.findall(
        r"^NOTE chapter (\d+):(\d+):(\d+)\.(\d+) (.*)$", mp3.with_suffix(".vtt").read_text("utf-8"), re.MULTILINE
    )
    return [(((int(h) * 60 + int(m)) * 60 + int(s)) * 1000 + int(ms), title) for h, m, s, ms, title in noted]


def of_manifest(mp3: Path) -> Starts:
    contents = json.loads((mp3.parent / "publication.json").read_text("utf-8"))["toc"]
    (entry,) = (one for one in contents if one["url"] == mp3.name)
    return [(round(1000 * float(one["url"].partition("#t=")[2])), one["name"]) for one in entry["children"]]


@pytest.mark.parametrize("listed", [of_json, of_captions, of_manifest])
def test_chapters_start_at_the_same_millisecond_everywhere(episodes: list[Path], listed: Any) -> None:  # noqa: ANN401 - a function of the above
    assert sum(len(of_tag(mp3)) for mp3 in episodes) > len(episodes) > 2
    for mp3 in episodes:
        assert listed(mp3) == of_tag(mp3)


def test_the_page_has_the_chapters_at_the_same_millisecond(out: Path, episodes: list[Path]) -> None:
    page = (out / "index.html").read_text("utf-8")
    for mp3 in episodes:
        text = (out / f"{mp3.stem}.text.js").read_text("utf-8")
        times = json.loads(text[text.index(",") + 1 : text.rindex(")")])["times"]
        cues = set(np.cumsum([0, *(time[0] for time in times)]).tolist())
        for start, title in of_tag(mp3):
            assert start in cues
            assert title in page


@needs("ffprobe")
def test_the_m4b_has_them_too_and_is_as_long_as_all_episodes(out: Path, episodes: list[Path]) -> None:
    offset, expected = 0, []
    for mp3 in episodes:
        samples = decoded_samples(mp3)
        expected += [round(1000 * offset / 44_100) + start for start, _ in of_tag(mp3)]
        offset += samples
    book = out / "book.m4b"
    starts = [float(chapter["start_time"]) for chapter in ffprobe_chapters(book)]
    assert [round(1000 * start) for start in starts] == pytest.approx(expected, abs=1)
    assert decoded_samples(book) == offset
    streams = json.loads(run("ffprobe", "-v", "error", "-show_streams", "-of", "json", book))["streams"]
    assert "aac" in {stream["codec_name"] for stream in streams}


def first_sounds(mp3: Path) -> Iterator[tuple[float, float]]:
    """For each chapter the loudest sample of the 20 ms around its start, and the seconds until its first sound."""
    wave, rate = soundfile.read(mp3, dtype="float32")
    for start, _ in of_tag(mp3):
        at = round(start * rate / 1000)
        around = np.abs(wave[max(0, at - rate // 100) : at + rate // 100]).max()
        yield float(around), float(np.argmax(np.abs(wave[at:]) > 10 ** (-35 / 20))) / rate


def test_a_chapter_starts_in_silence_and_its_first_sound_follows(episodes: list[Path]) -> None:
    for mp3 in episodes:
        for loudest, lead_in in first_sounds(mp3):
            assert loudest < NEAR_SILENCE
            assert 0 < lead_in < LEAD_IN


def test_feedparser_sees_every_episode_whole(out: Path, episodes: list[Path]) -> None:
    feed = feedparser.parse((out / "feed.xml").read_bytes())
    assert feed.bozo == 0
    assert [entry.enclosures[0].href.rpartition("/")[2] for entry in feed.entries] == [mp3.name for mp3 in episodes]
    for entry, mp3 in zip(feed.entries, episodes, strict=True):
        assert int(entry.enclosures[0].length) == mp3.stat().st_size
        assert entry.podcast_chapters["url"].endswith(f"{mp3.stem}.chapters.json")
        assert entry.podcast_transcript["url"].endswith((f"{mp3.stem}.vtt", f"{mp3.stem}.srt"))


@pytest.mark.usefixtures("out")
def test_two_builds_publish_the_same_bytes(place: Place) -> None:
    before = place.hashes()
    assert len(before) > 20
    again = place.run(
        "build",
        "seed.txt",
        "--episode-minutes",
        "4",
        "-o",
        "again",
        "--format",
        "m4b",
        "--store",
        "other",
        "--jobs",
        "1",
    )
    assert again.code == 0
    assert place.hashes("again") == before


def test_a_build_with_nothing_to_do_writes_nothing(place: Place, out: Path) -> None:
    written = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    ran = place.run("build", "seed.txt", "--episode-minutes", "4", "-o", "out", "--format", "m4b", "--json")
    assert ran.json["performed"] == 0
    assert {path: path.stat().st_mtime_ns for path in out.iterdir() if path.name != ".hakawati.lock"} == {
        path: time for path, time in written.items() if path.name != ".hakawati.lock"
    }


def test_what_is_not_asked_for_any_more_is_removed(place: Place) -> None:
    place.text("نص قصير.", "short.txt")
    (place.path / "elsewhere").mkdir()
    place.run("build", "short.txt", "-o", "elsewhere", "--engine", "silent")
    place.text(f'publish = ["playlist", "vtt"]\n{FEED}', "hakawati.toml")
    ran = place.run("build", "short.txt", "-o", "elsewhere", "--engine", "silent")
    place.text(FEED, "hakawati.toml")
    assert ran.code == 0
    visible = {path.name for path in (place.path / "elsewhere").iterdir() if not path.name.startswith(".")}
    assert visible == {"01-short.mp3", "01-short.vtt", "playlist.m3u8"}
    assert "removed 01-short.srt" in ran.err


@pytest.mark.parametrize(
    ("publish", "message"),
    [
        ('publish = ["fede"]', "publish: nothing is called 'fede'. Did you mean `feed`?"),
        ('publish = ["feed"]', 'write `base_url = "https://example.org/book"` below `[feed]`'),
    ],
)
def test_what_cannot_be_published_is_refused_before_anything_is_made(
    tmp_path: Path, publish: str, message: str
) -> None:
    here = Place(tmp_path)
    here.text("نص.")
    here.text(publish, "hakawati.toml")
    ran = here.run("build", "book.txt", "-o", "out", "--engine", "silent")
    assert ran.code == 2
    assert message in ran.err
    assert not (tmp_path / "out").exists()
