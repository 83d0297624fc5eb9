"""From a file to a Book: what the file says of itself, what is kept, and where the cover comes from."""

from pathlib import Path

import pytest

from hakawati.model import Book
from hakawati.production import sources
from hakawati.production.sources import book_of, cover_of
from hakawati.reading.documents import document, pandoc
from hakawati.settings import Settings
from hakawati.store import Store
from reading import made
from reading.made import needs_pandoc


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "store", 10**9)


def written(name: str, data: bytes, folder: Path) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def book(
    path: Path, store: Store, title: str | None = None, author: str | None = None, language: str | None = None
) -> Book:
    return book_of(Settings(source=path, title=title, author=author, language=language), store)


def test_a_file_says_what_its_book_is(store: Store, tmp_path: Path) -> None:
    found = book(written("a.mARkdown", made.openiti(), tmp_path), store)
    assert (found.title, found.author, found.language) == (made.TITLE, made.AUTHOR, "ar")


def test_settings_win_over_the_file(store: Store, tmp_path: Path) -> None:
    path = written("a.mARkdown", made.openiti(), tmp_path)
    found = book(path, store, title="كتاب", author="فلان", language="fa")
    assert (found.title, found.author, found.language) == ("كتاب", "فلان", "fa")


def test_a_file_that_says_nothing_is_judged_by_its_text(store: Store, tmp_path: Path) -> None:
    found = book(written("a.txt", made.plain(), tmp_path), store)
    assert (found.title, found.author, found.language) == ("الباب الأول", None, "ar")


@needs_pandoc
@pytest.mark.parametrize(
    ("stated", "text", "language"),
    [
        *[("en", "نص عربي", "ar"), ("ar", "English text", "en"), ("fr", "texte", "fr"), ("fa", "متن فارسی", "fa")],
        *[("ru", "русский текст", "ru"), ("", "text", "en")],
    ],
)
def test_a_stated_language_holds_where_the_letters_agree(
    stated: str, text: str, language: str, store: Store, tmp_path: Path
) -> None:
    page = f'<html lang="{stated}"><body><p>{text}</p></body></html>'
    assert book(written("a.html", page.encode(), tmp_path), store).language == language


@needs_pandoc
def test_a_document_that_is_kept_is_not_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written("a.epub", made.epub3(), tmp_path)
    first = book(path, store)
    monkeypatch.setattr(document, "parsed", None)
    monkeypatch.setattr(sources, "mark_up", None)
    assert book(path, store) == first


def read_anew(path: Path, store: Store, monkeypatch: pytest.MonkeyPatch, author: str | None) -> bool:
    def refused(*_: object) -> Book:
        raise InterruptedError

    monkeypatch.setattr(sources, "mark_up", refused)
    try:
        book(path, store, author=author)
    except InterruptedError:
        return True
    return False


@needs_pandoc
@pytest.mark.parametrize("changed", ["nothing", "bytes", "name", "setting", "pandoc", "reading", "mark-up"])
def test_what_is_kept_is_used_for_the_same_file_read_alike(
    changed: str, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written("a.html", made.html(), tmp_path)
    book(path, store)
    if changed == "bytes":
        path.write_bytes(made.html() + b" ")
    if changed == "name":
        path = path.rename(tmp_path / "b.html")
    if changed == "pandoc":
        monkeypatch.setattr(pandoc, "version", lambda: "0.0")
    if changed == "reading":
        monkeypatch.setattr("hakawati.reading.formats.READING_REVISION", -1)
    if changed == "mark-up":
        monkeypatch.setattr("hakawati.script.markup.MARKUP_REVISION", -1)
    author = "فلان" if changed == "setting" else None
    assert read_anew(path, store, monkeypatch, author) == (changed != "nothing")


def test_the_cover_is_the_one_set_else_the_one_in_the_source(tmp_path: Path) -> None:
    path = written("a.epub", made.epub3(), tmp_path)
    picture = written("c.jpg", made.JPEG, tmp_path)
    assert cover_of(Settings(source=path)) == made.PNG
    assert cover_of(Settings(source=path, cover=picture)) == made.JPEG
    assert cover_of(Settings(source=written("a.txt", b"text", tmp_path))) is None
