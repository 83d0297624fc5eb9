"""What a written file really sounds like: decoded as a player would, and measured as it goes by."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import soundfile

from hakawati.errors import InputError
from hakawati.sound.decoding import Forwards
from hakawati.sound.loudness import Meter
from hakawati.sound.true_peak import PeakMeter
from hakawati.sound.waveform import Waveform, silent
from hakawati.units import Decibels, Hertz, Lufs, Samples

PIECE = 1 << 18
"""Samples decoded at a time: 1 MiB."""


@dataclass(frozen=True, slots=True)
class Measured:
    """`loudness` is None where there is nothing loud enough to measure; `true_peak` in dBTP."""

    samples: Samples
    rate: Hertz
    loudness: Lufs | None
    true_peak: Decibels


def measure(file: Path | BinaryIO) -> Measured:
    """Any mono file that soundfile decodes, in constant memory. Raises InputError for what it cannot."""
    with _opened(file) as sound:
        rate = Hertz(sound.samplerate)
        loudness, peak, samples = Meter(rate), PeakMeter(rate), 0
        for piece in _pieces(sound):
            loudness.feed(piece)
            peak.feed(piece)
            samples += len(piece)
        peak.feed(silent(0), last=True)
    return Measured(Samples(samples), rate, loudness.integrated(), peak.true_peak())


def decoded_peak(file: BinaryIO) -> Decibels:
    """The true peak alone, in dBTP."""
    with _opened(file) as sound:
        peak = PeakMeter(Hertz(sound.samplerate))
        for piece in _pieces(sound):
            peak.feed(piece)
        peak.feed(silent(0), last=True)
    return peak.true_peak()


@contextmanager
def _opened(file: Path | BinaryIO) -> Iterator[soundfile.SoundFile]:
    try:
        with Forwards(file) as sound:
            if sound.channels != 1:
                raise InputError(f"{file}: {sound.channels} channels, where one is expected")
            yield sound
    except soundfile.LibsndfileError as error:
        raise InputError(f"{file}: cannot be decoded as sound: {error}") from error


def _pieces(sound: soundfile.SoundFile) -> Iterator[Waveform]:
    """Until nothing more comes: the length that a file states is not believed."""
    while len(piece := sound.read(PIECE, dtype="float32")):
        yield piece
