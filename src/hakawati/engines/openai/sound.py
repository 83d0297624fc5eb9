"""What of an answer is speech: proven when it comes, decoded and joined when it is needed."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from hakawati.errors import EngineFailed
from hakawati.model import Speech
from hakawati.units import Hertz, samples

if TYPE_CHECKING:
    from hakawati.sound.waveform import Waveform

PCM_RATE = Hertz(24_000)
"""Of the format without a header, by OpenAI's documents: mono, 16 bit, little-endian."""

LEAST_SECONDS_A_LETTER = 0.02
"""Nobody speaks faster than 50 letters a second: a shorter sound has lost its end. Marks are not letters."""

SEAM = 0.005
"""Seconds over which a piece fades where another one meets it."""

_HEADERS = (b"RIFF", b"ID3", b"fLaC", b"OggS")
"""How a sound begins that says itself what it is, whatever was asked for."""


def why_no_speech(sound: bytes, text: str, form: str, speed: float) -> str | None:
    """None for a whole sound of `text`, spoken `speed` times as fast as usual; else what is wrong with it."""
    from hakawati.sound.decoding import Undecodable  # noqa: PLC0415 - brings numpy: only where there is sound
    from hakawati.sound.trimming import sounding  # noqa: PLC0415 - as above
    from hakawati.sound.waveform import waveform  # noqa: PLC0415 - as above

    try:
        speech = decoded(sound, form)
        heard = sounding(waveform(speech), speech.rate)
    except Undecodable as error:
        return f"the sound cannot be read ({error})"
    except EngineFailed:
        return "the sound holds only silence"
    seconds = (heard.stop - heard.start) / speech.rate
    letters = sum(character.isalpha() for character in text)
    if seconds * speed < letters * LEAST_SECONDS_A_LETTER:
        return f"the sound breaks off after {seconds:.2f} s"
    return None


def decoded(sound: bytes, form: str) -> Speech:
    """Raises Undecodable."""
    from hakawati.engines.openai.lengths import of_true_length  # noqa: PLC0415 - brings numpy, as below
    from hakawati.sound.decoding import Undecodable, decoded  # noqa: PLC0415 - only where there is sound

    if form != "pcm" or sound.startswith(_HEADERS):
        return decoded(of_true_length(sound))
    if not sound or len(sound) % 2:
        raise Undecodable(f"{len(sound)} bytes are no whole samples of 16 bits")
    return Speech(sound, PCM_RATE)


def speech_of(sounds: Sequence[bytes], form: str, stretch: float) -> Speech:
    """One after the other without a click, played `stretch` times as fast. Raises EngineFailed."""
    from hakawati.sound.decoding import Undecodable  # noqa: PLC0415 - brings numpy: only where there is sound

    try:
        parts = [decoded(sound, form) for sound in sounds]
    except Undecodable as error:
        raise EngineFailed(f"openai: a sound that was kept cannot be read any more ({error}).") from error
    rates = sorted({part.rate for part in parts})
    if len(rates) != 1:
        raise EngineFailed(f"openai: the server sent one text at different sample rates ({rates}).")
    return Speech(parts[0].pcm if len(parts) == 1 else _faded_at_seams(parts), Hertz(round(rates[0] * stretch)))


def _faded_at_seams(parts: Sequence[Speech]) -> bytes:
    from hakawati.sound.waveform import pcm, waveform  # noqa: PLC0415 - brings numpy: only where there is sound

    waves = [waveform(part) for part in parts]
    length = samples(SEAM, parts[0].rate)
    for before, after in pairwise(waves):
        _fade_in(before[::-1], length)
        _fade_in(after, length)
    return b"".join(pcm(wave) for wave in waves)


def _fade_in(wave: "Waveform", length: int) -> None:
    import numpy as np  # noqa: PLC0415 - as above

    length = min(length, len(wave))
    wave[:length] *= np.linspace(0.0, 1.0, length, dtype=np.float32)
