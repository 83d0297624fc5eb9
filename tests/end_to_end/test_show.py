"""`hakawati show` as a user runs it: into a file, in a terminal, in part, in figures, and what docs/show.md says of it."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from command import COMMAND, Place

SCRIPT = """# أول

قال علي: [«نعم»]{.speech by="علي"}. ثم قرأ [إن مع العسر يسرا]{.verse ref="94:6"} (ومضى.

# ثان

هذا كلام كثير.
"""
PAGE = (Path(__file__).parents[2] / "docs" / "show.md").read_text("utf-8")
SIGNS = re.compile("\x1b\\[[0-9;]*m|[\u2067\u2068\u2069]")


@pytest.fixture
def book(place: Place) -> Place:
    place.text(SCRIPT, "book.md")
    return place


def in_terminal(place: Place, *arguments: str, **environment: str) -> str:
    """What a terminal of 40 columns is sent."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *arguments], cwd=place.path, stdout=theirs, stderr=theirs, stdin=theirs,
        env={**place.environment, "HAKAWATI_ENGINE": "silent", "COLUMNS": "40", "TERM": "xterm", **environment},
    )  # fmt: skip
    os.close(theirs)
    with os.fdopen(ours, "rb") as terminal:
        sent = b"".join(iter(lambda: _read(terminal.fileno()), b""))
    assert process.wait(60) == 0
    return sent.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Linux answers with an error, others with nothing, when the other side has gone."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def test_a_file_gets_the_text_clean(book: Place) -> None:
    shown = book.run("show", "book.md", "--engine", "silent")
    assert (shown.code, shown.err) == (0, "")
    assert not SIGNS.search(shown.out)
    assert "speech (علي): «نعم»\n" in shown.out
    assert "verse (94:6): إن مع العسر يسرا\n" in shown.out


def test_colours_can_be_asked_for_and_forbidden(book: Place) -> None:
    assert "\x1b[33m«نعم»\x1b[0m" in book.run("show", "book.md", FORCE_COLOR="1").out
    assert "\x1b" not in book.run("show", "book.md", FORCE_COLOR="1", NO_COLOR="1").out


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals of this kind")
def test_a_terminal_gets_colours_and_rows_that_are_isolated(book: Place) -> None:
    sent = in_terminal(book, "show", "book.md")
    assert "\x1b[33m«نعم»\x1b[0m" in sent
    arabic = [row for row in sent.splitlines() if row.startswith("\u2067")]
    assert arabic
    assert all(row.endswith("\u2069") and len(SIGNS.sub("", row)) <= 40 for row in arabic)
    assert sent.splitlines()[-1].endswith("show book.md --summary")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo terminals of this kind")
def test_in_a_terminal_every_paragraph_of_the_seed_is_there_as_it_was_written(place: Place, seed: str) -> None:
    place.text(seed)
    sent = _in_one_line(SIGNS.sub("", in_terminal(place, "show", "book.txt")))
    missing = [paragraph for paragraph in map(_in_one_line, seed.splitlines()) if paragraph not in sent]
    assert missing == []


def _in_one_line(text: str) -> str:
    """Without what stands in square brackets, as labels do."""
    return " ".join(re.sub(r"\[[^\]]*\]", "", text).split())


def test_a_part_of_the_book_is_the_same_document_with_less_in_it(book: Place) -> None:
    whole = book.run("show", "book.md", "--json", HAKAWATI_ENGINE="silent").json
    part = book.run("show", "book.md", "--json", "--role", "verse", HAKAWATI_ENGINE="silent").json
    assert list(part) == list(whole) == ["title", "author", "language", "episodes"]
    (episode,) = part["episodes"]
    assert list(episode) == ["number", "title", "chapters"]
    (chapter,) = episode["chapters"]
    assert list(chapter) == ["title", "segments"]
    (segment,) = chapter["segments"]
    assert segment in whole["episodes"][0]["chapters"][0]["segments"]
    assert list(segment) == ["role", "speaker", "text", "spoken", "start", "end", "voice", "notes"]
    assert (segment["role"], SCRIPT[segment["start"] : segment["end"]]) == ("verse", "إن مع العسر يسرا")


