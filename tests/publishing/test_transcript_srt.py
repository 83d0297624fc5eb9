"""SubRip: numbers, times, plain lines."""

import re
from pathlib import Path

import pytest

from hakawati.model import Role, Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.transcript.bidi import embedding, is_right_to_left
from hakawati.publishing.transcript.srt import SubRip
from publishing.timelines import said, told
from real_programs import needs, run

ABOUT = About(title="سيرة", language="ar", episodes=1)


def written(timeline: Timeline) -> str:
    return SubRip().write(timeline, ABOUT).decode()


def test_captions_are_numbered_and_timed() -> None:
    assert written(told([said("So he said.")], [said("ثم قال", Role.SPEECH, "أبو بكر")])) == (
        "1\n00:00:00,100 --> 00:00:01,100\nSo he said.\n\n2\n00:00:01,346 --> 00:00:02,254\nثم قال\n"
    )


def test_nothing_in_the_text_is_taken_for_markup() -> None:
    text = "a <b> </i> {\\an8} --> 1 < 2 & {x} <3"
    srt = written(told([said(text)]))
    assert srt.count("-->") == 1
    assert not re.search(r"<[/a-z]|\{\\", srt)
    assert srt.replace("\u2060", "").endswith(f"\n{text}\n")


@pytest.mark.parametrize("line", ["ثم قال.", "«ثم قال", "رقم 25", "كتبت UNESCO ثم", "25 رجلا", "قال: لا\u200f،"])
def test_a_line_that_a_player_could_lay_out_wrong_is_embedded(line: str) -> None:
    assert embedding(line, right_to_left=True) == ("\u202b", "\u202c")
    assert embedding(line, right_to_left=False) == ("", "")


@pytest.mark.parametrize("line", ["ثم قال", "قال: لا، بل نعم", "وَقَالَ لَهُ", "שלום"])
def test_a_line_of_right_to_left_letters_needs_nothing(line: str) -> None:
    assert embedding(line, right_to_left=True) == ("", "")


def test_what_most_letters_are_decides() -> None:
    assert is_right_to_left("UNESCO أصدرت البيان")
    assert not is_right_to_left("He said سلام to them")
    assert not is_right_to_left("25!")


@needs("ffmpeg")
def test_ffmpeg_reads_every_caption(tmp_path: Path) -> None:
    srt = tmp_path / "a.srt"
    srt.write_text(written(told([said("ثم قال. <b> " * 120)])), "utf-8")
    run("ffmpeg", "-v", "error", "-i", srt, tmp_path / "a.vtt")
    assert (tmp_path / "a.vtt").read_text("utf-8").count("-->") == srt.read_text("utf-8").count("-->") > 10
