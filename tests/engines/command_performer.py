"""The command engine ready to perform: with a small program of our own."""

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hakawati.engines.command.engine import Command
from hakawati.engines.command.options import CommandOptions

PROGRAM = Path(__file__).with_name("command_program.py")
RUN = f"{shlex.quote(sys.executable)} -I -S {shlex.quote(str(PROGRAM))}"
VOICES = ("nadim", "layla")


@pytest.fixture
def command_options() -> CommandOptions:
    return CommandOptions(run=f"{RUN} {{voice}} {{rate}}", voices=VOICES)


@pytest.fixture
def command(command_options: CommandOptions) -> Iterator[Command]:
    engine = Command(command_options)
    yield engine
    engine.close()
