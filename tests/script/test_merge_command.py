"""`hakawati script SOURCE -o book.md` where book.md is there already: what it says, writes, keeps and refuses."""

import errno
from pathlib import Path

import pytest

from hakawati import cli
from hakawati.production import folder

TEXT = "قال الراوي كان يا ما كان.\n\nثم مضى زمن طويل.\n"
SCRIPT = Path("book.md")
BASE = Path(".book.md.base")
BACKUP = Path("book.md.bak")


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source of a script that has been written."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HAKAWATI_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("HAKAWATI_TITLE", "حكاية")
    path = tmp_path / "book.txt"
    path.write_text(TEXT, "utf-8")
    assert bring_up_to_date() == 0
    return path


def bring_up_to_date() -> int:
    return cli.run(["script", "book.txt", "-o", "book.md"])


def edit(old: str, new: str, file: Path = SCRIPT) -> str:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return text.replace(old, new)


@pytest.mark.usefixtures("source")
def test_a_source_that_has_not_changed_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    edited = edit("زمن", "[زمن]{.speech}")
    before = SCRIPT.stat().st_mtime_ns
    assert bring_up_to_date() == 0
    assert capfd.readouterr() == ("", "book.md is up to date: nothing was written.\n")
    assert (SCRIPT.read_text("utf-8"), SCRIPT.stat().st_mtime_ns) == (edited, before)
    assert not BACKUP.exists()


def test_what_changed_in_the_source_comes_in_and_what_the_editor_decided_stays(
    source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    edited = edit("زمن طويل", "[زمن طويل]{.speech}")
    edit("طويل", "قصير", source)
    assert bring_up_to_date() == 0
    assert "[زمن قصير]{.speech}" in SCRIPT.read_text("utf-8")
    assert BACKUP.read_text("utf-8") == edited
    said = "book.md: 1 change of the source came in, and what you decided stays. As it was: book.md.bak\n"
    assert capfd.readouterr().err.endswith(said)
    assert bring_up_to_date() == 0
    assert capfd.readouterr().err.endswith("nothing was written.\n")


def test_where_both_changed_the_same_words_the_command_says_so_and_ends_with_1(
    source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    edit("طويل", "مديد", SCRIPT)
    edit("طويل", "قصير", source)
    assert bring_up_to_date() == 1
    err = capfd.readouterr().err
    line = next(at for at, text in enumerate(SCRIPT.read_text("utf-8").split("\n"), 1) if "hakawati:" in text)
    assert f"book.md, line {line}: changed here and in the source: «مديد» is kept, the source now has «قصير»" in err
    assert "Look at 1 place: " in err
    assert bring_up_to_date() == 0


def test_without_a_base_the_words_are_the_sources_and_that_is_said(
    source: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    BASE.unlink()
    edit("زمن طويل", "[دهر طويل]{.speech}")
    edit("كان يا", "كانت يا", source)
    assert bring_up_to_date() == 1
    err = capfd.readouterr().err
    assert ".book.md.base is gone: its words were taken from the source." in err
    assert "the source has «زمن», this script had «دهر»" in err
    assert "ثم مضى [زمن طويل]{.speech}" in SCRIPT.read_text("utf-8")


@pytest.mark.usefixtures("source")
def test_a_base_that_is_no_script_counts_for_nothing() -> None:
    BASE.write_bytes(b"\xff[a")
    edit("زمن", "[زمن]{.speech}")
    assert bring_up_to_date() == 0
    assert "[زمن]{.speech}" in SCRIPT.read_text("utf-8")
    assert "[زمن]" not in BASE.read_text("utf-8")


@pytest.mark.parametrize(
    ("bytes_", "said"),
    [
        ("# ا\n\n[نص]{.speach}\n".encode(), "book.md, line 3, column 6: there is no role “speach”"),
        (b"\xff\xfe\x00", "book.md: it is not UTF-8, so no script."),
    ],
)
def test_a_file_that_is_no_script_is_left_alone(
    source: Path, bytes_: bytes, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    SCRIPT.write_bytes(bytes_)
    edit("طويل", "قصير", source)
    assert bring_up_to_date() == 2
    assert said in capfd.readouterr().err
    assert SCRIPT.read_bytes() == bytes_
    assert not BACKUP.exists()


def test_a_full_disk_leaves_the_editors_script_as_it_is(
    source: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    edited = edit("زمن", "[زمن]{.speech}")
    edit("طويل", "قصير", source)
    base = BASE.read_bytes()

    def full(*_: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder, "_written", full)
    assert bring_up_to_date() == 1
    assert "Free some space" in capfd.readouterr().err
    assert (SCRIPT.read_text("utf-8"), BASE.read_bytes()) == (edited, base)
    monkeypatch.undo()


@pytest.mark.parametrize("failing", ["book.md.bak", "book.md", ".book.md.base"])
def test_whichever_file_cannot_be_written_the_next_time_goes_on(
    source: Path, failing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("زمن", "[زمن]{.speech}")
    edit("طويل", "قصير", source)
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if Path(target).name == failing:
            raise PermissionError(errno.EACCES, "Permission denied")
        return replace(self, target)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "replace", refused)
        assert bring_up_to_date() == 1
    assert bring_up_to_date() == 0
    assert "[زمن]{.speech} قصير" in SCRIPT.read_text("utf-8")


def test_a_merge_broken_off_between_script_and_base_is_settled_by_the_next(
    source: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    edit("طويل", "قصير", source)
    with monkeypatch.context() as broken:
        broken.setattr("hakawati.production.scripting._settle_base", lambda _out, _text: None)
        assert bring_up_to_date() == 0
    merged = SCRIPT.read_text("utf-8")
    assert BASE.read_text("utf-8") != merged
    assert bring_up_to_date() == 0
    assert "up to date" in capfd.readouterr().err
    assert (SCRIPT.read_text("utf-8"), BASE.read_text("utf-8")) == (merged, merged)
    assert list(Path().glob(".book.md.base*")) == [BASE]


@pytest.mark.usefixtures("source")
def test_of_a_source_that_is_a_script_that_is_said(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["script", "book.md", "-o", "other.md"]) == 0
    assert "The source is a script already" in capfd.readouterr().err
    assert cli.run(["script", "book.md", "-o", "book.md"]) == 2
    assert "is the source itself" in capfd.readouterr().err


@pytest.mark.usefixtures("source")
def test_another_division_leaves_the_editors_headings(tmp_path: Path) -> None:
    edited = edit("# ", "# عنواني و")
    assert cli.run(["script", "book.txt", "-o", "book.md", "--episode-minutes", "0.25"]) == 0
    assert (tmp_path / "book.md").read_text("utf-8") == edited


def test_a_verse_that_is_not_as_the_mushaf_has_it_gets_a_note_for_the_editor() -> None:
    from hakawati.model import Manner, Note, Role, Segment
    from hakawati.production import scripting

    verse = Segment(text="من لدنك", manner=Manner(role=Role.VERSE, ref="17:80"))
    told = [
        scripting._comment(verse, Note("mushaf", 0, 7, source, spoken))
        for source, spoken in (("من لدنك", "مِن لَّدُنكَ"), ("", "إِنَّ"), ("من", ""))
    ]
    assert told == [
        "mushaf 17:80: «من لدنك» here, the mushaf has «مِن لَّدُنكَ»",
        "mushaf 17:80: nothing here, the mushaf has «إِنَّ»",
        "mushaf 17:80: «من» here, the mushaf has nothing",
    ]
