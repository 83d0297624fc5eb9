"""What a program can do wrong: each its own error, in a bounded time, with nothing left running and nothing missing."""

import os
import shlex
import signal
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest

from hakawati.engines.command import running
from hakawati.engines.command.engine import Command
from hakawati.engines.command.options import CommandOptions
from hakawati.engines.command.wav import Broken, whole
from hakawati.errors import EngineFailed, EngineUnavailable
from hakawati.model import Speech, Voice
from real_programs import needs

SOUND = struct.pack("<8h", *range(1000, 9000, 1000))
Program = Callable[[str], str]


def wav(pcm: bytes = SOUND) -> bytes:
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setparams((1, 2, 8_000, 0, "NONE", ""))
        written.writeframes(pcm)
    return file.getvalue()


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """The template that runs a program, given as Python."""

    def written(source: str) -> str:
        file = tmp_path / "program.py"
        file.write_text(f"import os, sys, time, signal, subprocess\nWAV = {wav()!r}\n{source}", "utf-8")
        return f"{shlex.quote(sys.executable)} -I -S {shlex.quote(str(file))}"

    return written


def said(run: str, text: str = "نعم", timeout: float = 20.0) -> Speech:
    return Command(CommandOptions(run=run, timeout=timeout)).perform(text, Voice("command", "default"), "ar")


GIVE = "sys.stdout.buffer.write(WAV)\n"


# The program's end


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("print('warning', file=sys.stderr); sys.exit('no such voice.\\n\\n')", "ended with 1: no such voice$"),
        ("sys.exit(3)", "ended with 3$"),
        (GIVE + "sys.exit(3)", "ended with 3$"),
        ("os.write(2, b'\\xff' * 5000 + b'end'); sys.exit(2)", "ended with 2: .{297}end$"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "was ended by SIGSEGV$"),
    ],
)
def test_a_program_that_fails(program: Program, source: str, problem: str) -> None:
    with pytest.raises(EngineFailed, match=rf"^command: python\S* {problem[:-1]}\.$"):
        said(program(source))


def test_a_program_that_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "_leash", tuple)
    file = tmp_path / "program"
    file.write_bytes(b"\x7fELF nothing of the kind")
    file.chmod(0o755)
    with pytest.raises(EngineUnavailable, match=r"^command: .*program cannot be started: .*Exec format error"):
        said(str(file))


# The sound


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("", r"wrote nothing to its standard output\. If it writes into a file, name it in `run` with {out}"),
        ("print('hello')", "is of no use: it is no WAV file"),
        ("sys.stdout.buffer.write(WAV[:20])", "it breaks off before the sound begins"),
        ("sys.stdout.buffer.write(WAV[:-4])", "it breaks off after 12 of 16 bytes"),
        ("sys.stdout.buffer.write(WAV[:44])", "it breaks off after 0 of 16 bytes"),
        ("sys.stdout.buffer.write(WAV[:20] + b'\\x77\\x07' + WAV[22:])", r"of no use: .*'fmt ' chunk\.$"),
        ("sys.stdout.buffer.write(WAV[:40] + bytes(4))", "it holds no sound"),
    ],
)
def test_what_is_no_sound(program: Program, source: str, problem: str) -> None:
    with pytest.raises(EngineFailed, match=f"^command: .*{problem}"):
        said(program(source))


def test_a_file_that_is_not_written(program: Program) -> None:
    with pytest.raises(EngineFailed, match=r"^command: python\S* wrote nothing into {out}\.$"):
        said(f"{program(GIVE)} {{out}}")


@pytest.mark.parametrize("length", [0, 0x7FFF_F000, 0x7FFF_FFFF, 0xFFFF_FFFF])
def test_a_length_that_the_program_did_not_know(program: Program, length: int) -> None:
    """As espeak-ng, sox and ffmpeg write it into a pipe."""
    streamed = wav()[:40] + struct.pack("<I", length) + SOUND
    assert said(program(f"sys.stdout.buffer.write({streamed!r})")).pcm == SOUND


def test_what_stands_before_and_behind_the_sound_is_passed_over() -> None:
    plain = wav()
    listed = plain[:36] + b"LIST" + struct.pack("<I", 3) + b"abc\0" + plain[36:]
    assert whole(listed) == listed
    assert whole(plain + b"LIST") == plain + b"LIST"


@pytest.mark.parametrize("length", range(len(wav())))
def test_any_part_of_a_wav_is_broken(length: int) -> None:
    with pytest.raises(Broken):
        whole(wav()[:length])


def test_no_room_for_files(program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    run = program(GIVE)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "full"))
    with pytest.raises(EngineFailed, match=r"^command: .* room for their files: .*No such file"):
        said(run)


# Programs that lose their way


