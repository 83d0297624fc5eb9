"""`run` taken apart: split into arguments first and filled afterwards, so that nothing filled in can become a second
argument, and no shell has a say.

    {voice}             the voice's name
    {language}          the book's language, such as ar
    {rate}              relative speed, 1.0 unchanged; {rate:.2f} and the like format it
    {rate_percent}      the same in whole percent
    {words_per_minute}  the same in whole words per minute, 160 of them unchanged
    {pitch}             semitones up or down, 0.0 unchanged
    {out}               the file to write the WAV into, instead of the standard output

A brace is written twice: {{ and }}.
"""

import difflib
import shlex
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Formatter

from hakawati.digests import digest
from hakawati.errors import EngineUnavailable
from hakawati.model import Voice

USUAL_WORDS_PER_MINUTE = 160
RATES = frozenset(("rate", "rate_percent", "words_per_minute"))
PLACEHOLDERS = ("voice", "language", *sorted(RATES), "pitch", "out")
EXAMPLE = "run = 'espeak-ng --stdin --stdout -v {voice} -s {words_per_minute}' and voices = ['ar']"


@dataclass(frozen=True, slots=True)
class Template:
    """`program` is an absolute path; `placeholders` are those that the arguments name."""

    program: str
    arguments: tuple[str, ...]
    placeholders: frozenset[str]

    def filled(self, values: Mapping[str, object]) -> list[str]:
        return [self.program, *(argument.format_map(values) for argument in self.arguments)]

    def digests(self) -> tuple[str, ...]:
        """What shapes its sound: the arguments as written, but of every file, as the program is, what it holds."""
        return tuple(_content(argument) for argument in (self.program, *self.arguments))


def values(voice: Voice, language: str, out: Path) -> Mapping[str, object]:
    """What the placeholders stand for."""
    return {
        "voice": voice.name,
        "language": language,
        "rate": round(voice.rate, 4),
        "rate_percent": round(100 * voice.rate),
        "words_per_minute": round(USUAL_WORDS_PER_MINUTE * voice.rate),
        "pitch": round(voice.pitch, 4),
        "out": str(out),
    }


def template(run: str, voices: tuple[str, ...]) -> Template:
    """Raises EngineUnavailable for what cannot be run, and says what is wrong with it."""
    if not run.strip():
        raise EngineUnavailable(
            f"command: no program is set. Name one under [engines.command] in hakawati.toml, such as {EXAMPLE}."
        )
    try:
        program, *arguments = shlex.split(run)
        fields = [field for argument in arguments for field in _fields(argument)]
    except ValueError as error:
        raise _wrong(run, str(error)) from error
    for field in fields:
        if field not in PLACEHOLDERS:
            raise _wrong(run, f"there is no placeholder {{{field}}}.{_nearest(field)} A brace is written twice: {{{{")
    found = Template(_found(program, run), tuple(arguments), frozenset(fields))
    _require_fit(found, run, voices)
    return found


def _fields(argument: str) -> Iterator[str]:
    """The names in braces. Raises ValueError."""
    for _, field, form, _ in Formatter().parse(argument):
        if form and "{" in form:
            raise ValueError("a placeholder cannot hold another")
        if field is not None:
            yield field


def _found(program: str, run: str) -> str:
    path = shutil.which(Path(program).expanduser() if program.startswith("~/") else program)
    if not path:
        raise _wrong(run, f"there is no program {program!r}. Install it, or give its whole path")
    return str(Path(path).absolute())


def _require_fit(found: Template, run: str, voices: tuple[str, ...]) -> None:
    if bool(voices) != ("voice" in found.placeholders):
        without = "`voices` lists no name for {voice}" if not voices else "{voice} stands nowhere, but `voices` is set"
        raise _wrong(run, without)
    try:
        found.filled(values(Voice("command", "name"), "ar", Path("out")))
    except (ValueError, TypeError) as error:
        raise _wrong(run, f"a placeholder cannot be formatted as it asks ({error})") from error


def _content(argument: str) -> str:
    try:
        return digest(Path(argument))
    except (OSError, ValueError):
        return argument


def _nearest(field: str) -> str:
    near = difflib.get_close_matches(field, PLACEHOLDERS, n=1)
    return f" Did you mean {{{near[0]}}}?" if near else f" There are: {', '.join(PLACEHOLDERS)}."


def _wrong(run: str, cause: str) -> EngineUnavailable:
    return EngineUnavailable(f"command: run = {run!r} in [engines.command]: {cause}.")
