"""Whatever soundfile reads (MP3, WAV, FLAC, Ogg, …) becomes sound of one channel, at its own rate."""

import math
from io import BytesIO
from typing import BinaryIO

import numpy as np
import numpy.typing as npt
import soundfile

from hakawati.model import Speech
from hakawati.sound.waveform import Waveform, pcm
from hakawati.units import Hertz


class Undecodable(Exception):
    """The bytes are no sound that can be read whole; the message says why."""


class Forwards(soundfile.SoundFile):  # type: ignore[misc]  # soundfile has no types
    """A file read from front to back, as much at a time as is asked for.

    Where it can seek, soundfile does so after every piece, to where it already stands. The MP3 decoder then starts
    again some frames earlier and complains on stderr of bytes that those borrow from frames it has not seen.
    """

    def seekable(self) -> bool:
        return False


def decoded(data: bytes) -> Speech:
    """All channels mixed into one, without marks. Raises Undecodable, also where there is not a single sample."""
    try:
        channels, rate = soundfile.read(BytesIO(data), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError, ValueError) as error:  # ValueError: FLAC of no stated length
        raise Undecodable(_cause(error)) from error
    return Speech(pcm(_mixed_down(channels)), Hertz(rate))


def beginning(file: BinaryIO, seconds: float) -> tuple[Waveform, Hertz]:
    """The first `seconds`, or all there is, with its rate; no more than that is decoded. Raises as `decoded`."""
    try:
        with Forwards(file) as sound:
            channels = sound.read(math.ceil(seconds * sound.samplerate), dtype="float32", always_2d=True)
            return _mixed_down(channels), Hertz(sound.samplerate)
    except (soundfile.SoundFileError, RuntimeError) as error:
        raise Undecodable(_cause(error)) from error


def _cause(error: Exception) -> str:
    """What the library says, without the name it gives to bytes in memory, which is another every time."""
    said = str(getattr(error, "error_string", error))
    # so it says of whatever it does not recognise, a missing file or bytes that are no sound
    return "it is broken, or no sound" if said.startswith("File does not exist") else said


def _mixed_down(channels: npt.NDArray[np.float32]) -> Waveform:
    """Raises Undecodable for what holds no sound: no samples, or samples that are no number."""
    if not len(channels):
        raise Undecodable("it holds no sound")
    if not np.isfinite(channels).all():
        raise Undecodable("it holds samples that are no numbers")
    return np.ascontiguousarray(channels.mean(axis=1, dtype=np.float32))
