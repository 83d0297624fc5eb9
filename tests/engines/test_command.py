"""The command engine with programs of our own, and with espeak-ng's where it is installed."""

import json
import shlex
import shutil
import sys
import wave
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from engines.command_performer import PROGRAM, RUN
from hakawati.engines.command.engine import Command
from hakawati.engines.command.options import CommandOptions
from hakawati.engines.command.template import EXAMPLE
from hakawati.errors import EngineUnavailable, VoiceUnknown
from hakawati.model import Role, Speech, Voice
from real_programs import needs

TEXT = "خَرَجَ رَسُولُ اللَّهِ إِلَى الْمَدِينَةِ."
NADIM = Voice("command", "nadim")
ONLY = Voice("command", "default")


def seconds(speech: Speech) -> float:
    return speech.samples / speech.rate


@pytest.fixture
def recorder(tmp_path: Path) -> str:
    """A program that writes down its arguments and what it is given, and says something."""
    program = tmp_path / "recorder.py"
    program.write_text(
        "import json, sys, wave\n"
        f"heard = open({str(tmp_path / 'heard.json')!r}, 'w')\n"
        "json.dump([sys.argv[1:], sys.stdin.buffer.read().decode()], heard)\n"
        "written = wave.open(sys.stdout.buffer, 'wb')\n"
        "written.setparams((1, 2, 8000, 800, 'NONE', ''))\n"
        "written.writeframesraw(b'\\x00\\x10' * 800)\n"
    )
    return f"{shlex.quote(sys.executable)} -I -S {shlex.quote(str(program))}"


def heard(
    tmp_path: Path, run: str, text: str = TEXT, voice: Voice = ONLY, voices: tuple[str, ...] = ()
) -> tuple[list[str], str]:
    """The arguments and the text that the recorder was given."""
    Command(CommandOptions(run=run, voices=voices)).perform(text, voice, "ar")
    arguments, read = json.loads((tmp_path / "heard.json").read_text("utf-8"))
    return arguments, read


# What the program is given


def test_the_text_is_one_line_on_its_input(tmp_path: Path, recorder: str) -> None:
    assert heard(tmp_path, recorder)[1] == f"{TEXT}\n"
    assert heard(tmp_path, recorder, "a\nb\u2028c\x01d\0e\ud83df")[1] == "a b c d e f\n"


def test_a_long_text_arrives_whole(tmp_path: Path, recorder: str) -> None:
    text = f"{TEXT} " * 20_000
    assert heard(tmp_path, recorder, text)[1] == f"{text}\n"


def test_the_placeholders(tmp_path: Path, recorder: str) -> None:
    run = f"{recorder} --v={{voice}} {{language}} {{rate}} {{rate_percent}} {{words_per_minute}} {{pitch}} {{{{x}}}}"
    voice = Voice("command", "nadim", rate=0.9, pitch=-2.5)
    assert heard(tmp_path, run, voice=voice, voices=("nadim",))[0] == [
        "--v=nadim", "ar", "0.9", "90", "144", "-2.5", "{x}",
    ]  # fmt: skip


def test_a_number_can_be_formatted(tmp_path: Path, recorder: str) -> None:
    assert heard(tmp_path, f"{recorder} {{rate:.2f}} {{pitch:+.0f}}Hz")[0] == ["1.00", "+0Hz"]


@pytest.mark.parametrize("name", ["two words", "$(reboot) `x` ; | > <", "'\"", "{rate}", "--option", "\\", "اسم"])
def test_a_name_stays_one_argument_whatever_it_is(tmp_path: Path, recorder: str, name: str) -> None:
    voice = Voice("command", name)
    assert heard(tmp_path, f"{recorder} -v {{voice}} end", voice=voice, voices=(name,))[0] == ["-v", name, "end"]


def test_no_shell_has_a_say(tmp_path: Path, recorder: str) -> None:
    run = f"{recorder} '{{pitch}} a' \"b c\" d\\ e $HOME ; cat > {tmp_path}/made | x && y"
    assert heard(tmp_path, run)[0] == [
        "0.0 a", "b c", "d e", "$HOME", ";", "cat", ">", f"{tmp_path}/made", "|", "x", "&&", "y",
    ]  # fmt: skip
    assert not (tmp_path / "made").exists()


