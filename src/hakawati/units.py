"""The units that numbers in signatures carry. A sample count without its rate is a bug waiting."""

from typing import NewType

Hertz = NewType("Hertz", int)
"""A sample rate: samples per second."""

Samples = NewType("Samples", int)
"""A count of samples, or a position counted in samples."""

Milliseconds = NewType("Milliseconds", int)

Seconds = NewType("Seconds", float)

Decibels = NewType("Decibels", float)
"""A gain, or a level in dBTP (decibels relative to full scale, true peak)."""

Lufs = NewType("Lufs", float)
"""Loudness relative to full scale, ITU-R BS.1770."""


def milliseconds(samples: int, rate: Hertz) -> Milliseconds:
    """The time of a sample position, as chapter marks state it."""
    return Milliseconds(round(1000 * samples / rate))


def seconds(samples: int, rate: Hertz) -> Seconds:
    return Seconds(samples / rate)


def samples(time: float, rate: Hertz) -> Samples:
    """`time` in seconds as a whole number of samples."""
    return Samples(round(time * rate))
