"""The folder of chapters' pictures: what is taken, what is refused, what is said of the rest."""

from pathlib import Path

import pytest

from hakawati.errors import SettingsError
from hakawati.publishing.tags.chapter_images import LARGEST, chapter_images

PNG = b"\x89PNG\r\n\x1a\n" + bytes(50)
JPEG = b"\xff\xd8\xff\xe0" + bytes(70)
CHAPTERS = {1: 3, 2: 1}


def put(folder: Path, **files: bytes) -> Path:
    """Files by their names, with `_` for a hyphen and `__` for a point."""
    for name, data in files.items():
        (folder / name.replace("__", ".").replace("_", "-").removeprefix("p")).write_bytes(data)
    return folder


def test_a_picture_is_found_by_the_numbers_of_episode_and_chapter(tmp_path: Path) -> None:
    put(tmp_path, p01_02__jpg=JPEG, p1_3__PNG=PNG, p002_1__jpeg=JPEG)
    found = chapter_images(tmp_path, CHAPTERS)
    assert found.pictures == {1: {2: JPEG, 3: PNG}, 2: {1: JPEG}}
    assert found.unused == ()


def test_other_files_are_reported_but_for_what_systems_leave_there(tmp_path: Path) -> None:
    put(tmp_path, p01_09__jpg=JPEG, p03_01__jpg=b"", cover__jpg=JPEG, Thumbs__db=b"", __DS_Store=b"")
    found = chapter_images(tmp_path, CHAPTERS)
    assert found.pictures == {}
    assert [sentence.split(" ")[1] for sentence in found.unused] == ["01-09.jpg", "03-01.jpg", "cover.jpg"]
    assert "the book has no such chapter" in found.unused[0]
    assert "pictures are called such as 01-02.jpg" in found.unused[2]


def test_all_that_is_wrong_is_said_at_once(tmp_path: Path) -> None:
    put(tmp_path, p01_01__jpg=b"GIF89a", p01_02__jpg=JPEG, p01_02__png=PNG, p01_03__png=PNG + bytes(LARGEST))
    with pytest.raises(SettingsError) as raised:
        chapter_images(tmp_path, CHAPTERS)
    twice, no_picture, large = raised.value.problems
    assert "01-02.jpg and 01-02.png are for the same chapter" in twice
    assert "01-01.jpg is no PNG and no JPEG" in no_picture
    assert "01-03.png has 1,000,058 bytes, and 1,000,000 are the most" in large


def test_a_folder_that_is_not_there_and_a_folder_named_as_a_picture(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"chapter_images: .*none cannot be read: No such file or directory\."):
        chapter_images(tmp_path / "none", CHAPTERS)
    (tmp_path / "01-01.jpg").mkdir()
    with pytest.raises(SettingsError, match=r"01-01\.jpg cannot be read: Is a directory\."):
        chapter_images(tmp_path, CHAPTERS)
