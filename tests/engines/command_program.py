"""A program as the command engine takes it: reads a text, writes a WAV in which every letter is 60 ms of a tone.

command_program.py VOICE RATE [FILE]     to its standard output, or into the file
"""

import sys
import wave
from pathlib import Path
from typing import IO

RATE = 16_000
PERIODS = {"nadim": 160, "layla": 80}
"""Samples in one wave of each voice."""
LETTER_SECONDS = 0.06


def main(voice: str, rate: str, file: str = "") -> None:
    text = sys.stdin.buffer.read().decode("utf-8")
    letters = sum(character.isalnum() for character in text)
    period = PERIODS[voice]
    high, low = (level.to_bytes(2, "little", signed=True) for level in (6_000, -6_000))
    waves = round(letters * LETTER_SECONDS / float(rate) * RATE / period)
    if file:
        with Path(file).open("wb") as opened:
            write(opened, (high * (period // 2) + low * (period // 2)) * waves)
    else:
        write(sys.stdout.buffer, (high * (period // 2) + low * (period // 2)) * waves)


def write(opened: IO[bytes], pcm: bytes) -> None:
    with wave.open(opened, "wb") as written:
        written.setparams((1, 2, RATE, len(pcm) // 2, "NONE", ""))
        written.writeframesraw(pcm)


if __name__ == "__main__":
    main(*sys.argv[1:])
