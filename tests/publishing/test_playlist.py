"""The playlist, held against a real player."""

from pathlib import Path

import pytest

from hakawati.publishing.one_line import closed, one_line
from hakawati.publishing.playlist import Entry, dump, load_files
from hakawati.units import Seconds
from publishing.editions import ABOUT, HOSTILE, book_of, lying
from real_programs import needs, run


def test_it_gives_length_artist_and_title_of_each_episode() -> None:
    entries = [Entry("01-a.mp3", "الأولى", Seconds(61.5)), Entry("02-a.mp3", "الثانية\nحقا", Seconds(3599.4))]
    assert dump("كتاب", "خطيب", entries) == (
        "#EXTM3U\n#PLAYLIST:كتاب\n#EXTINF:62,خطيب - الأولى\n01-a.mp3\n#EXTINF:3599,خطيب - الثانية حقا\n02-a.mp3\n"
    )


def test_without_an_author_the_title_stands_alone() -> None:
    assert "#EXTINF:1,الأولى\n" in dump("كتاب", None, [Entry("01-a.mp3", "الأولى", Seconds(1))])


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_title_or_name_ends_a_line_or_begins_one(text: str) -> None:
    written = dump(text, text, [Entry("01-a.mp3", text, Seconds(1)), Entry("02-a.mp3", text, Seconds(2))])
    assert load_files(written) == ["01-a.mp3", "02-a.mp3"]
    assert [line.partition(":")[0] for line in written.split("\n")[::2]] == ["#EXTM3U", "#EXTINF", "#EXTINF", ""]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  سطر\n ثان\u2028ثالث ", "سطر ثان ثالث"),
        ("قبل\x00بعد\x1b[1m", "قبلبعد[1m"),
        ("فاصلة, #وسم", "فاصلة, #وسم"),
        ("عائلة 👨‍👩‍👧", "عائلة 👨‍👩‍👧"),
    ],
)
def test_a_line_keeps_all_but_breaks_and_controls(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("بسيط", ""),
        ("\u202eقلب", "\u202c"),
        ("\u202eقلب\u202c", ""),
        ("\u2067معزول\u202aو\u202eهذا", "\u202c\u202c\u2069"),
        ("\u2067معزول\u202aو\u2069", ""),
        ("\u202aقبل\u2067معزول", "\u2069\u202c"),
        ("\u202c\u2069غريب", ""),
    ],
)
def test_directions_left_open_are_closed_at_the_end(text: str, after: str) -> None:
    assert closed(text) == text + after


@needs("mpv")
def test_mpv_lists_every_episode_with_its_title_and_plays_them_in_order(tmp_path: Path) -> None:
    timelines = book_of(HOSTILE)
    lying(tmp_path, ABOUT, timelines)
    listed = "|".join(f"${{playlist/{place}/title}}" for place in range(len(timelines)))
    told = f"--term-playing-msg=PLAYS ${{playlist-pos}} ${{filename}}|{listed}"
    playlist = tmp_path / "playlist.m3u8"
    shown = run("mpv", "--no-config", "--ao=null", "--ao-null-untimed", "--no-video", told, playlist)
    plays = [line.removeprefix("PLAYS ").split("|") for line in shown.split("\n") if line.startswith("PLAYS ")]
    assert [playing for playing, *_ in plays] == [f"{place} {place + 1:02}-book.mp3" for place in range(len(timelines))]
    assert plays[0][1:] == [f"خطيب - {one_line(timeline.title)}" for timeline in timelines]
