"""What is heard of a piece of music: decoded no further than needed, and how loud it is of itself."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np

from hakawati.errors import InputError
from hakawati.sound.decoding import Undecodable, beginning
from hakawati.sound.levelling import repeated_loudness
from hakawati.sound.score import Piece, unreadable
from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz, Lufs, Samples, samples

PIECES = 3
"""An intro, an outro, a chime: as many as a book has are kept at hand, for they are heard in many takes."""

MEASURABLE = 0.4
"""Seconds: BS.1770 measures no less. A shorter chime is measured over and over; of longer music no less is read."""


@dataclass(frozen=True, slots=True, eq=False)
class Excerpt:
    """`wave` is read-only, at the file's own `rate`."""

    wave: Waveform
    rate: Hertz
    loudness: Lufs


@lru_cache(PIECES)
def excerpt(piece: Piece, seconds: float) -> Excerpt:
    """The first `seconds`, or all there is. Raises InputError where it is not to be had, or nothing is heard in it."""
    wave, rate = _decoded(piece, max(seconds, MEASURABLE))
    measured = np.resize(wave, max(len(wave), samples(MEASURABLE, rate)))
    loudness = repeated_loudness(measured, rate, (Samples(0), Samples(0)))
    if loudness is None:
        raise InputError(
            f"{piece.file}: nothing is heard in its first {len(wave) / rate:.2g} s. Give another file, or cut it."
        )
    wave.setflags(write=False)
    return Excerpt(wave, rate, loudness)


def _decoded(piece: Piece, seconds: float) -> tuple[Waveform, Hertz]:
    """The file must still be the one that was planned with: a take is kept under its hash."""
    try:
        with Path(piece.file).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != piece.sha256:
                raise InputError(f"{piece.file}: the music changed while the book was being built. Build it again.")
            file.seek(0)
            return beginning(file, seconds)
    except OSError as error:
        raise unreadable(piece.file, error) from error
    except Undecodable as error:
        cause = str(error).rstrip(".")
        raise InputError(
            f"{piece.file}: the music cannot be decoded: {cause}. Give an MP3, WAV, FLAC or Ogg file."
        ) from error
