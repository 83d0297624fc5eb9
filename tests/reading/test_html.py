"""Web pages: what of them is read, and that hostile ones do no harm."""

import html
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.errors import SourceError
from hakawati.reading.documents.html import cleaned
from hakawati.reading.formats import read
from hakawati.reading.source import Source
from reading.made import body, needs_pandoc, page, shown


def read_page(text: str | bytes, folder: Path) -> Source:
    path = folder / "page.html"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read(path)


@needs_pandoc
@pytest.mark.parametrize("case", cases("reading_html"), ids=str)
def test_a_page_to_its_paragraphs(case: Case, tmp_path: Path) -> None:
    source = read_page(page(case.given), tmp_path)
    assert "\n".join(map(shown, source.paragraphs)) == case.expected


NAMES = "p div h1 h2 blockquote ul ol li dl dt dd pre q a b i span section center details body html br hr sup font"
TAGS = st.sampled_from(NAMES.split())
PIECES = st.one_of(
    st.sampled_from(["قال", "x", " ", "\n", "ﷺ", "&amp;", "1."]),
    TAGS.map(lambda name: f"<{name}>"),
    TAGS.map(lambda name: f"</{name}>"),
    TAGS.map(lambda name: f"<{name} class='poem' href='https://a.b'>"),
)
LETTER = re.compile(r"[ءا-يﷺx&]")


@settings(deadline=None, derandomize=True, max_examples=200)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_cleaning_keeps_letters_and_nests_well(mixed: str) -> None:
    clean = cleaned(mixed).body
    words = html.unescape(re.sub(r"<[^>]*>", "", clean))
    assert LETTER.findall(words) == LETTER.findall(html.unescape(re.sub(r"<[^>]*>", "", mixed)))
    opened: list[str] = []
    for end, name in re.findall(r"<(/?)(\w+)[^>]*>", clean):
        if end:
            assert opened.pop() == name
        elif name != "br":
            opened.append(name)
    assert not opened


@needs_pandoc
@settings(deadline=None, derandomize=True, max_examples=30)
@given(st.lists(PIECES, min_size=10, max_size=40).map("".join))
def test_pandoc_keeps_the_letters_of_what_was_cleaned(tmp_path_factory: pytest.TempPathFactory, mixed: str) -> None:
    source = read_page(f"<p>نص</p>{mixed}<p>نص</p>", tmp_path_factory.mktemp("page"))
    expected = LETTER.findall(html.unescape(re.sub(r"<[^>]*>", "", f"نص{mixed}نص")))
    assert LETTER.findall(source.text) == expected


@needs_pandoc
@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("<title> قصص\n من السيرة </title>", ("قصص من السيرة", None, "ar")),
        ("<title>A &amp; B</title><meta name='DC.creator' content='علي'>", ("A & B", "علي", "ar")),
        ("<title></title>", (None, None, "ar")),
    ],
)
def test_what_a_page_says_of_itself(head: str, said: tuple[str | None, ...], tmp_path: Path) -> None:
    about = read_page(page("<p>نص</p>", head), tmp_path).about
    assert (about.title, about.author, about.language) == said


@needs_pandoc
@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        *[("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""), ("cp1256", ""), ("utf-8", "windows-1256")],
        *[("cp1256", "windows-1256"), ("iso8859_6", "ISO-8859-6"), ("cp1256", "no-such"), ("utf-8", "unicode_escape")],
    ],
)
def test_pages_in_old_encodings(encoding: str, declared: str, tmp_path: Path) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    text = f"<html><head>{meta}</head><body><p>السلام عليكم ورحمة الله</p></body></html>"
    assert read_page(text.encode(encoding), tmp_path).text == "السلام عليكم ورحمة الله"


DEEP = 100_000
HOSTILE = {
    "divisions": "<div>" * DEEP + "نص",
    "quotations": "<blockquote>" * DEEP + "نص" + "</blockquote>" * DEEP,
    "lists": "<ul><li>" * DEEP + "نص",
    "emphasis": "<b><i>" * DEEP + "نص",
    "ends without a begin": "</div></p></a>" * DEEP + "نص",
    "tags nobody closed": "نص" + "<a " * DEEP,
    "quotes nobody closed": "نص" + "<a '" * (DEEP + 1),
    "comments nobody closed": "نص" + "<!-- " * DEEP,
    "scripts nobody closed": "نص" + "<script></script" * DEEP,
    "doctypes": "<!DOCTYPE x>" * DEEP + "نص",
    "attributes": "<p " + "a=b " * DEEP + ">نص",
}


@needs_pandoc
@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_page_that_is_a_trap_is_text_like_any_other(hostile: str, tmp_path: Path) -> None:
    began = time.perf_counter()
    assert [one.text for one in read_page(hostile, tmp_path).paragraphs] == ["نص"]
    assert time.perf_counter() - began < 60


@needs_pandoc
def test_nothing_a_page_points_to_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("password", "utf-8")
    pointing = "".join(
        f'<{tag} src="{secret}" href="file://{secret}" data="{secret}"></{tag}>'
        for tag in ("img", "iframe", "embed", "object", "script", "link", "include", "xi:include", "audio", "input")
    )
    source = read_page(page(f"{pointing}<p>text {{.include {secret}}}</p>"), tmp_path)
    assert "password" not in source.text
    assert source.paragraphs[0].text.startswith("text")


@needs_pandoc
def test_entities_that_a_page_declares_are_refused(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>'
    with pytest.raises(SourceError, match="declares XML entities of its own"):
        read_page(bomb, tmp_path)


@needs_pandoc
def test_a_page_may_speak_of_entities(tmp_path: Path) -> None:
    assert read_page(page("<!-- <!ENTITY a 'b'> --><p>نص</p>"), tmp_path).text == "نص"


@needs_pandoc
def test_a_page_without_text_says_what_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"nothing in it is read aloud \(pictures, tables"):
        read_page(page("<table><tr><td>all of it</td></tr></table>"), tmp_path)


@needs_pandoc
def test_the_book_is_read_the_same_with_and_without_its_head(tmp_path: Path) -> None:
    whole = read_page(page(body()), tmp_path)
    assert read_page(body(), tmp_path).text == whole.text
