"""The speakers of this machine, where it has some and the package that reaches them (sounddevice) is there."""

from hakawati.sound.decoding import decoded


def there_are() -> bool:
    """Whether sound can be heard here."""
    try:
        import sounddevice  # noqa: PLC0415 - an extra, and slow: it looks for devices
    except (ImportError, OSError):  # no package, or no PortAudio for it to stand on
        return False
    try:
        return bool(sounddevice.query_devices(kind="output"))
    except (ValueError, sounddevice.PortAudioError):
        return False


def play(mp3: bytes) -> None:
    """Until the end of the sound."""
    import numpy as np  # noqa: PLC0415 - as above
    import sounddevice  # noqa: PLC0415 - as above

    speech = decoded(mp3)
    sounddevice.play(np.frombuffer(speech.pcm, "<i2"), speech.rate, blocking=True)
