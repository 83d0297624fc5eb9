"""Raw speech packed without loss, to be kept: FLAC in memory. Word marks are not in it."""

import io

import numpy as np
import soundfile

from hakawati.errors import StoreError
from hakawati.model import Speech
from hakawati.units import Hertz


def to_flac(speech: Speech) -> bytes:
    """Raises ValueError for no samples at all: FLAC files of nothing cannot be read back."""
    if not speech.samples:
        raise ValueError("there is no sound to pack")
    file = io.BytesIO()
    soundfile.write(file, np.frombuffer(speech.pcm, "<i2"), speech.rate, format="FLAC", subtype="PCM_16")
    return file.getvalue()


def from_flac(packed: bytes) -> Speech:
    """The same PCM and rate again, without marks. Raises StoreError for anything but mono 16-bit FLAC."""
    try:
        with soundfile.SoundFile(io.BytesIO(packed)) as file:
            if (file.format, file.subtype, file.channels) != ("FLAC", "PCM_16", 1):
                raise StoreError(f"kept speech is {file.format} {file.subtype}, not mono 16-bit FLAC: remove it")
            samples = file.read(dtype="int16")
            return Speech(samples.astype("<i2").tobytes(), Hertz(file.samplerate))
    except soundfile.LibsndfileError as error:
        raise StoreError(f"kept speech cannot be read as FLAC ({error}): remove it and it is performed anew") from error
