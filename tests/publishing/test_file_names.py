"""The names of published files are safe on every system, and sort as the episodes do."""

import pytest

from hakawati.publishing.names import RESERVED, episode_file, slug
from publishing.editions import HOSTILE


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
        ("CON", "con-book"),
        ("nul", "nul-book"),
        ("lpt1.", "lpt1-book"),
        ("console", "console"),
    ],
)
def test_a_slug_is_ascii_and_safe(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize("name", [*HOSTILE.values(), *sorted(RESERVED), *map(str.upper, sorted(RESERVED))])
def test_no_name_becomes_anything_a_system_forbids(name: str) -> None:
    safe = slug(name)
    assert safe not in RESERVED
    assert safe.isascii()
    assert safe == safe.strip("-. ").casefold()
    assert not set(safe) & set('<>:"/\\|?*.')


def test_names_sort_as_the_episodes_do() -> None:
    names = [episode_file(number, 120, "a") for number in range(1, 121)]
    assert names == sorted(names)
    assert episode_file(1, 9, "con") == "01-con.mp3"