def test_where_nothing_matches_it_is_said_and_the_answer_is_empty(book: Place) -> None:
    asked = ("show", "book.md", "--role", "verse", "--episode", "2")
    shown = book.run(*asked)
    assert (shown.code, shown.out) == (0, "")
    assert "Nothing in this book" in shown.err
    answer = book.run(*asked, "--json")
    assert (answer.code, answer.json["episodes"]) == (0, [])


def test_what_the_book_cannot_have_is_a_usage_error(book: Place) -> None:
    asked = ("show", "book.md", "--role", "hadeeth", "--episode", "9", "--speaker", "عمرو")
    shown = book.run(*asked)
    assert (shown.code, shown.out) == (2, "")
    assert "Did you mean `hadith`?" in shown.err
    assert "this book's episodes are 1 to 2" in shown.err
    assert "There are: علي" in shown.err
    error = book.run(*asked, "--json").json["error"]
    assert (error["kind"], error["exit_code"]) == ("InputError", 2)


def test_the_summary_tells_figures_and_places(book: Place) -> None:
    shown = book.run("show", "book.md", "--summary")
    assert (shown.code, shown.err) == (0, "")
    assert "13 words, 6 segments, under a minute" in shown.out
    assert "    line 3, episode 1: (ومضى." in shown.out
    answer = book.run("show", "book.md", "--summary", "--json").json
    assert list(answer) == [
        "title", "author", "language", "words", "segments", "minutes", "characters", "spoken_characters",
        "episodes", "roles", "speakers", "look_at", "not_looked_at",
    ]  # fmt: skip
    assert list(answer["episodes"][0]) == ["number", "title", "words", "segments", "minutes"]
    assert list(answer["roles"][0]) == ["role", "words", "share", "segments"]
    assert list(answer["speakers"][0]) == ["speaker", "words", "segments"]
    place = next(place for place in answer["look_at"] if place["rule"] == "unclosed")
    assert list(place) == ["rule", "episode", "chapter", "line", "start", "end", "text", "instead", "confidence"]
    assert SCRIPT[place["start"] : place["end"]] == place["text"] == "(ومضى."


def test_with_spoken_the_summary_counts_what_engines_are_given(book: Place) -> None:
    answer = book.run("show", "book.md", "--summary", "--spoken", "--json", HAKAWATI_ENGINE="silent").json
    shown = book.run("show", "book.md", "--json", HAKAWATI_ENGINE="silent").json
    spoken = [s["spoken"] for e in shown["episodes"] for c in e["chapters"] for s in c["segments"]]
    assert answer["spoken_characters"] == sum(map(len, spoken))
    assert answer["not_looked_at"] == []


def test_every_command_of_the_page_runs(place: Place) -> None:
    place.text("قال الراوي: «كان يا ما كان».\n", "my-book.txt")
    blocks = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    commands = [line for block in blocks for line in block.splitlines()]
    assert len(commands) >= 5
    for command in commands:
        ran = place.run(*shlex.split(command)[1:], HAKAWATI_ENGINE="silent")
        assert ran.code == 0, (command, ran.err)


def test_every_reason_and_every_field_is_on_the_page() -> None:
    from hakawati.production.showing.look_at import REASONS

    assert [reason for reason in REASONS if f"`{reason}`" not in PAGE] == []
    (example,) = re.findall(r"^```json\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    (segment,) = json.loads(example)["episodes"][0]["chapters"][0]["segments"]
    assert list(segment) == ["role", "speaker", "text", "spoken", "start", "end", "voice", "notes"]


def test_help_loads_nothing_of_it() -> None:
    code = "import sys; from hakawati.cli import run; run(['--help']); print(sorted(m for m in sys.modules if 'showing' in m))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert shown.stdout.splitlines()[-1] == "[]"
