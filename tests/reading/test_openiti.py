"""OpenITI mARkdown."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.errors import SourceError
from hakawati.reading.formats import read
from hakawati.reading.openiti.header import about
from hakawati.reading.openiti.text import paragraphs
from reading.made import OPENITI_HEAD, shown

PATH = Path("book.mARkdown")


@pytest.mark.parametrize("case", cases("reading_openiti"), ids=str)
def test_a_text_to_its_paragraphs(case: Case) -> None:
    found = [shown(one) for one in paragraphs(OPENITI_HEAD + case.given)]
    assert "\n".join(found) == case.expected


PIECES = st.sampled_from(
    [
        *("قال", " ", "  ", "محمد،", ".", "ﷺ", "\n", "\r\n", "~~", "# ", "### | ", "### || ", "### |EDITOR|", "### $ "),
        *("%~%", "PageV01P001", "ms123", "@QB@", "@P02", "(@)", "#$#PROV", "\n~~", "\n# ", "| ", "[ (1) ]", "@", "#"),
    ]
)
ARABIC = re.compile("[ء-يﷺ]")


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_mix_of_marks_keeps_letters_and_places(mixed: str) -> None:
    text = OPENITI_HEAD + mixed
    found = list(paragraphs(text))
    assert ARABIC.findall("".join(one.text for one in found)) == ARABIC.findall(mixed)
    places = [place for one in found for place in one.places]
    assert places == sorted(set(places))
    for one in found:
        assert one.text
        assert one.text == one.text.strip()
        for character, place in zip(one.text, one.places, strict=True):
            assert character == text[place] or (character.isspace() and text[place].isspace())


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("#META# 020.BookTITLE :: المغازي", ("المغازي", None, None)),
        ("#META# 020.BookTITLE\t:: NODATA\n#META# 029.BookTITLEalt\t:: السيرة", ("السيرة", None, None)),
        ("#META# 010.AuthorNAME :: الواقدي، أبو عبد الله (المتوفى: 207هـ)", (None, "الواقدي، أبو عبد الله", None)),
        ("#META# 010.AuthorAKA :: NOTGIVEN\n#META# 010.AuthorNAME :: NODATA", (None, None, None)),
        ("#META# 010.AuthorNAME :: \n#META# 010.AuthorAKA :: الواقدي", (None, "الواقدي", None)),
        ("#META# 025.BookLANG :: per", (None, None, "fa")),
    ],
)
def test_the_header(fields: str, expected: tuple[str | None, ...]) -> None:
    found = about(f"######OpenITI#\n\n{fields}\n\n#META#Header#End#\n# نص")
    assert (found.title, found.author, found.language) == expected


def test_a_header_without_an_end_is_not_read_aloud() -> None:
    assert [one.text for one in paragraphs("######OpenITI#\n#META# 020.BookTITLE :: كتاب\n# نص")] == ["نص"]


@pytest.mark.parametrize(
    "name", ["book.txt", "book.md", "book", "0207.Waqidi.ara1", "book.completed", "book.inProgress"]
)
def test_the_first_line_tells_it_whatever_the_name(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(OPENITI_HEAD + "# نص ms001", "utf-8")
    assert (read(path).kind, [one.text for one in read(path).paragraphs]) == ("openiti", ["نص"])


def test_markdown_in_other_letters_is_a_script(tmp_path: Path) -> None:
    path = tmp_path / "book.Markdown"
    path.write_text("# نص", "utf-8")
    assert read(path).kind == "script"


def test_a_header_alone_is_an_empty_book(tmp_path: Path) -> None:
    path = tmp_path / "book.mARkdown"
    path.write_text(OPENITI_HEAD, "utf-8")
    with pytest.raises(SourceError, match=r"book\.mARkdown: the file is empty"):
        read(path)


def test_a_million_marks_take_no_time() -> None:
    began = time.perf_counter()
    assert len(list(paragraphs(OPENITI_HEAD + "# " + "ms1 كلمة\n~~" * 100_000 + " " * 100_000))) == 1
    assert time.perf_counter() - began < 5
