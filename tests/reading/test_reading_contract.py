"""What every reader does, whatever the format."""

from pathlib import Path

import pytest

from hakawati.reading.formats import cover, read
from hakawati.reading.source import Source
from reading.made import BOOK, DOCUMENTS, LETTERS, TEXTS, Made, needs_pandoc

FORMATS = [
    *(pytest.param(made, id=made.name) for made in TEXTS),
    *(pytest.param(made, id=made.name, marks=needs_pandoc) for made in DOCUMENTS),
]


@pytest.fixture(params=FORMATS)
def made(request: pytest.FixtureRequest) -> Made:
    found: Made = request.param
    return found


@pytest.fixture
def source(made: Made, tmp_path: Path) -> Source:
    return read(written(made, tmp_path))


def written(made: Made, folder: Path) -> Path:
    path = folder / made.file
    path.write_bytes(made.data())
    return path


def test_paragraphs_come_in_order(source: Source) -> None:
    assert [one.text for one in source.paragraphs] == [said.text for said in BOOK]


def test_headings_have_their_level_and_nothing_else_has_one(made: Made, source: Source) -> None:
    expected = [said.level if made.has_headings else 0 for said in BOOK]
    assert [one.level for one in source.paragraphs] == expected
    assert [one.shape == "heading" for one in source.paragraphs] == [level > 0 for level in expected]


def test_every_letter_is_kept(source: Source) -> None:
    assert "".join("".join(one.text.split()) for one in source.paragraphs) == LETTERS


def test_every_place_points_to_its_character(source: Source) -> None:
    for one in source.paragraphs:
        there = [source.text[place] for place in one.places]
        assert ["" if mark.isspace() else mark for mark in there] == ["" if c.isspace() else c for c in one.text]


def test_places_go_forward(source: Source) -> None:
    places = [place for one in source.paragraphs for place in one.places]
    assert places == sorted(set(places))


def test_no_paragraph_is_empty_or_has_white_space_at_its_ends(source: Source) -> None:
    assert all(one.text and one.text == one.text.strip() for one in source.paragraphs)


def test_title_author_and_language_come_along(made: Made, source: Source) -> None:
    about = source.about
    assert (about.title, about.author, about.language) == (made.title, made.author, made.language)


def test_the_cover_comes_along(made: Made, tmp_path: Path) -> None:
    assert cover(written(made, tmp_path)) == made.cover


def test_reading_again_gives_the_same(made: Made, source: Source, tmp_path: Path) -> None:
    again = read(written(made, tmp_path))
    assert again.text == source.text
    assert [(p.text, list(p.places), p.shape, p.level) for p in again.paragraphs] == [
        (p.text, list(p.places), p.shape, p.level) for p in source.paragraphs
    ]


@needs_pandoc
@pytest.mark.parametrize("made", [*TEXTS[:1], *DOCUMENTS], ids=str)
def test_capitals_in_the_ending_change_nothing(made: Made, tmp_path: Path) -> None:
    path = (tmp_path / made.file).with_suffix(Path(made.file).suffix.upper())
    path.write_bytes(made.data())
    assert [one.text for one in read(path).paragraphs] == [said.text for said in BOOK]
