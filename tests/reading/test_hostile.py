"""Files that are damaged, misnamed, locked or traps: each is refused with a sentence that says what to do."""

import io
import re
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from hakawati.errors import SourceError
from hakawati.reading.documents import container, document, pandoc
from hakawati.reading.formats import read
from reading import made
from reading.made import DOCUMENTS, TEXTS, Made, needs_pandoc, page, zipped

ALL = (*TEXTS, *DOCUMENTS)
ZIPS = tuple(one for one in DOCUMENTS if one.file.endswith((".epub", ".docx", ".odt")))

pytestmark = needs_pandoc


def refusal(name: str, data: bytes, folder: Path) -> str:
    path = folder / name
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}")
    assert ": " in message.removeprefix(f"{path}")
    return message


@pytest.mark.parametrize("one", ALL, ids=str)
@pytest.mark.parametrize("data", [b"", b" \n ", b"\0" * 64], ids=["nothing", "white space", "zeros"])
def test_files_with_nothing_in_them(one: Made, data: bytes, tmp_path: Path) -> None:
    refusal(one.file, data, tmp_path)


@pytest.mark.parametrize("one", ALL, ids=str)
def test_folders(one: Made, tmp_path: Path) -> None:
    (tmp_path / one.file).mkdir()
    with pytest.raises(SourceError, match="this is a folder"):
        read(tmp_path / one.file)


@pytest.mark.parametrize("one", ALL, ids=str)
def test_files_that_are_not_there(one: Made, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        read(tmp_path / one.file)


@pytest.mark.parametrize("one", [*ZIPS, *(one for one in DOCUMENTS if one.name in {"FB2", "RTF"})], ids=str)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_files_cut_off(one: Made, part: float, tmp_path: Path) -> None:
    data = one.data()
    message = refusal(one.file, data[: int(part * len(data))], tmp_path)
    assert "damaged" in message


@pytest.mark.parametrize("one", [*TEXTS, DOCUMENTS[4]], ids=str)
def test_texts_and_pages_cut_off_are_read_as_far_as_they_go_or_refused(one: Made, tmp_path: Path) -> None:
    data = one.data()
    path = tmp_path / one.file
    path.write_bytes(data[: len(data) - 1 - len("م.</p></body></html>".encode())])
    try:
        assert read(path).paragraphs
    except SourceError as error:
        assert "damaged" in str(error)  # noqa: PT017 - either will do, and a letter cut in two is refused


@pytest.mark.parametrize("one", ZIPS, ids=str)
def test_a_zip_with_a_flipped_bit(one: Made, tmp_path: Path) -> None:
    data = bytearray(one.data())
    names = ("OEBPS/one.xhtml", "word/document.xml", "content.xml")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        info = next(archive.getinfo(name) for name in names if name in archive.namelist())
    data[info.header_offset + 60 + info.compress_size // 2] ^= 0xFF
    assert "cannot be unpacked" in refusal(one.file, bytes(data), tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("book.txt", made.docx(), "by its first bytes this is DOCX, not plain text: rename it to book.docx"),
        ("book.txt", made.rtf(), "this is RTF, not plain text: rename it to book.rtf"),
        ("book.txt", made.html(), "this is HTML, not plain text: rename it to book.html"),
        ("book.md", made.epub3(), "this is EPUB, not script: rename it to book.epub"),
        ("book.epub", made.html(), "this is HTML, not EPUB: rename it to book.html"),
        ("book.epub", made.docx(), "this is DOCX, not EPUB"),
        ("book.docx", made.odt(), "this is ODT, not DOCX"),
        ("book.html", made.fb2(), "this is FB2, not HTML"),
        ("book.mARkdown", made.html(), "this is HTML, not OpenITI"),
        ("book.epub", zipped({"a.txt": "نص"}), "a ZIP archive, damaged or with no document in it"),
        ("book.txt", b"%PDF-1.7\n", "this is a PDF by its first bytes: PDF keeps places on paper"),
        (
            "book.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99),
            "Word document from before 2007, or one locked",
        ),
        ("book.epub", bytes(60) + b"BOOKMOBI", "this is a MOBI book by its first bytes: turn it into an EPUB"),
        ("book.fb2", "نص".encode(), "this is no FB2 file"),
        ("book.rtf", "نص".encode(), "this is no RTF file"),
    ],
)
def test_a_file_that_is_not_what_its_name_says(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    assert said in refusal(name, data, tmp_path)


@pytest.mark.parametrize(
    ("name", "data"),
    [("book.txt", made.plain), ("book.mARkdown", made.openiti), ("book.html", made.html), ("book.fb2", made.fb2)],
)
def test_damaged_unicode(name: str, data: Callable[[], bytes], tmp_path: Path) -> None:
    broken = data().replace("هاجر".encode(), b"\xd9\xff\xfe")
    assert "is no character in UTF-8" in refusal(name, broken, tmp_path)


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    ("name", "make", "member"),
    [
        ("book.docx", made.docx, "word/document.xml"),
        ("book.odt", made.odt, "content.xml"),
        ("book.epub", made.epub3, "OEBPS/one.xhtml"),
        ("book.epub", made.epub3, "OEBPS/book.opf"),
        ("book.epub", made.epub3, "META-INF/container.xml"),
    ],
)
def test_entity_bombs_in_a_zip(
    name: str, make: Callable[..., bytes], member: str, encoding: str, tmp_path: Path
) -> None:
    bomb = f'<?xml version="1.0"?>{LAUGHS}<x>&b;</x>'.encode(encoding)
    assert "declares XML entities of its own" in refusal(name, make(**{member: bomb}), tmp_path)


def test_an_entity_bomb_in_fb2(tmp_path: Path) -> None:
    bomb = made.fb2().decode().replace("<FictionBook", f"{LAUGHS}<FictionBook", 1).encode()
    assert "declares XML entities of its own" in refusal("book.fb2", bomb, tmp_path)


@pytest.mark.parametrize("one", ZIPS, ids=str)
def test_a_zip_bomb(one: Made, tmp_path: Path) -> None:
    packed = io.BytesIO(one.data())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("more.xml", bytes(30_000_000))
    assert re.search("would unpack into 10[0-9]{2} times its size", refusal(one.file, packed.getvalue(), tmp_path))


@pytest.mark.parametrize("name", ["/etc/passwd", "../../x.xml", "a/../../x.xml", "C:x.xml", "..\\x.xml"])
def test_names_that_point_outside(name: str, tmp_path: Path) -> None:
    assert "points outside" in refusal("book.epub", made.epub3(**{name: "x"}), tmp_path)


def test_too_many_members(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_MEMBERS", 5)
    assert "it holds 8 files" in refusal("book.epub", made.epub3(), tmp_path)


def test_a_directory_that_promises_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_UNPACKED", 1000)
    assert "it would unpack into more than 0 MB" in refusal("book.docx", made.docx(), tmp_path)


def test_a_directory_that_lies_about_lengths(tmp_path: Path) -> None:
    """The sizes that the directory states are what is looked through: more than that is never unpacked."""
    data = bytearray(made.docx(**{"word/document.xml": "<x>" + "نص" * 500_000}))
    size = struct.pack("<I", 3 + 2 * len("نص".encode()) * 250_000)
    data = bytearray(bytes(data).replace(size, struct.pack("<I", 100)))
    assert "cannot be unpacked" in refusal("book.docx", bytes(data), tmp_path)


def test_ways_of_packing_that_documents_do_not_use(tmp_path: Path) -> None:
    packed = io.BytesIO(made.epub3())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("x.xml", "x")
    assert "packed in a way that documents are not" in refusal("book.epub", packed.getvalue(), tmp_path)


@pytest.mark.parametrize("one", ZIPS, ids=str)
def test_zips_with_a_password(one: Made, tmp_path: Path) -> None:
    data = bytearray(one.data())
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(start)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(start, at + 1)
    assert "locked with a password" in refusal(one.file, bytes(data), tmp_path)


def encryption(method: str) -> str:
    return (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns='
        f'"http://www.w3.org/2001/04/xmlenc#"><EncryptionMethod Algorithm="{method}"/></EncryptedData></encryption>'
    )


def test_a_book_locked_by_its_seller(tmp_path: Path) -> None:
    locked = made.epub3(**{"META-INF/encryption.xml": encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc")})
    assert "locked by its seller (DRM)" in refusal("book.epub", locked, tmp_path)


def test_fonts_made_unusable_lock_nothing(tmp_path: Path) -> None:
    path = tmp_path / "book.epub"
    path.write_bytes(made.epub3(**{"META-INF/encryption.xml": encryption("http://www.idpf.org/2008/embedding")}))
    assert len(read(path).paragraphs) == len(made.BOOK)


def test_an_odt_with_a_password(tmp_path: Path) -> None:
    manifest = '<m:manifest xmlns:m="x"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    assert "locked with a password" in refusal("book.odt", made.odt(**{"META-INF/manifest.xml": manifest}), tmp_path)


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"META-INF/container.xml": "<container"}, "is not well-formed"),
        ({"META-INF/container.xml": "<container/>"}, "which must be in it, is not"),
        ({"OEBPS/book.opf": made.package(made.item("gone"), '<itemref idref="gone"/>')}, "'OEBPS/gone.xhtml'"),
        ({"OEBPS/book.opf": made.package("", "")}, "its list of pages is empty"),
        ({"OEBPS/one.xhtml": page(""), "OEBPS/two.xhtml": page("")}, "nothing in it is read aloud"),
    ],
)
def test_an_epub_put_together_wrongly(members: dict[str, str], said: str, tmp_path: Path) -> None:
    assert said in refusal("book.epub", made.epub3(**members), tmp_path)