# Rate and pitch


def test_a_rate_goes_to_the_program(command: Command) -> None:
    usual, fast = (command.perform(TEXT, replace(NADIM, rate=rate), "ar") for rate in (1.0, 2.0))
    assert seconds(fast) == pytest.approx(seconds(usual) / 2, rel=0.05)
    assert fast.rate == usual.rate


def test_without_a_placeholder_a_pitch_is_played_and_the_pace_kept(command: Command) -> None:
    usual, high = (command.perform(TEXT, replace(NADIM, pitch=pitch), "ar") for pitch in (0.0, 12.0))
    assert high.rate == 2 * usual.rate
    assert seconds(high) == pytest.approx(seconds(usual), rel=0.05)


def test_where_the_rate_cannot_be_told_a_pitch_changes_the_pace(recorder: str) -> None:
    engine = Command(CommandOptions(run=recorder))
    usual, high, fast = (
        engine.perform(TEXT, voice, "ar") for voice in (ONLY, replace(ONLY, pitch=12.0), replace(ONLY, rate=2.0))
    )
    assert seconds(high) == seconds(usual) / 2
    assert fast == usual


def test_with_a_placeholder_the_pitch_is_the_programs(tmp_path: Path, recorder: str) -> None:
    run = f"{recorder} {{rate}} {{pitch}}"
    assert heard(tmp_path, run, voice=replace(ONLY, pitch=12.0))[0] == ["1.0", "12.0"]
    assert Command(CommandOptions(run=run)).perform(TEXT, replace(ONLY, pitch=12.0), "ar").rate == 8_000


# Voices


def test_its_voices_are_those_listed(command: Command) -> None:
    assert command.voices("ar") == command.voices("") == ("nadim", "layla")
    cast = command.cast("ar")
    assert cast[Role.NARRATION].name == "nadim"
    assert cast[Role.SPEECH].name == "layla"
    with pytest.raises(VoiceUnknown, match=r"^command: .*'nadin'\. Did you mean 'nadim'\?"):
        command.perform(TEXT, Voice("command", "nadin"), "ar")


def test_a_program_with_one_voice(recorder: str) -> None:
    engine = Command(CommandOptions(run=recorder))
    assert engine.voices("ar") == ("default",)
    assert len({(voice.rate, voice.pitch) for voice in engine.cast("ar").values()}) == len(Role)


@pytest.mark.parametrize("wants", [True, False])
def test_whether_it_wants_vowels_is_told_by_the_user(recorder: str, wants: bool) -> None:  # noqa: FBT001 - the case
    assert Command(CommandOptions(run=recorder, wants_vowels=wants)).wants_vowels is wants


# The output


def test_it_may_write_into_a_file(command: Command) -> None:
    into_file = Command(CommandOptions(run=f"{RUN} {{voice}} {{rate}} {{out}}", voices=("nadim", "layla")))
    assert into_file.perform(TEXT, NADIM, "ar") == command.perform(TEXT, NADIM, "ar")


def test_two_channels_are_mixed(tmp_path: Path) -> None:
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setparams((2, 2, 8_000, 2, "NONE", ""))
        written.writeframes(b"\x00\x10\x00\x30" * 2)
    (tmp_path / "two.wav").write_bytes(file.getvalue())
    speech = Command(CommandOptions(run=f"cat {shlex.quote(str(tmp_path / 'two.wav'))}")).perform("a", ONLY, "en")
    assert speech == Speech(b"\x00\x20" * 2, speech.rate)


# The key


def test_the_key_changes_with_what_is_heard(command_options: CommandOptions) -> None:
    def key(voice: Voice = NADIM, **changes: object) -> tuple[object, ...]:
        return Command(replace(command_options, **changes)).shaped_by(voice)  # type: ignore[arg-type] # any option

    assert key() == key(timeout=7.0, wants_vowels=False)
    assert key() != key(version="2")
    assert key() != key(run=f"{RUN} {{voice}} {{rate:.1f}}")
    assert key() != key(Voice("command", "layla"))
    assert key() != key(replace(NADIM, pitch=1.0))
    assert key() != key(replace(NADIM, rate=1.1))


