"""The playlist, and the names of the files in it."""

import pytest

from hakawati.publishing.names import episode_file, slug
from hakawati.publishing.playlist import Entry, dump
from hakawati.units import Seconds


def test_a_playlist_gives_length_artist_and_title_of_each_episode() -> None:
    entries = [Entry("01-a.mp3", "الأولى", Seconds(61.5)), Entry("02-a.mp3", "الثانية\nحقا", Seconds(3599.4))]
    assert dump("كتاب", "خطيب", entries) == (
        "#EXTM3U\n#PLAYLIST:كتاب\n#EXTINF:62,خطيب - الأولى\n01-a.mp3\n#EXTINF:3599,خطيب - الثانية حقا\n02-a.mp3\n"
    )


def test_without_an_author_the_title_stands_alone() -> None:
    assert "#EXTINF:1,الأولى\n" in dump("كتاب", None, [Entry("01-a.mp3", "الأولى", Seconds(1))])


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("abu-bakr", "abu-bakr"),
        ("My Book, vol. 2", "my-book-vol-2"),
        ("Émile & Zoë", "emile-zoe"),
        ("../../etc/passwd", "etc-passwd"),
        ("أبو بكر", "episode"),
        ("كتاب book", "book"),
        ("x" * 99, "x" * 40),
        ("", "episode"),
        ("CON", "con"),
    ],
)
def test_a_slug_is_ascii_and_safe(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_sort_as_the_episodes_do() -> None:
    names = [episode_file(number, 120, "a") for number in range(1, 121)]
    assert names == sorted(names)
    assert episode_file(1, 9, "con") == "01-con.mp3"
