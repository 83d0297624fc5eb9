"""More chapters than a table of contents holds: tables of tables, said aloud."""

from io import BytesIO
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from hakawati.errors import InputError
from hakawati.publishing.edition import About
from hakawati.publishing.tags.contents import chapter_frames
from hakawati.publishing.tags.tagging import tag
from hakawati.publishing.tags.warnings import warnings
from publishing.timelines import laid
from real_programs import chapters, needs, run

ABOUT = About(title="كتاب", language="ar", episodes=1)


def many(count: int) -> list[tuple[str, int]]:
    return [(f"فصل {number}", 1152) for number in range(1, count + 1)]


def test_255_chapters_are_one_table_and_nothing_is_said() -> None:
    tags = ID3(BytesIO(tag(laid(*many(255)), ABOUT)))
    assert len(tags.getall("CHAP")) == 255
    assert len(tags.getall("CTOC")) == 1
    assert warnings(laid(*many(255))) == []


def test_more_are_a_table_of_tables_in_order() -> None:
    tags = ID3(BytesIO(tag(laid(*many(1100)), ABOUT)))
    top = tags["CTOC:toc"]
    assert (top.flags, top.child_element_ids) == (3, ["toc000", "toc001", "toc002", "toc003", "toc004"])
    parts = [tags[f"CTOC:{name}"] for name in top.child_element_ids]
    assert {part.flags for part in parts} == {1}, "ordered, and none at the top but the first"
    listed = [name for part in parts for name in part.child_element_ids]
    assert [str(tags[f"CHAP:{name}"].sub_frames["TIT2"]) for name in listed] == [title for title, _ in many(1100)]
    assert listed == sorted(listed)


def test_it_is_said_aloud() -> None:
    (sentence,) = warnings(laid(*many(256)))
    assert sentence.startswith("episode 2, 'حلقة', has 256 chapters.")
    assert "chapter_level" in sentence


@needs("ffprobe")
def test_ffprobe_lists_all_of_them_in_time_order(tmp_path: Path) -> None:
    mp3 = tmp_path / "a.mp3"
    run("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "sine=duration=9", "-id3v2_version", "0", mp3)
    mp3.write_bytes(tag(laid(*many(300)), ABOUT) + mp3.read_bytes())
    assert [chapter["tags"]["title"] for chapter in chapters(mp3)] == [title for title, _ in many(300)]


def test_more_than_tables_of_tables_hold_are_refused() -> None:
    with pytest.raises(InputError, match="65026 chapters, and an MP3 holds 65025"):
        list(chapter_frames(laid(*many(65_026)), {}))


def test_pictures_that_no_tag_can_hold_are_refused() -> None:
    picture = b"\xff\xd8\xff" + bytes(1_000_000)
    with pytest.raises(InputError, match="its pictures have 133 MB together"):
        tag(laid(*many(140)), ABOUT, dict.fromkeys(range(1, 141), picture))