def test_fb2_nested_without_end(tmp_path: Path) -> None:
    deep = "<FictionBook><body>" + "<section>" * 5000 + "<p>نص</p>" + "</section>" * 5000 + "</body></FictionBook>"
    assert "nested deeper than any book's" in refusal("book.fb2", deep.encode(), tmp_path)


def test_pandoc_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "MOST_SECONDS", 0.001)
    assert "not done with it after 0.001 s" in refusal("book.html", page("<p>نص</p>" * 10_000).encode(), tmp_path)


def test_pandoc_that_takes_too_much_memory_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "MOST_HEAP", "8m")
    assert "more than 8m of memory" in refusal("book.html", page("<p>نص</p>" * 50_000).encode(), tmp_path)


def test_pandoc_that_answers_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "MOST_PARSED", 1000)
    assert "too long for one document" in refusal("book.html", page("<p>نص</p>" * 1000).encode(), tmp_path)


def test_what_pandoc_says_is_passed_on_in_short(tmp_path: Path) -> None:
    message = refusal("book.docx", made.docx(**{"word/document.xml": "<x>"}), tmp_path)
    assert "pandoc cannot read it (" in message
    assert len(message) < 500 + len(str(tmp_path))


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_TEXT"])
def test_files_beyond_any_book(limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, limit, 100)
    assert "it h" in refusal("book.html", made.html(), tmp_path)


@pytest.mark.parametrize("one", DOCUMENTS, ids=str)
def test_without_the_extra_the_command_is_named(one: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "PACKAGE", "no_such_package")
    assert "pip install 'hakawati[documents]'" in refusal(one.file, one.data(), tmp_path)


def test_without_the_extra_there_is_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "DISTRIBUTION", "no-such-distribution")
    assert pandoc.version() is None
