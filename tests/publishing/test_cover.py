"""Drawn covers: what podcast apps ask for, always the same for the same book, never a word over the edge."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from hakawati.publishing.cover import Cover, CoverFile, cover, faces, shaped_by
from hakawati.publishing.cover.backdrop import PLATE, SIDE, backdrop
from hakawati.publishing.cover.drawing import drawn
from hakawati.publishing.cover.palettes import PALETTES, Palette, contrast, palette
from hakawati.publishing.edition import About, Edition

SERMON = ("سيرة أبي بكر الصديق", "خطيب", "ar")
LONG = "العِبَرُ وَدِيوَانُ المُبْتَدَإِ وَالخَبَرِ فِي أَيَّامِ العَرَبِ وَالعَجَمِ وَالبَرْبَرِ " * 4
IN_ANOTHER_PROCESS = """
import sys
from hashlib import sha256
from hakawati.publishing.cover import cover
made = cover(None, *sys.argv[1:])
print(sha256(made.png).hexdigest(), sha256(made.picture).hexdigest())
"""


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.fixture(scope="module")
def sermon() -> Cover:
    return cover(None, *SERMON)


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "fontpkg", None)
    for remembered in (faces._families, faces.faces):
        remembered.cache_clear()
    yield
    for remembered in (faces._families, faces.faces):
        remembered.cache_clear()


def test_it_is_what_podcast_apps_ask_for(sermon: Cover) -> None:
    picture = opened(sermon.png)
    assert (picture.format, picture.mode) == ("PNG", "RGB")
    assert 1400 <= picture.width == picture.height <= 3000
    assert len(sermon.png) < 500_000
    assert sermon.said == ()


def test_the_one_for_tags_is_a_small_baseline_jpeg(sermon: Cover) -> None:
    picture = opened(sermon.picture)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (800, 800))
    assert len(sermon.picture) <= 200_000
    assert "progressive" not in picture.info


def test_two_processes_draw_the_same_bytes() -> None:
    command = [sys.executable, "-c", IN_ANOTHER_PROCESS, *SERMON]
    found = {subprocess.run(command, capture_output=True, check=True, text=True).stdout for _ in range(2)}
    assert len(found) == 1


def test_each_book_has_colours_of_its_own() -> None:
    titles = [f"كتاب {number}" for number in range(100)]
    assert {palette(title, None) for title in titles} == set(PALETTES)
    assert palette("كتاب", "أ") == palette("كتاب", "أ")


@pytest.mark.parametrize("colours", PALETTES, ids=lambda colours: colours.name)
def test_words_stand_out_from_the_plate(colours: Palette) -> None:
    assert contrast(colours.ink, colours.plate) >= 7
    assert contrast(colours.accent, colours.plate) >= 4.5


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("ق", None),
        ("رياض الصالحين", "الإمام النووي"),
        (LONG[:300], LONG[:200]),
        ("ا" * 300, "b" * 300),
        ("A & B <i>", "'"),
    ],
)
def test_all_words_lie_inside_the_plate(title: str, author: str | None) -> None:
    """The plate's inner square has half of PLATE's diagonal; nothing outside it differs from the empty backdrop."""
    left, top, right, bottom = ImageChops.difference(
        drawn(title, author, "ar").image, backdrop(palette(title, author))
    ).getbbox() or (0, 0, 0, 0)
    edge = SIDE / 2 - PLATE * SIDE * 0.7
    assert min(left, top) > edge
    assert max(right, bottom) < SIDE - edge


def test_title_and_author_are_both_there() -> None:
    with_author, without = (drawn("رياض الصالحين", author, "ar").image for author in ("النووي", None))
    assert ImageChops.difference(with_author, without).getbbox()


def test_what_is_too_long_is_said() -> None:
    assert drawn("ا" * 300, "النووي", "ar").said == (
        "cover: the title is too long for the drawn cover and ends there in «…»",
    )


def test_a_title_without_a_font_for_its_letters_gets_a_rosette_and_a_sentence() -> None:
    drawing = drawn("𐀀𐀁 𐀂", "𐀃𐀄", "ru")
    [said] = drawing.said
    assert "«𐀀𐀁𐀂»" in said
    assert "without the title" in said
    assert ImageChops.difference(drawing.image, backdrop(palette("𐀀𐀁 𐀂", "𐀃𐀄"))).getbbox()


def test_an_author_without_a_font_leaves_the_title() -> None:
    drawing = drawn("War and Peace", "𐀃𐀄", "en")
    assert len(drawing.said) == 1
    assert "without the author" in drawing.said[0]


@pytest.mark.usefixtures("no_fonts")
def test_without_fonts_the_cover_has_no_words_and_says_why() -> None:
    made = cover(None, *SERMON)
    assert opened(made.png).size == (SIDE, SIDE)
    [said] = made.said
    assert said.startswith("cover: no font is installed, so the drawn cover has no words: pip install ")
    assert shaped_by(None, *SERMON)[-4] == ()


def test_a_key_changes_with_all_that_shapes_a_cover() -> None:
    keys = [
        shaped_by(None, *SERMON),
        shaped_by(None, "رياض الصالحين", "خطيب", "ar"),
        shaped_by(None, SERMON[0], None, "ar"),
        shaped_by(b"one", *SERMON),
        shaped_by(b"another", *SERMON),
    ]
    assert len(set(keys)) == len(keys)
    assert shaped_by(b"one", *SERMON) == shaped_by(b"one", "رياض الصالحين", None, "ar")


def test_the_publication_writes_the_cover_it_is_given(sermon: Cover, tmp_path: Path) -> None:
    about = About(title=SERMON[0], language="ar", episodes=0, cover=sermon.png)
    file = BytesIO()
    assert CoverFile().refused(about) is None
    CoverFile().write(Edition(about, (), tmp_path), file)
    assert file.getvalue() == sermon.png


def test_nothing_that_draws_is_loaded_before_a_cover_is_asked_for() -> None:
    code = """
import sys, hakawati.publishing.publications
print({"PIL", "uharfbuzz", "bidi", "fontpkg"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "set()"
