"""The commands: what they print where, and the exit code they end with."""

import json
import re
from pathlib import Path

import pytest

from hakawati import __version__, cli
from hakawati.engines import registry
from hakawati.errors import HakawatiError

TEXT = "قال الراوي: كان يا ما كان.\nثم مضى زمن طويل.\n"


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HAKAWATI_STORE", str(tmp_path / "store"))
    monkeypatch.setenv("HAKAWATI_ENGINE", "silent")
    (tmp_path / "book.txt").write_text(TEXT, "utf-8")
    return tmp_path


def test_a_build_says_what_was_made_and_where_and_how_to_listen(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["build", "book.txt", "--title", "حكاية", "-o", "out"]) == 0
    out, err = capfd.readouterr()
    assert re.fullmatch(
        rf"1 episode, 0:\d\d in all, in {re.escape(str(book / 'out'))}\n"
        r"  01-book\.mp3  0:\d\d  .+\n"
        r"\d+ segments performed, 0 reused, in [\d.]+ s\.\n"
        rf"Listen: open {re.escape(str(book / 'out' / 'index.html'))} in a browser, "
        rf"or {re.escape(str(book / 'out' / 'playlist.m3u8'))} in VLC, mpv or any other player\.\n"
        r"Not made: feed\.xml: .+\n",
        out,
    ), out
    assert err == ""


def test_the_embedded_voice_is_followed_by_the_one_line_that_gets_a_natural_one(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["build", "book.txt", "-o", "out", "--engine", "espeak"]) == 0
    assert capfd.readouterr().out.splitlines()[-1].endswith("hakawati build book.txt -o out --engine gtts")
    assert (book / "out" / "01-book.mp3").exists()


