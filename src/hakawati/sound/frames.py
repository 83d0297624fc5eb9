"""MP3 frames: the header of each says how long it is (ISO 11172-3 and 13818-3, layer III)."""

from collections.abc import Iterator
from dataclasses import dataclass

from hakawati.units import Hertz

HEADER = 4
"""Bytes."""

# kbit/s by the header's index; 0 is "free format", which nobody writes, and 15 is forbidden.
KBPS = {
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
RATES = {1: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000)}
SAMPLES = {1: 1152, 2: 576}

VERSION_BITS = {0b11: 1, 0b10: 2}
LAYER_III = 0b01
MONO = 0b11


class FrameError(ValueError):
    """Bytes that are no MP3 frame, or only a part of one."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame's header. `version` is 1 or 2 (MPEG-1, MPEG-2), `length` in bytes counts the header too."""

    version: int
    kbps: int
    rate: Hertz
    padded: bool
    protected: bool
    """A checksum of two bytes follows the header."""
    mono: bool

    @property
    def samples(self) -> int:
        return SAMPLES[self.version]

    @property
    def length(self) -> int:
        return frame_length(self.version, self.kbps, self.rate) + self.padded

    @property
    def side_information(self) -> int:
        """Bytes between the header (and its checksum) and the sound itself."""
        if self.version == 1:
            return 17 if self.mono else 32
        return 9 if self.mono else 17


def frame_length(version: int, kbps: int, rate: Hertz) -> int:
    """Bytes of a frame without its padding byte."""
    return SAMPLES[version] // 8 * kbps * 1000 // rate


def read_header(data: bytes, at: int = 0) -> Frame:
    """The frame that begins at `data[at]`. Raises FrameError."""
    header = data[at : at + HEADER]
    if len(header) < HEADER:
        raise FrameError(f"byte {at}: the data end within a frame header")
    first, second, third, fourth = header
    if first != 0xFF or second & 0xE0 != 0xE0:
        raise FrameError(f"byte {at}: no MP3 frame begins here ({header.hex(' ')})")
    version = VERSION_BITS.get(second >> 3 & 0b11)
    kbps_index, rate_index = third >> 4, third >> 2 & 0b11
    if version is None or second >> 1 & 0b11 != LAYER_III or kbps_index in {0, 15} or rate_index == 0b11:
        raise FrameError(f"byte {at}: not MPEG-1 or MPEG-2 layer III ({header.hex(' ')})")
    return Frame(
        version=version,
        kbps=KBPS[version][kbps_index],
        rate=Hertz(RATES[version][rate_index]),
        padded=bool(third & 0b10),
        protected=not second & 1,
        mono=fourth >> 6 == MONO,
    )


def read_frames(data: bytes) -> Iterator[tuple[int, Frame]]:
    """Every frame with the place it begins at. The frames must fill `data` to its last byte. Raises FrameError."""
    at = 0
    while at < len(data):
        frame = read_header(data, at)
        if at + frame.length > len(data):
            raise FrameError(f"byte {at}: a frame of {frame.length} bytes, but only {len(data) - at} are left")
        yield at, frame
        at += frame.length
