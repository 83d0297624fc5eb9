"""The seed text held against a careful reading of it (fixtures/seed.md), letter by letter."""

from itertools import groupby
from pathlib import Path

import pytest

from golden import FIXTURES
from hakawati.model import Book, Manner, Role
from hakawati.reading.formats import read
from hakawati.script.file.parser import parse
from hakawati.script.markup import MarkUp, mark_up
from scoring import beside_narration, letters_with_roles, scores

SEED = Path(__file__).parents[2] / "seeds" / "abu-bakr.txt"


@pytest.fixture(scope="module")
def reading() -> Book:
    return parse((FIXTURES / "seed.md").read_text("utf-8"), "seed.md", 300)


@pytest.fixture(scope="module")
def made() -> Book:
    return mark_up(read(SEED), MarkUp(title=None, author=None, language="ar", episode_minutes=3.0))


def manners(book: Book) -> list[Manner]:
    """What stands beside narration, one entry to a stretch."""
    stretches = (manner for manner, _ in groupby(segment.manner for segment in book.segments()))
    return [manner for manner in stretches if manner.role is not Role.NARRATION]


def test_the_reading_is_of_the_seed(reading: Book, made: Book) -> None:
    assert [one for one, _ in letters_with_roles(reading)] == [one for one, _ in letters_with_roles(made)]


def test_letters_in_the_right_role(reading: Book, made: Book) -> None:
    assert beside_narration(scores([(reading, made)])).f1 >= 0.97


def test_every_quotation_with_its_role_speaker_and_reference(reading: Book, made: Book) -> None:
    assert manners(made) == manners(reading)