def test_the_json_answer_is_the_contracts(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["build", "book.txt", "-o", "out", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert list(answer) == [
        "out", "episodes", "segments", "performed", "reused", "failed", "audio_seconds", "wall_seconds", "fallbacks", "left_out",
    ]  # fmt: skip
    assert list(answer["episodes"][0]) == ["file", "title", "seconds", "sha256", "chapters"]
    assert list(answer["episodes"][0]["chapters"][0]) == ["title", "start", "end"]
    assert answer["out"] == str(book / "out")


@pytest.mark.usefixtures("book")
def test_show_answers_with_the_contracts_fields(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", "book.txt", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert list(answer) == ["title", "author", "language", "episodes"]
    segment = answer["episodes"][0]["chapters"][0]["segments"][0]
    assert list(segment) == ["role", "speaker", "text", "spoken", "start", "end", "voice", "notes"]
    assert TEXT[segment["start"] : segment["end"]] == segment["text"]


def test_a_note_tells_what_stood_there_and_what_is_said(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    text = "جاء النبي ﷺ إلى المدينة."
    (book / "book.txt").write_text(text, "utf-8")
    assert cli.run(["show", "book.txt", "--json"]) == 0
    segment = json.loads(capfd.readouterr().out)["episodes"][0]["chapters"][0]["segments"][0]
    note = next(note for note in segment["notes"] if note["rule"] == "honorific")
    assert list(note) == ["rule", "start", "end", "from", "to", "confidence"]
    assert segment["text"][note["start"] : note["end"]] == note["from"] == "ﷺ"
    assert "عَلَيْهِ" in note["to"]


@pytest.mark.usefixtures("book")
def test_show_for_reading_has_a_line_for_each_segment(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", "book.txt", "--spoken"]) == 0
    out = capfd.readouterr().out
    assert "# 1. " in out
    assert "narration: ثم مضى زمن طويل." in out
    assert "    silent:middle: " in out


@pytest.mark.usefixtures("book")
def test_the_script_goes_to_stdout_or_into_a_file_and_builds_the_same(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["script", "book.txt"]) == 0
    script = capfd.readouterr().out
    assert cli.run(["script", "book.txt", "-o", "book.md"]) == 0
    assert capfd.readouterr() == ("", "Written: book.md. Mend it, then: hakawati build book.md\n")
    assert Path("book.md").read_text("utf-8") == script
    assert cli.run(["show", "book.txt"]) == 0
    of_text = capfd.readouterr().out
    assert cli.run(["show", "book.md"]) == 0
    assert capfd.readouterr().out == of_text


@pytest.mark.usefixtures("book")
def test_a_script_that_an_editor_may_have_worked_on_is_never_overwritten(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["script", "book.txt", "-o", "book.md"]) == 0
    assert cli.run(["script", "book.txt", "-o", "book.md"]) == 0
    Path("book.md").write_text("edited", "utf-8")
    assert cli.run(["script", "book.txt", "-o", "book.md"]) == 0
    assert "book.md is up to date: nothing was written." in capfd.readouterr().err
    assert Path("book.md").read_text("utf-8") == "edited"


@pytest.mark.usefixtures("book")
def test_say_writes_one_file(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["say", "سلام عليكم", "--role", "verse", "-o", "a.mp3"]) == 0
    assert re.fullmatch(r"a\.mp3 \(\d+\.\d s, silent:low rate 0\.8\)\n", capfd.readouterr().out)
    assert Path("a.mp3").stat().st_size > 1000
    assert cli.run(["say", "سلام عليكم", "--role", "verse", "-o", "a.mp3", "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)
    assert (answer["file"], answer["seconds"] > 0.5) == ("a.mp3", True)


@pytest.mark.usefixtures("book")
def test_engines_lists_what_works(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["engines"]) == 0
    assert "silent: " in capfd.readouterr().out
    assert cli.run(["engines", "--json"]) == 0
    engines = json.loads(capfd.readouterr().out)
    assert [engine["name"] for engine in engines] == list(registry.names())
    assert list(engines[0]) == ["name", "summary", "works", "needs", "voices", "remote", "plugin"]


def test_check_finds_what_is_wrong_and_ends_with_1(book: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["build", "book.txt", "-o", "out"]) == 0
    assert cli.run(["check", "out", "--profile", "compact"]) == 1
    assert "profile compact wants 24000 Hz 48 kbit/s mono, and it has 44100 Hz 96 kbit/s mono" in capfd.readouterr().out
    assert cli.run(["check", str(book)]) == 2


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["build", "none.txt"], "there is no such file"),
        (["build", "book.txt", "--engine", "espek"], "Did you mean `espeak`?"),
        (["build", "book.txt", "--profile", "podcats"], "Did you mean `podcast`?"),
        (["build", "book.txt", "--jobs", "0"], "command line: jobs = 0: expected int >= 1"),
        (["build", "book.txt", "--jobs", "many"], "Invalid value for '--jobs'"),
        (["build", "book.txt", "--colour"], "No such option"),
        (["say", "؟"], "؟"),
        (["say", "سلام", "--role", "hadeeth"], "hadeeth"),
        (["say", "سلام", "-o", "a.wav"], "a.wav: what is written is MP3"),
        (["dance"], "No such command"),
    ],
)
def test_bad_usage_is_explained(arguments: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(arguments) in {1, 2}
    out, err = capfd.readouterr()
    assert said in err
    assert out == ""


@pytest.mark.usefixtures("book")
@pytest.mark.parametrize("arguments", [["build", "none.txt"], ["build", "book.txt", "--jobs", "many"]])
def test_with_json_errors_are_json_too(arguments: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run([*arguments, "--json"]) == 2
    error = json.loads(capfd.readouterr().out)["error"]
    assert list(error) == ["kind", "message", "exit_code"]
    assert error["exit_code"] == 2


def test_an_interrupted_command_ends_with_130(
    book: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hakawati.production.build.build", interrupted)
    assert cli.run(["build", str(book / "book.txt")]) == 130
    assert "run the same command again to go on" in capfd.readouterr().err


def test_what_failed_is_told_by_its_cause_and_nothing_is_said_of_listening(
    book: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said = " ".join('[كلام]{say="؟"} نعم' for _ in range(7))
    (book / "book.md").write_text(f"# أ\n\n{said}\n", "utf-8")
    assert cli.run(["build", "book.md", "-o", "out"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert err.count("Not performed: silent: ") == 1
    assert err.count("    episode 1: كلام") == 5
    assert "    and 2 more; --json lists them all\nNot made anew: episode 1. " in err
    assert sorted(path.name for path in (book / "out").iterdir()) == [".hakawati.json", ".hakawati.lock"]


def test_a_defect_is_a_sentence_and_keeps_its_details(
    book: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("hakawati.production.build.build", broken)
    assert cli.run(["build", str(book / "book.txt")]) == 1
    said = capfd.readouterr().err
    found = re.fullmatch(
        r"hakawati: this should not happen \(ZeroDivisionError: by nought\)\..* details in (.+)\n", said
    )
    assert found
    details = Path(found[1])
    assert "in broken" in details.read_text("utf-8")
    details.unlink()


def test_the_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["--version"]) == 0
    assert capfd.readouterr().out == f"hakawati {__version__}\n"


def test_every_error_has_an_exit_code_of_the_contract() -> None:
    families = [HakawatiError]
    for family in families:
        families += family.__subclasses__()
        assert family.exit_code in {1, 2}
        assert family.__doc__
