"""What a second build does to what the first one made."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mutagen.id3 import ID3

from command import Place

SCRIPT = """---
title: كتاب
author: كاتب
---

# الأولى

كان يا ما كان في قديم الزمان.

## فصل

ثم مضى زمن طويل.

# الثانية

وهذه قصة أخرى.

# الثالثة

وهذه الأخيرة.
"""
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def script(place: Place) -> Path:
    return place.text(SCRIPT, "book.md")


def build(place: Place, *flags: str) -> dict[str, str]:
    ran = place.run("build", "book.md", "-o", "out", "--engine", "silent", *flags)
    assert ran.code == 0, ran.err
    return place.hashes()


def picture() -> bytes:
    """The smallest PNG there is: one white pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return PNG_HEAD + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")


def test_an_episode_that_the_book_no_longer_has_is_removed_and_nothing_else(place: Place, script: Path) -> None:
    before = build(place)
    (place.path / "out" / "mine.mp3").write_bytes(b"mine")
    script.write_text(SCRIPT[: SCRIPT.index("# الثالثة")], "utf-8")
    ran = place.run("build", "book.md", "-o", "out", "--engine", "silent")
    assert "removed 03-book.mp3, which this book no longer has" in ran.err
    gone = before.keys() - place.hashes().keys()
    assert gone == {name for name in before if name.startswith("03-")} > {"03-book.mp3", "03-book.vtt"}
    assert place.hashes().keys() - before.keys() == {"mine.mp3"}


def test_a_file_the_user_lost_is_written_again_without_performing(place: Place, script: Path) -> None:
    before = build(place)
    (place.path / "out" / "02-book.mp3").unlink()
    ran = place.run("build", script, "-o", "out", "--engine", "silent", "--json")
    assert (ran.json["performed"], place.hashes()) == (0, before)


def test_a_title_mended_changes_the_tags_and_performs_only_what_announces_it(place: Place, script: Path) -> None:
    before = build(place)
    script.write_text(SCRIPT.replace("# الثانية", "# الوسطى"), "utf-8")
    ran = place.run("build", script, "-o", "out", "--engine", "silent", "--json")
    after = place.hashes()
    assert ran.json["performed"] == 1
    of_episode = {name for name in before if name.startswith("02-")}
    assert {name for name in before if before[name] != after[name]} == {
        *of_episode, "playlist.m3u8", "publication.json", "index.html", ".hakawati.json",
    }  # fmt: skip


def test_another_folder_from_the_same_store_is_the_same(place: Place, script: Path) -> None:
    before = build(place)
    ran = place.run("build", script, "-o", "elsewhere", "--engine", "silent", "--json")
    assert (ran.json["performed"], place.hashes("elsewhere")) == (0, before)


def test_without_announcements_a_file_begins_with_the_text(place: Place, script: Path) -> None:
    build(place)
    spoken = [segment["text"] for segment in _first_segments(place, script)]
    assert spoken == ["كان يا ما كان في قديم الزمان.", "وهذه قصة أخرى.", "وهذه الأخيرة."]
    long = _seconds(place, "out")
    ran = place.run("build", script, "-o", "bare", "--engine", "silent", "--no-announce", "--json")
    assert (ran.json["segments"], ran.code) == (4, 0)
    assert all(bare < announced for bare, announced in zip(_seconds(place, "bare"), long, strict=True))


def _first_segments(place: Place, script: Path) -> list[dict[str, str]]:
    shown = place.run("show", script, "--engine", "silent", "--json").json
    return [episode["chapters"][0]["segments"][0] for episode in shown["episodes"]]


def _seconds(place: Place, folder: str) -> list[float]:
    return [soundfile.info(path).duration for path in sorted((place.path / folder).glob("*.mp3"))]


def test_a_cover_of_the_settings_is_in_every_episode(place: Place, script: Path) -> None:
    assert script.exists()
    (place.path / "cover.png").write_bytes(picture())
    place.text('cover = "cover.png"\nyear = 2026\n', "hakawati.toml")
    ran = place.run("build", script, "-o", "out", "--engine", "silent")
    assert "cover.png" in ran.err, "one pixel is much too small, and that is told"
    assert (place.path / "out" / "cover.png").read_bytes().startswith(PNG_HEAD)
    for path in (place.path / "out").glob("*.mp3"):
        tag = ID3(path)
        assert (tag["APIC:"].mime, tag["APIC:"].data[:3]) == ("image/jpeg", b"\xff\xd8\xff")
        assert str(tag["TDRC"]) == "2026"
        assert soundfile.info(path).samplerate == 44_100


def test_the_playlist_names_every_episode_in_order(place: Place, script: Path) -> None:
    assert script.exists()
    build(place)
    lines = (place.path / "out" / "playlist.m3u8").read_text("utf-8").splitlines()
    assert lines[:2] == ["#EXTM3U", "#PLAYLIST:كتاب"]
    assert lines[3::2] == ["01-book.mp3", "02-book.mp3", "03-book.mp3"]
    assert [line.split(",")[1] for line in lines[2::2]] == ["كاتب - الأولى", "كاتب - الثانية", "كاتب - الثالثة"]


@pytest.mark.parametrize("profile", ["podcast", "acx", "compact"])
def test_a_chapter_begins_in_silence_and_its_sound_soon_after(place: Place, script: Path, profile: str) -> None:
    ran = place.run("build", script, "-o", "out", "--engine", "espeak", "--profile", profile, "--json")
    chapter = ran.json["episodes"][0]["chapters"][1]
    sound, rate = soundfile.read(place.path / "out" / "01-book.mp3")
    start = round(chapter["start"] * rate)
    before, after = sound[start - round(0.06 * rate) : start], sound[start : start + round(0.7 * rate)]
    assert np.abs(before).max() < 0.001
    assert np.abs(after).max() > 0.01


def test_what_was_marked_up_builds_the_same_from_its_script(place: Place) -> None:
    """An editor who changes nothing hears no difference."""
    place.text("قال الراوي: كان يا ما كان.\nفقال النبي: «إنما الأعمال بالنيات».\n(صحيح البخاري ص1)\n", "book.txt")
    of_text = place.run("build", "book.txt", "-o", "a", "--engine", "silent", "--title", "كتاب", "--json").json
    assert place.run("script", "book.txt", "--title", "كتاب", "-o", "book.md").code == 0
    of_script = place.run("build", "book.md", "-o", "b", "--engine", "silent", "--json").json
    assert of_script["performed"] == 0
    assert of_script["episodes"] == of_text["episodes"]