def test_the_key_holds_no_rate_that_is_not_heard(recorder: str) -> None:
    engine = Command(CommandOptions(run=recorder))
    assert engine.shaped_by(ONLY) == engine.shaped_by(replace(ONLY, rate=2.0))


def test_the_key_is_of_what_the_files_hold_and_not_of_where_they_lie(
    tmp_path: Path, command: Command, command_options: CommandOptions
) -> None:
    copied = Path(shutil.copy(PROGRAM, tmp_path / "moved.py"))
    moved = Command(replace(command_options, run=command_options.run.replace(str(PROGRAM), str(copied))))
    assert moved.shaped_by(NADIM) == command.shaped_by(NADIM)
    copied.write_text(copied.read_text("utf-8") + "# another", "utf-8")
    assert moved.shaped_by(NADIM) != command.shaped_by(NADIM)


# Settings


def test_without_settings_it_says_what_to_set() -> None:
    engine = Command(CommandOptions())
    assert "no program is set" in str(engine.available())
    assert EXAMPLE in str(engine.available())
    with pytest.raises(EngineUnavailable):
        engine.perform("a", ONLY, "en")


@pytest.mark.parametrize(
    ("arguments", "voices", "problem"),
    [
        ("{voise}", (), r"no placeholder {voise}\. Did you mean {voice}\?"),
        ("{text}", (), r"no placeholder {text}\. There are: voice, language, rate, .*written twice: {{"),
        ("{}", (), "no placeholder {}"),
        ("{voice.__class__}", ("a",), r"no placeholder {voice\.__class__}"),
        ("{rate", (), "expected '}'"),
        ("}", (), "Single '}'"),
        ("{rate:{pitch}}", (), "cannot hold another"),
        ("{rate:x}", (), "cannot be formatted as it asks"),
        ("'open", (), "No closing quotation"),
        ("{voice}", (), "`voices` lists no name"),
        ("", ("nadim",), "{voice} stands nowhere"),
    ],
)
def test_what_is_wrong_with_the_template(arguments: str, voices: tuple[str, ...], problem: str) -> None:
    engine = Command(CommandOptions(run=f"{RUN} {arguments}", voices=voices))
    with pytest.raises(EngineUnavailable, match=rf"^command: run = .* in \[engines\.command\]: .*{problem}"):
        engine.perform("a", Voice("command", engine.voices("")[0]), "en")
    assert engine.available()


@pytest.mark.parametrize("program", ["no-such-program", "/no/such/program", "{voice}", str(PROGRAM.parent)])
def test_a_program_that_is_not_there(program: str) -> None:
    needs = Command(CommandOptions(run=f"{program} -x")).available()
    assert f"there is no program {program!r}. Install it, or give its whole path." in str(needs)


# Real programs


@needs("espeak-ng")
def test_espeak_ngs_own_program_by_the_example_we_give() -> None:
    settings = dict(part.split(" = ", 1) for part in EXAMPLE.split(" and "))
    engine = Command(CommandOptions(run=settings["run"].strip("'"), voices=("ar",)))
    assert engine.available() is None
    usual, slow = (engine.perform(TEXT, Voice("command", "ar", rate=rate), "ar") for rate in (1.0, 0.6))
    assert usual.rate == 22_050
    assert 1.0 < seconds(usual) < 6.0
    assert seconds(slow) > 1.3 * seconds(usual)
    assert engine.perform(TEXT, Voice("command", "ar"), "ar") == usual


@needs("espeak-ng")
def test_espeak_ngs_own_program_into_a_file() -> None:
    engine = Command(CommandOptions(run="espeak-ng --stdin -v {voice} -w {out}", voices=("ar",)))
    assert seconds(engine.perform(TEXT, Voice("command", "ar"), "ar")) > 1.0
