"""Everything that can go wrong in a way the user can mend.

    HakawatiError                 exit code 1
    ├── InputError                exit code 2: bad input or usage; nothing was begun
    │   ├── SettingsError         hakawati.toml, environment or flags
    │   ├── SourceError           a source file that cannot be read as text
    │   ├── ScriptError           a script file with a mistake in it: file, line, column
    │   └── OutputError           an output folder that cannot be used
    ├── EngineError               a piece of text that could not be performed
    │   ├── EngineUnavailable     the engine does not work here: what it needs
    │   ├── VoiceUnknown          the engine has no such voice
    │   ├── Unspeakable           the text has nothing to say aloud
    │   ├── EngineRefused         a remote engine said no (rate limit, captcha, a language it lacks)
    │   └── EngineFailed          a remote engine broke off, timed out or answered nonsense
    ├── OverLimit                 a build that would cost more than the settings allow
    ├── StoreError                the store cannot be read or written
    └── WriteError                a finished file that cannot be written: a full disk

A message names the file, the place, the cause and the way on. Foreign errors become one of these where the
foreign code is called (`raise ... from error`); whatever else escapes is a defect of Hakawati's own.
"""

from pathlib import Path


class HakawatiError(Exception):
    """The root: something the user can read, understand and mend."""

    exit_code = 1


class InputError(HakawatiError):
    """Bad input or usage."""

    exit_code = 2


class SettingsError(InputError):
    """Every problem of the settings at once, one to a line."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class SourceError(InputError):
    """A source file that cannot be read as text."""


class ScriptError(InputError):
    """A mistake in a script file (line and column count from 1); of the line it stands in, what is near is shown."""

    NEAR = 60
    """Characters."""

    def __init__(self, path: Path | str, line: int, column: int, problem: str, shown: str = "") -> None:
        begin = max(0, column - 1 - self.NEAR)
        near = shown[begin : column - 1 + self.NEAR]
        pointer = f"\n    {near}\n    {' ' * (column - 1 - begin)}^" if shown else ""
        super().__init__(f"{path}, line {line}, column {column}: {problem}{pointer}")
        self.line, self.column, self.problem = line, column, problem


class OutputError(InputError):
    """An output folder that cannot be used."""


class EngineError(HakawatiError):
    """A piece of text that could not be performed."""


class EngineUnavailable(EngineError):
    """The engine does not work on this machine."""

    exit_code = 2


class VoiceUnknown(EngineError):
    """The engine has no voice of this name."""

    exit_code = 2


class Unspeakable(EngineError):
    """The text holds nothing that can be said aloud, such as «؟»."""


class EngineRefused(EngineError):
    """A remote engine said no: rate limit, captcha, a language it lacks."""


class EngineFailed(EngineError):
    """An engine broke off, timed out or answered nonsense."""


class OverLimit(HakawatiError):
    """A build that would perform more characters than the settings allow; nothing was begun."""


class StoreError(HakawatiError):
    """The store cannot be read or written."""


class WriteError(HakawatiError):
    """A finished file that cannot be written."""
