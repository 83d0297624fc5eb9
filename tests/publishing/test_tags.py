"""The ID3 tag of an episode, read back by mutagen and, where it is there, by ffprobe."""

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3

from hakawati.errors import InputError
from hakawati.model import Cue, Segment, TimedChapter, Timeline
from hakawati.publishing.tags import About, tag
from hakawati.units import Hertz, Samples

RATE = Hertz(44_100)
ABOUT = About(album="سيرة أبي بكر", artist="خطيب", language="ar", episodes=3, genre="Audiobook", year=2026)
LONG = "وَرَدَ ذِكْرُ مُصَاحَبَةِ أَبِي بَكْرٍ الصِّدِّيقِ لِلنَّبِيِّ ﷺ عِنْدَ الْهِجْرَةِ إِلَى الْمَدِينَةِ الْمُنَوَّرَةِ " * 3


def timeline(*chapters: tuple[str, int], number: int = 2, title: str = "حلقة") -> Timeline:
    """Chapters of one take each, by title and length in samples."""
    start, timed = 0, []
    for name, length in chapters:
        cue = Cue(Segment(text=name), Samples(start), Samples(length))
        timed.append(TimedChapter(name, (cue,)))
        start += length
    return Timeline(number, title, RATE, tuple(timed))


def read(written: bytes) -> ID3:
    return ID3(BytesIO(written))


def test_the_texts_are_there_in_version_2_3() -> None:
    tags = read(tag(timeline(("مقدمة", 44_100)), ABOUT))
    assert tags.version == (2, 3, 0)
    assert {name: str(tags[name]) for name in ("TIT2", "TALB", "TPE1", "TRCK", "TCON", "TLAN", "TLEN")} == {
        "TIT2": "حلقة",
        "TALB": "سيرة أبي بكر",
        "TPE1": "خطيب",
        "TRCK": "2/3",
        "TCON": "Audiobook",
        "TLAN": "ara",
        "TLEN": "1000",
    }
    assert b"TYER" in tag(timeline(("مقدمة", 44_100)), ABOUT)


def test_without_an_author_or_a_year_nothing_is_said_of_them() -> None:
    written = tag(timeline(("مقدمة", 44_100)), About("كتاب", None, "tlh", 1, "Audiobook"))
    assert b"TPE1" not in written
    assert b"TYER" not in written
    assert str(read(written)["TLAN"]) == "tlh"


def test_each_chapter_starts_where_the_one_before_ends() -> None:
    lengths = [1152 * count for count in (100, 37, 1, 555)]
    tags = read(tag(timeline(*((f"{length}", length) for length in lengths)), ABOUT))
    chapters = [tags[f"CHAP:chp{place:03}"] for place in range(4)]
    assert [chapter.start_time for chapter in chapters] == [0, 2612, 3579, 3605]
    assert [chapter.end_time for chapter in chapters] == [2612, 3579, 3605, 18103]
    assert {chapter.start_offset for chapter in chapters} == {0xFFFFFFFF}
    assert tags["CTOC:toc"].child_element_ids == ["chp000", "chp001", "chp002", "chp003"]
    assert tags["CTOC:toc"].flags == 3


def test_chapters_stand_in_the_file_in_time_order_whatever_their_size() -> None:
    written = tag(timeline((LONG, 44_100), ("ب", 44_100), (LONG[:90], 44_100)), ABOUT)
    places = [written.index(name) for name in (b"CTOC", b"CHAP", b"chp001\0\0\0\x03", b"chp002\0\0\0\x07")]
    assert places == sorted(places)


def test_a_chapter_without_a_title_has_the_episodes() -> None:
    tags = read(tag(timeline(("", 44_100)), ABOUT))
    assert str(tags["CHAP:chp000"].sub_frames["TIT2"]) == "حلقة"


def test_a_cover_comes_last_with_its_kind() -> None:
    png = b"\x89PNG\r\n\x1a\n" + bytes(50)
    about = About("كتاب", None, "ar", 1, "Audiobook", cover=png)
    written = tag(timeline(("مقدمة", 44_100)), about)
    picture = read(written)["APIC:"]
    assert (picture.mime, picture.type, picture.data) == ("image/png", 3, png)
    assert written.index(b"APIC") > written.index(b"CHAP")
    assert written.endswith(bytes(1024))


def test_more_chapters_than_an_mp3_holds_are_refused() -> None:
    assert len(read(tag(timeline(*[("فصل", 1152)] * 255), ABOUT)).getall("CHAP")) == 255
    with pytest.raises(InputError, match="256 chapters, and an MP3 holds 255"):
        tag(timeline(*[("فصل", 1152)] * 256), ABOUT)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), min_size=1, max_size=9))
@settings(deadline=None, max_examples=40, derandomize=True)
def test_any_title_comes_back_whole(titles: list[str]) -> None:
    tags = read(tag(timeline(*((title, 1152) for title in titles), title="م"), ABOUT))
    read_back = [str(tags[f"CHAP:chp{place:03}"].sub_frames["TIT2"]) for place in range(len(titles))]
    assert read_back == [title or "م" for title in titles]
