"""The mushaf as it is read, and its words however they are spelled."""

import subprocess
import sys

import pytest

from hakawati.errors import HakawatiError
from hakawati.script.mushaf import tanzil
from hakawati.script.mushaf.gathering import mushaf
from hakawati.script.mushaf.spelling import differ_in_front, letters, near
from hakawati.script.mushaf.tanzil import sura_names


def words_of(sura: int, first: int, last: int) -> str:
    extent = mushaf().extent(sura, first, last)
    assert extent is not None
    return " ".join(mushaf().word(at).letters for at in extent)


def test_it_is_whole() -> None:
    places = mushaf().places
    assert len(places) == 6236
    assert len(sura_names()) == 114
    assert sura_names()[1] == "البقرة"
    assert [(place.sura, place.number) for place in (places[0], places[-1])] == [(1, 1), (114, 6)]


def test_a_basmala_stands_before_a_sura_but_for_the_ninth() -> None:
    assert words_of(108, 1, 1) == "بسم الله الرحمن الرحيم انا اعطيناك الكوثر"
    assert words_of(9, 1, 1).startswith("براه")
    assert words_of(1, 1, 1) == "بسم الله الرحمن الرحيم"


def test_a_place_is_found_again() -> None:
    extent = mushaf().extent(2, 255, 256)
    assert extent is not None
    assert mushaf().place(extent[0])[:2] == (2, 255)
    assert mushaf().place(extent[-1])[:2] == (2, 256)
    assert mushaf().begins_verse(extent[0])
    assert not mushaf().begins_verse(extent[1])


@pytest.mark.parametrize("named", [(0, 1, 1), (115, 1, 1), (1, 0, 1), (1, 1, 8), (1, 5, 4)])
def test_verses_that_are_not_there(named: tuple[int, int, int]) -> None:
    assert mushaf().extent(*named) is None


@pytest.mark.parametrize(
    ("sura", "verse", "spellings"),
    [
        (1, 2, ["الْعَالَمِينَ", "ٱلْعَـٰلَمِينَ", "العالمين", "العلمين"]),
        (2, 3, ["الصَّلَاةَ", "ٱلصَّلَوٰةَ", "الصلوة", "الصلاة", "الصلاه"]),
        (2, 29, ["السَّمَاءِ", "ٱلسَّمَآءِ", "السماء"]),
        (2, 33, ["السَّمَاوَاتِ", "ٱلسَّمَـٰوَٰتِ", "السموات", "السماوات"]),
        (2, 4, ["وَبِالْآخِرَةِ", "وَبِٱلْـَٔاخِرَةِ", "وبالاخرة", "وبالآخرة"]),
    ],
)
def test_spellings_meet(sura: int, verse: int, spellings: list[str]) -> None:
    extent = mushaf().extent(sura, verse, verse)
    assert extent is not None
    for spelled in spellings:
        assert any(mushaf().word(at).is_spelled(letters(spelled)) for at in extent), spelled


def test_an_alif_the_mushaf_has_is_no_matter_of_spelling() -> None:
    extent = mushaf().extent(112, 1, 1)
    assert extent is not None
    say = mushaf().word(extent[4])
    assert say.is_spelled("قل")
    assert not say.is_spelled("قال")


def test_slips_of_the_pen_are_near() -> None:
    assert near("وتواصو", "وتواصوا")
    assert near("مسلمين", "مسلمون")
    assert near("اذ", "واذ")
    assert not near("قال", "قام")
    assert differ_in_front("فاذا", "واذا")
    assert not differ_in_front("ب", "و")


def test_the_package_that_carries_it_is_not_imported() -> None:
    program = (
        "import sys; from hakawati.script.mushaf.gathering import mushaf; mushaf();"
        "sys.exit('quran_transcript' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_without_that_package_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tanzil, "find_spec", lambda _name: None)
    with pytest.raises(HakawatiError, match="pip install quran-transcript"):
        next(tanzil.verses(tanzil.PLAIN))
