"""Chapters as podcast apps fetch them."""

import json
from io import BytesIO

from mutagen.id3 import ID3

from hakawati.publishing.chapters_json import ChaptersJson
from hakawati.publishing.edition import About
from hakawati.publishing.tags.tagging import tag
from publishing.timelines import laid

ABOUT = About(title='"كتاب" & <\\>\n\0', author="مؤلف", language="ar", episodes=3)


def test_it_is_version_1_2_with_times_to_the_millisecond() -> None:
    written = ChaptersJson().write(laid(("مقدمة", 115_200), ("", 42_624)), ABOUT)
    assert json.loads(written) == {
        "version": "1.2.0",
        "title": "حلقة",
        "author": "مؤلف",
        "podcastName": '"كتاب" & <\\>\n\0',
        "chapters": [
            {"startTime": 0, "endTime": 2.612, "title": "مقدمة"},
            {"startTime": 2.612, "endTime": 3.579, "title": "حلقة"},
        ],
    }


def test_without_an_author_none_is_named() -> None:
    assert "author" not in json.loads(
        ChaptersJson().write(laid(("أ", 1152)), About(title="ك", language="ar", episodes=1))
    )


def test_it_agrees_with_the_tag_to_the_millisecond() -> None:
    timeline = laid(*((f"{count}", 1152 * count) for count in range(1, 200)))
    listed = json.loads(ChaptersJson().write(timeline, ABOUT))["chapters"]
    tagged = ID3(BytesIO(tag(timeline, ABOUT))).getall("CHAP")
    assert [round(1000 * one["startTime"]) for one in listed] == sorted(one.start_time for one in tagged)
    assert all(round(one["startTime"], 3) == one["startTime"] for one in listed)


def test_the_same_timeline_makes_the_same_bytes_in_readable_letters() -> None:
    written = ChaptersJson().write(laid(("🌙 مقدمة", 1152)), ABOUT)
    assert written == ChaptersJson().write(laid(("🌙 مقدمة", 1152)), ABOUT)
    assert "🌙 مقدمة" in written.decode()
