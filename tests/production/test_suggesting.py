"""The lexicon that is suggested: doubtful words, the most frequent first, ready to be corrected."""

from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.errors import InputError
from hakawati.production.progress import Unheard
from hakawati.production.suggesting import Suggested, save, suggested
from hakawati.settings import Settings
from hakawati.spelling.lexicon.table import parsed

TEXT = """أذن زيد بن حارثة، ثم أذن القوم.
ثم أذن الناس وقتل سخطك الرجل في سخطك."""


@pytest.fixture
def here(tmp_path: Path) -> Settings:
    (tmp_path / "book.txt").write_text(TEXT, "utf-8")
    return Settings(source=tmp_path / "book.txt", store=tmp_path / "store", engine="silent", language="ar")


def words(found: Suggested) -> list[str]:
    return [one.word for one in found.words]


def test_the_most_frequent_comes_first_with_a_place_where_it_stands(here: Settings) -> None:
    found = suggested(here, Unheard())
    assert [one.times for one in found.words] == sorted((one.times for one in found.words), reverse=True)
    assert words(found)[0] == "أذن"
    assert "أذن زيد بن حارثة" in found.words[0].example
    assert not {"بن", "زيد", "حارثة"} & set(words(found)), "names are known"


def test_it_reads_back_as_a_lexicon(here: Settings) -> None:
    found = suggested(here, Unheard())
    entries = parsed(found.text, Path("lexicon.tsv")).entries
    assert [(entry.word, entry.spoken) for entry in entries] == [(one.word, one.spoken) for one in found.words]


def test_words_that_the_lexicon_has_are_left_out(here: Settings, tmp_path: Path) -> None:
    first = words(suggested(here, Unheard()))
    (tmp_path / "lexicon.tsv").write_text("أذن\tأَذِنَ\n", "utf-8")
    assert words(suggested(here, Unheard())) == [word for word in first if word != "أذن"]


def test_a_file_that_is_there_is_not_overwritten(here: Settings, tmp_path: Path) -> None:
    out = tmp_path / "lexicon.tsv"
    save(suggested(here, Unheard()), out)
    assert out.read_text("utf-8").startswith("# word")
    with pytest.raises(InputError, match="is there already"):
        save(Suggested((), ()), out)


def test_an_engine_that_vowels_for_itself_makes_no_difference(here: Settings) -> None:
    assert suggested(replace(here, engine="gtts"), Unheard()) == suggested(here, Unheard())
