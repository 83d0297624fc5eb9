"""Durations and places in a sound file, to the millisecond."""

from hakawati.units import Milliseconds


def duration(time: Milliseconds) -> str:
    """As ISO 8601 has it: `PT3723.040S`."""
    return f"PT{_seconds(time)}S"


def place(file: str, time: Milliseconds) -> str:
    """An address into `file`: `01-book.mp3#t=3723.040` (W3C Media Fragments, 4.2.1)."""
    return f"{file}#t={_seconds(time)}"


def _seconds(time: Milliseconds) -> str:
    return f"{time // 1000}.{time % 1000:03}"