@pytest.mark.parametrize("source", [GIVE, f"os.close(0)\n{GIVE}", f"sys.stdin.read(1)\n{GIVE}"])
def test_a_program_that_leaves_its_input_unread(program: Program, source: str) -> None:
    assert said(program(source), "نعم " * 300_000).pcm == SOUND


def test_a_program_that_complains_at_length(program: Program) -> None:
    assert said(program(f"os.write(2, b'x' * 1_000_000)\n{GIVE}")).pcm == SOUND


@pytest.mark.parametrize("where", ["1", "2", "os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)"])
def test_a_program_that_writes_without_end(program: Program, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    monkeypatch.setattr(running, "LARGEST", 1_000_000)
    source = f"to = {where}\nwhile True: os.write(to, bytes(10_000)); time.sleep(0.0005)"
    with pytest.raises(EngineFailed, match=r"^command: python\S* wrote over 1 MB for one text"):
        said(f"{program(source)} {{out}}")


# Nothing is left running


def family(tmp_path: Path) -> str:
    """A program that starts another, writes down the numbers of both, and lets neither be ended politely."""
    return (
        "signal.signal(signal.SIGTERM, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "child = subprocess.Popen(['sleep', '60'])\n"
        f"open({str(tmp_path / 'writing')!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        f"os.rename({str(tmp_path / 'writing')!r}, {str(tmp_path / 'family')!r})\n"
    )


def members(tmp_path: Path) -> list[int]:
    eventually((tmp_path / "family").exists)
    return [int(number) for number in (tmp_path / "family").read_text("ascii").split()]


def all_ended(numbers: list[int]) -> None:
    eventually(lambda: not any(map(running_still, numbers)))


def running_still(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{number}/stat")
    return not stat.exists() or stat.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


def eventually(told: Callable[[], bool]) -> None:
    end = time.monotonic() + 10
    while not told():
        assert time.monotonic() < end
        time.sleep(0.01)


def test_a_program_that_takes_too_long_is_ended_with_all_it_started(tmp_path: Path, program: Program) -> None:
    with pytest.raises(EngineFailed, match=r"^command: python\S* took longer than 0\.5 s .*Raise `timeout`"):
        said(program(f"{family(tmp_path)}time.sleep(60)"), timeout=0.5)
    all_ended(members(tmp_path))


def test_closing_ends_the_program(tmp_path: Path, program: Program) -> None:
    engine = Command(CommandOptions(run=program(f"{family(tmp_path)}time.sleep(60)")))
    with ThreadPoolExecutor(1) as thread:
        performance = thread.submit(engine.perform, "a", Voice("command", "default"), "en")
        numbers = members(tmp_path)
        engine.close()
        with pytest.raises(EngineFailed, match=r"^command: python\S* was stopped"):
            performance.result(10)
    all_ended(numbers)


def test_what_a_program_leaves_behind_is_ended(tmp_path: Path, program: Program) -> None:
    assert said(program(family(tmp_path) + GIVE)).pcm == SOUND
    all_ended(members(tmp_path))


def performing(run: str) -> subprocess.Popen[bytes]:
    """Somebody else who performs."""
    source = (
        "import sys; from hakawati.engines.command.engine import Command, CommandOptions; "
        "from hakawati.model import Voice; "
        "Command(CommandOptions(run=sys.argv[1])).perform('a', Voice('command', 'default'), 'en')"
    )
    return subprocess.Popen([sys.executable, "-c", source, run], stderr=subprocess.DEVNULL)


def test_an_interruption_ends_the_program(tmp_path: Path, program: Program) -> None:
    performer = performing(program(f"{family(tmp_path)}time.sleep(60)"))
    numbers = members(tmp_path)
    performer.send_signal(signal.SIGINT)
    assert performer.wait(10) != 0
    all_ended(numbers)


@needs("setpriv")
def test_the_program_does_not_outlive_who_started_it(tmp_path: Path, program: Program) -> None:
    performer = performing(program(f"{family(tmp_path)}time.sleep(60)"))
    numbers = members(tmp_path)
    performer.kill()
    performer.wait(10)
    all_ended(numbers[:1])
    os.kill(numbers[1], signal.SIGKILL)  # what the program itself started is beyond our reach


@pytest.mark.parametrize("found", [None, "/bin/false"])
def test_without_setpriv_it_works_as_well(program: Program, monkeypatch: pytest.MonkeyPatch, found: str | None) -> None:
    run = program(GIVE)
    monkeypatch.setattr("shutil.which", lambda name: found if name == "setpriv" else name)
    running._leash.cache_clear()
    try:
        assert running._leash() == ()
        assert said(run).pcm == SOUND
    finally:
        running._leash.cache_clear()
