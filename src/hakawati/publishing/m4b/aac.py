"""Sound encoded as AAC-LC by FFmpeg's own encoder, through PyAV.

Its coder `fast` and not its default: measured on speech of one channel at 44.1 kHz and 64 kbit/s it is closer to the
original (32 dB against 20 of signal to noise, 3.9 dB against 4.1 of spectral distance) and four times as quick.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction

import av

from hakawati.sound.waveform import Waveform
from hakawati.units import Hertz

FRAME = 1024
"""Samples in a frame of AAC-LC (ISO 14496-3)."""
DELAY = 1024
"""Samples by which the encoder is late (`initial_padding` in its aacenc.c): one frame more than the sound has."""
LARGEST = 768
"""Bytes of one channel's frame at the most: 6,144 bits (ISO 14496-3, 4.5.3)."""


def bits_per_second(rate: Hertz) -> int:
    """Enough for speech decoded from MP3 to come out as it went in."""
    return 64_000 if rate >= 32_000 else 40_000


class Encoder:
    """`config` is what a decoder must know beforehand (AudioSpecificConfig, ISO 14496-3)."""

    def __init__(self, rate: Hertz) -> None:
        self._context = av.AudioCodecContext.create("aac", "w")
        self._context.sample_rate = rate
        self._context.layout = "mono"
        self._context.format = "fltp"
        self._context.bit_rate = bits_per_second(rate)
        self._context.time_base = Fraction(1, rate)
        self._context.options = {"aac_coder": "fast"}
        self._context.flags |= av.codec.context.Flags.bitexact
        self._context.open()
        self.config = bytes(self._context.extradata or b"")

    def frames(self, pieces: Iterable[Waveform]) -> Iterator[bytes]:
        """One for every `FRAME` samples (the last made up with silence), and one ahead of them all."""
        at = 0
        for piece in pieces:
            frame = av.AudioFrame.from_ndarray(piece[None], "fltp", "mono")
            frame.sample_rate, frame.pts, frame.time_base = self._context.sample_rate, at, self._context.time_base
            at += len(piece)
            yield from map(bytes, self._context.encode(frame))
        yield from map(bytes, self._context.encode(None))
