"""What can be set for a command."""

from dataclasses import dataclass
from typing import Annotated

import msgspec


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandOptions:
    """`run`: the program and its arguments, split as a shell splits them, with placeholders (`template.py`); no shell
    ever sees it. The program is given the text on its standard input, one line in UTF-8, and writes a WAV to its
    standard output, or into the file `{out}`.

    `voices`: the names that `{voice}` may stand for, the narrator's first. `version`: raise it when the program sounds
    different though neither its file nor `run` has changed. `timeout`: seconds for one text.
    """

    run: str = ""
    voices: tuple[str, ...] = ()
    version: str = ""
    timeout: Annotated[float, msgspec.Meta(gt=0, le=3600)] = 120.0
    wants_vowels: bool = True
