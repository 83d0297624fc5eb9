"""Music for the tests: steady tones, so that the level of what is heard of them can be told from the speech's."""

import hashlib
from pathlib import Path

import numpy as np
import soundfile

from hakawati.sound.score import Piece
from hakawati.sound.waveform import Waveform
from sound.signals import sine

INTRO, CHIME, OUTRO, WORDS = 440.0, 1_000.0, 640.0, 2_500.0
"""Hertz."""


def tune(file: Path, frequency: float = INTRO, seconds: float = 20.0, rate: int = 48_000, peak: float = 0.3) -> Path:
    """A tone on two channels, written in the format that the file's name ends in."""
    return written(file, sine(frequency, seconds, rate, peak), rate)


def written(file: Path, wave: Waveform, rate: int = 48_000) -> Path:
    soundfile.write(file, np.stack([wave, wave], axis=1), rate)
    return file


def piece(file: Path) -> Piece:
    return Piece(hashlib.sha256(file.read_bytes()).hexdigest(), str(file))


def strength(wave: Waveform, frequency: float, rate: int) -> float:
    """The level of a tone in it: its root mean square in dBFS."""
    window = np.hanning(len(wave))
    turning = np.exp(-2j * np.pi * frequency * np.arange(len(wave)) / rate)
    return float(20 * np.log10(np.sqrt(2) * np.abs(np.sum(wave * window * turning)) / window.sum() + 1e-12))
