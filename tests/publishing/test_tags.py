"""The ID3 tag of an episode, read back by mutagen and, where it is there, by ffprobe."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3

from hakawati.model import Ending, Role, Timeline
from hakawati.publishing.edition import About
from hakawati.publishing.languages import THREE_LETTERS, three_letters
from hakawati.publishing.tags.tagging import tag
from publishing.timelines import laid, said, told
from real_programs import needs, run

ABOUT = About(
    title="سيرة أبي بكر",
    author="خطيب",
    language="ar",
    episodes=3,
    narrator="راوٍ",
    description="قصة الهجرة.",
    copyright="مسجد المدينة",
    year=2026,
)
LONG = "وَرَدَ ذِكْرُ مُصَاحَبَةِ أَبِي بَكْرٍ الصِّدِّيقِ لِلنَّبِيِّ ﷺ عِنْدَ الْهِجْرَةِ إِلَى الْمَدِينَةِ الْمُنَوَّرَةِ " * 3
PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
JPEG = b"\xff\xd8\xff\xe0" + bytes(70)


def read(written: bytes) -> ID3:
    return ID3(BytesIO(written))


def commented(timeline: Timeline, about: About) -> str:
    return str(read(tag(timeline, about)).getall("COMM")[0])


def test_the_texts_are_there_in_version_2_3() -> None:
    tags = read(tag(laid(("مقدمة", 44_100)), ABOUT))
    assert tags.version == (2, 3, 0)
    texts = {name: str(frame) for name, frame in tags.items() if name[0] == "T"}
    assert texts == {
        "TIT2": "حلقة",
        "TALB": "سيرة أبي بكر",
        "TPE1": "خطيب",
        "TPE2": "خطيب",
        "TCOM": "راوٍ",
        "TXXX:NARRATOR": "راوٍ",
        "TRCK": "2/3",
        "TCON": "Audiobook",
        "TLAN": "ara",
        "TLEN": "1000",
        "TDRC": "2026",  # as mutagen reads TYER
        "TCOP": "2026 مسجد المدينة",
    }
    assert b"TYER" in tag(laid(("مقدمة", 44_100)), ABOUT)


def test_of_what_is_not_known_nothing_is_said() -> None:
    written = tag(laid(("مقدمة", 44_100)), About(title="كتاب", language="tlh", episodes=1))
    assert not [name for name in (b"TPE1", b"TPE2", b"TYER", b"TCOP", b"APIC") if name in written]
    assert str(read(written)["TLAN"]) == "tlh"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("مسجد المدينة", "2026 مسجد المدينة"),
        ("© 2024 A. N. Author", "2024 A. N. Author"),
        ("Copyright (c) A. N. Author", "2026 A. N. Author"),
        ("(c)", "2026 (c)"),
    ],
)
def test_a_copyright_begins_with_its_year_as_the_standard_has_it(text: str, written: str) -> None:
    about = About(title="كتاب", language="ar", episodes=1, year=2026, copyright=text)
    assert str(read(tag(laid(("مقدمة", 1152)), about))["TCOP"]) == written


def test_the_comment_is_the_description_and_the_chapters_with_their_times() -> None:
    comment = commented(laid(("مقدمة", 44_100 * 67), ("الهجرة", 44_100 * 3600), ("", 1152)), ABOUT)
    assert comment == "قصة الهجرة.\n\n0:00 مقدمة\n1:07 الهجرة\n1:01:07 حلقة"


def test_without_a_description_the_comment_opens_as_the_text_does() -> None:
    about = About(title="كتاب", language="ar", episodes=1)
    assert commented(told([said("قال: نعم.")]), about) == "قال: نعم."
    words = "كلمة " * 100
    opening = commented(told([said(words.strip())]), about)
    assert opening.endswith("كلمة …")
    assert len(opening) <= 302


def test_the_lyrics_are_the_text_in_the_authors_own_words_with_its_paragraphs() -> None:
    timeline = told(
        [
            said("مقدمة", Role.HEADING, ending=Ending.PARAGRAPH),
            said("ثم قال:", ending=Ending.RUN),
            said("«لا تحزن»", Role.SPEECH, ending=Ending.PARAGRAPH),
            said("قِفا نَبكِ", Role.POETRY),
            said("بسقط اللوى", Role.POETRY),
        ],
        [said("والسلام\nعليكم.")],
    )
    (lyrics,) = read(tag(timeline, ABOUT)).getall("USLT")
    assert lyrics.lang == "ara"
    assert str(lyrics) == "مقدمة\n\nثم قال: «لا تحزن»\n\nقِفا نَبكِ\nبسقط اللوى\n\nوالسلام\nعليكم."


def test_each_chapter_starts_where_the_one_before_ends() -> None:
    lengths = [1152 * count for count in (100, 37, 1, 555)]
    tags = read(tag(laid(*((f"{length}", length) for length in lengths)), ABOUT))
    chapters = [tags[f"CHAP:chp{place:03}"] for place in range(4)]
    assert [chapter.start_time for chapter in chapters] == [0, 2612, 3579, 3605]
    assert [chapter.end_time for chapter in chapters] == [2612, 3579, 3605, 18103]
    assert {chapter.start_offset for chapter in chapters} == {0xFFFFFFFF}
    assert tags["CTOC:toc"].child_element_ids == ["chp000", "chp001", "chp002", "chp003"]
    assert tags["CTOC:toc"].flags == 3


def test_chapters_stand_in_the_file_in_time_order_whatever_their_size() -> None:
    written = tag(laid((LONG, 44_100), ("ب", 44_100), (LONG[:90], 44_100)), ABOUT, {2: JPEG})
    places = [written.index(name) for name in (b"CTOC", b"CHAP", b"chp001\0\0\0\x03", b"chp002\0\0\0\x07", b"USLT")]
    assert places == sorted(places)


def test_a_chapter_without_a_title_has_the_episodes() -> None:
    tags = read(tag(laid(("", 44_100)), ABOUT))
    assert str(tags["CHAP:chp000"].sub_frames["TIT2"]) == "حلقة"


def test_a_cover_comes_last_with_its_kind() -> None:
    about = About(title="كتاب", language="ar", episodes=1, picture=PNG)
    written = tag(laid(("مقدمة", 44_100)), about)
    picture = read(written)["APIC:"]
    assert (picture.mime, picture.type, picture.data) == ("image/png", 3, PNG)
    assert written.index(b"APIC") > written.index(b"CHAP")
    assert written.endswith(bytes(1024))


def test_a_chapters_picture_stands_within_the_chapter() -> None:
    tags = read(tag(laid(("مقدمة", 44_100), ("الهجرة", 44_100)), ABOUT, {2: JPEG}))
    assert "APIC:" not in tags["CHAP:chp000"].sub_frames
    picture = tags["CHAP:chp001"].sub_frames["APIC:"]
    assert (picture.mime, picture.data) == ("image/jpeg", JPEG)
    assert str(tags["CHAP:chp001"].sub_frames["TIT2"]) == "الهجرة"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300), min_size=1, max_size=9))
@settings(deadline=None, max_examples=40, derandomize=True)
def test_any_title_comes_back_whole(titles: list[str]) -> None:
    tags = read(tag(laid(*((title, 1152) for title in titles), title="م"), ABOUT))
    read_back = [str(tags[f"CHAP:chp{place:03}"].sub_frames["TIT2"]) for place in range(len(titles))]
    assert read_back == [title or "م" for title in titles]


def test_control_characters_break_no_frame() -> None:
    tags = read(tag(laid(("أ\0ب\nج", 44_100)), ABOUT))
    assert str(tags["CHAP:chp000"].sub_frames["TIT2"]) == "أ ب ج"
    assert str(tags.getall("USLT")[0]) == "أ ب\nج"


def test_the_same_timeline_makes_the_same_bytes() -> None:
    timeline = laid((LONG, 44_100), ("ب", 44_100))
    assert tag(timeline, ABOUT, {1: JPEG}) == tag(timeline, ABOUT, {1: JPEG})


def test_every_language_of_iso_639_1_has_three_letters() -> None:
    assert len(THREE_LETTERS) == 183
    assert {len(name) for name in THREE_LETTERS.values()} == {3}
    assert [three_letters(language) for language in ("ar", "de", "la", "arc", "xx")] == [
        "ara",
        "deu",
        "lat",
        "arc",
        "und",
    ]


@needs("ffprobe")
def test_ffprobe_reads_every_text(tmp_path: Path) -> None:
    import json

    mp3 = tmp_path / "a.mp3"
    nasty = "a & <b> \"c\" 'd' 🌙 \u2067عربي\u2069 " + "م" * 300
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=1", "-id3v2_version", "0", mp3)
    about = About(title=nasty, author=nasty, narrator=nasty, language="ar", episodes=2, year=1999, description=nasty)
    mp3.write_bytes(tag(laid((nasty, 44_100)), about, {1: JPEG}) + mp3.read_bytes())
    tags = json.loads(run("ffprobe", "-v", "error", "-show_format", "-of", "json", mp3))["format"]["tags"]
    named = ("album", "artist", "album_artist", "composer", "NARRATOR", "comment")
    assert {name: tags[name] for name in named} == dict.fromkeys(named, nasty)
    assert (tags["track"], tags["date"], tags["language"]) == ("2/2", "1999", "ara")
    assert tags["lyrics-ara"] == nasty
