"""WebVTT: voices, roles and the time of every word; read back by rules of the standard, and by ffmpeg."""

import html
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from hakawati.model import Role, Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.transcript.captions import captions
from hakawati.publishing.transcript.clock_time import clock_time
from hakawati.publishing.transcript.vtt import WebVtt
from hakawati.units import milliseconds
from publishing.timelines import said, told
from real_programs import needs, run

ABOUT = About(title="سيرة", author="خطيب", language="ar", episodes=1, narrator="راوٍ")


def written(timeline: Timeline, about: About = ABOUT) -> str:
    return WebVtt().write(timeline, about).decode()


def blocks(vtt: str) -> list[tuple[str, str]]:
    """Times and payload of each cue."""
    header, *rest = vtt.removesuffix("\n").split("\n\n")
    assert header == "WEBVTT"
    cues = [block for block in rest if not block.startswith("NOTE ")]
    return [(times, payload) for times, _, payload in (cue.partition("\n") for cue in cues)]


def text(payload: str) -> str:
    """What is shown, without the characters that hold a line right-to-left."""
    return html.unescape(re.sub(r"<[^>]*>", "", payload)).translate({0x202B: None, 0x202C: None})


def test_a_cue_has_a_voice_a_class_for_the_role_and_a_time_for_each_word_but_the_first() -> None:
    timeline = told([said("ثم قال"), said("لا تحزن", Role.SPEECH, "أبو بكر")])
    assert written(timeline) == (
        "WEBVTT\n\n"
        "NOTE chapter 00:00:00.000 فصل 1\n\n"
        "00:00:00.100 --> 00:00:01.550\n"
        "<v راوٍ>ثم <00:00:00.270>قال</v> "
        "<v أبو بكر><c.speech><00:00:01.108>لا <00:00:01.278>تحزن</c></v>\n"
    )


@pytest.mark.parametrize(
    ("role", "language", "voice"),
    [
        (Role.NARRATION, "ar", "راوٍ"),
        (Role.HEADING, "ar", "راوٍ"),
        (Role.REFERENCE, "ar", "راوٍ"),
        (Role.HADITH, "ar", "النبي ﷺ"),
        (Role.VERSE, "ar", "القرآن الكريم"),
        (Role.SUPPLICATION, "en", "Supplication"),
        (Role.SPEECH, "de", "Speaker"),
    ],
)
def test_where_no_speaker_is_named_the_role_is_in_the_books_language(role: Role, language: str, voice: str) -> None:
    about = About(title="سيرة", language=language, episodes=1, narrator="راوٍ")
    assert f"<v {voice}>" in written(told([said("كلام", role)]), about)


def test_every_role_has_a_name_and_but_for_narration_a_class() -> None:
    vtt = written(told([said("كلام", role) for role in Role]))
    assert set(re.findall(r"<c\.(\w+)>", vtt)) == set(Role) - {Role.NARRATION}


def test_without_marks_no_word_has_a_time() -> None:
    assert not re.search(r"<\d", written(told([said("ثم قال لا تحزن")], marked=False)))


def test_times_of_words_rise_within_their_cue() -> None:
    words = "عاد النبي من بيت أبي بكر، فأخبر عليًّا بإرادته وطلب منه أن ينام الليل على فراشه. " * 5
    for times, payload in blocks(written(told([said(words)]))):
        start, end = times.split(" --> ")
        inside = re.findall(r"<([\d:.]+)>", payload)
        assert len(inside) > 3
        assert all(one < other for one, other in pairwise([start, *inside, end]))


def test_text_and_names_are_escaped() -> None:
    nasty = "a & <b> \"c\" 'd' --> 🌙 \u2067عربي\u2069 &amp; {\\an8}"
    timeline = told([said(nasty, Role.SPEECH, "Q > A & <R>\nS\0")])
    vtt = written(timeline)
    ((_, payload),) = blocks(vtt)
    assert vtt.count("-->") == 1
    assert "<v Q &gt; A &amp; &lt;R&gt; S>" in payload
    assert text(payload) == nasty


def test_a_long_word_goes_on_in_the_next_line_and_is_whole() -> None:
    ((_, payload),) = blocks(written(told([said("m" * 60)])))
    assert text(payload) == "m" * 40 + "\n" + "m" * 20


def test_an_arabic_line_that_ends_in_a_stop_is_held_right_to_left_and_one_of_letters_needs_nothing() -> None:
    stopped, plain, latin = (written(told([said(words)])) for words in ("ثم قال.", "ثم قال", "So he said."))
    assert re.search("<v راوٍ>\u202bثم <[^>]*>قال.\u202c</v>", stopped)
    assert "\u202b" not in plain
    assert "\u202b" not in latin


def test_times_agree_with_the_captions_to_the_millisecond() -> None:
    timeline = told([said("ثم قال. " * 40)] * 3)
    made = [f"{clock_time(one.start, '.')} --> {clock_time(one.end, '.')}" for one in captions(timeline)]
    assert [times for times, _ in blocks(written(timeline))] == made


def test_each_chapter_begins_in_a_comment_at_the_time_that_the_tag_states() -> None:
    title = "a --> b\n\nc"
    segments = [said("ثم قال. " * 30)]
    timeline = told(segments, segments)
    renamed = replace(timeline, chapters=(timeline.chapters[0], replace(timeline.chapters[1], title=title)))
    vtt = written(renamed)
    second = clock_time(milliseconds(timeline.chapters[1].start, timeline.rate), ".")
    assert re.findall("NOTE (.*)", vtt) == ["chapter 00:00:00.000 فصل 1", f"chapter {second} a --&gt; b c"]
    before, _, after = vtt.partition("NOTE chapter " + second)
    assert len(blocks(vtt)) == len(captions(timeline))
    assert max(times for times, _ in blocks(before)) < second < after.split("\n")[2]


def test_hours_are_written() -> None:
    assert clock_time(40 * 3_600_000 + 61_005, ".") == "40:01:01.005"


def test_the_same_timeline_makes_the_same_bytes() -> None:
    timeline = told([said("ثم قال. " * 40)])
    assert written(timeline) == written(timeline)


@needs("ffmpeg")
def test_ffmpeg_reads_every_cue(tmp_path: Path) -> None:
    vtt = tmp_path / "a.vtt"
    vtt.write_text(written(told([said("a & <b> --> c. " * 40, Role.VERSE)])), "utf-8")
    run("ffmpeg", "-v", "error", "-i", vtt, tmp_path / "a.srt")
    read = (tmp_path / "a.srt").read_text("utf-8")
    assert read.count(" --> 00:") == len(blocks(vtt.read_text("utf-8")))
    assert read.count("a & ") == 40
