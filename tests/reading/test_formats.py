"""Choosing a format and reading a file, with everything that can be wrong with one."""

from pathlib import Path

import pytest

from hakawati.errors import SourceError
from hakawati.reading.formats import FORMATS, UNREADABLE, format_of, read


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *[("a.txt", "plain"), ("A.TXT", "plain"), ("a.text", "plain"), ("sermon", "plain"), ("khutba 1.2", "plain")],
        *[("a.md", "script"), ("a.markdown", "script"), ("a.script.md", "script"), ("a.mARkdown", "openiti")],
        *[("0207.Waqidi.completed", "openiti"), ("a.EPUB", "document"), ("a.docx", "document"), ("a.htm", "document")],
    ],
)
def test_a_format_by_its_ending(name: str, kind: str) -> None:
    assert format_of(Path(name)).kind == kind


def test_no_ending_is_listed_twice() -> None:
    endings = [ending for known in FORMATS for ending in known.endings] + list(UNREADABLE)
    assert len(endings) == len(set(endings))


@pytest.mark.parametrize("ending", UNREADABLE)
def test_what_is_not_read_is_refused_with_a_way_on(ending: str) -> None:
    with pytest.raises(SourceError, match=rf"book\{ending}: \{ending} files are not read: \w+"):
        read(Path(f"book{ending}"))


def test_a_plain_file(tmp_path: Path) -> None:
    path = tmp_path / "sermon.txt"
    path.write_bytes("\ufeffواحد\r\n اثنان".encode())
    source = read(path)
    assert source.text == "واحد\r\n اثنان"
    assert [one.places for one in source.paragraphs] == [range(4), range(7, 12)]
    assert (source.kind, source.path) == ("plain", path)


def test_a_script_says_itself_what_its_paragraphs_are(tmp_path: Path) -> None:
    path = tmp_path / "sermon.md"
    path.write_text("# واحد\n", "utf-8")
    assert read(path).kind == "script"
    assert read(path).paragraphs == ()


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf", "\u2003\n".encode()])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "sermon.txt"
    path.write_bytes(content)
    with pytest.raises(SourceError, match=r"sermon\.txt: the file is empty"):
        read(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"sermon\.txt: there is no such file"):
        read(tmp_path / "sermon.txt")


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="this is a folder"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("fault", "said"),
    [(PermissionError(13, "Permission denied"), "check its permissions"), (OSError(5, "I/O error"), "I/O error")],
)
def test_a_file_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, fault: OSError, said: str) -> None:
    def failing(_path: Path) -> bytes:
        raise fault

    monkeypatch.setattr(Path, "read_bytes", failing)
    with pytest.raises(SourceError, match=said) as caught:
        read(Path("sermon.txt"))
    assert caught.value.__cause__ is fault
