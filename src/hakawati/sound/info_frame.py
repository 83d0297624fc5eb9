"""The Info frame: a frame of no sound, ahead of all others, that tells players how long the sound is.

Its first half is Xing's (counts and a seek table), its second LAME's (the encoder's delay and padding, by which a
player drops what is not ours). The layout: http://gabriel.mp3-tech.org/mp3infotag.html
It is built from counts alone, so that nothing of a file need be kept to write it.
"""

from dataclasses import dataclass

from hakawati.profiles import Profile
from hakawati.sound.encoding import DECODER_DELAY, DELAY
from hakawati.sound.frames import HEADER, KBPS, RATES, Frame, frame_length, read_header
from hakawati.units import Samples

XING_PART, LAME_PART = 120, 36
"""Bytes."""
DELAYS = 21
"""Where in LAME's part the encoder's delay and padding stand: 12 bits each."""

SEEK_POINTS = 100
HAS_ALL = 0b1111
"""Frame count, byte count, seek table and quality follow."""

ENCODER = b"LAME4.0\0\0"
CONSTANT_BITRATE = 1
LARGEST_PADDING = 0xFFF

MONO_ORIGINAL = 0xC4
"""The last byte of the header: one channel; an original, as LAME marks all it writes."""


def info_frame(profile: Profile, frames: int, sound_bytes: int, samples: Samples) -> bytes:
    """The frame for `frames` frames (itself not counted) of `sound_bytes` bytes, which hold `samples` samples."""
    padding = frames * profile.frame - DELAY - samples
    if not DECODER_DELAY <= padding <= LARGEST_PADDING:
        raise ValueError(f"{frames} frames cannot hold {samples} samples and end in {padding} of padding")
    length = info_frame_length(profile)
    head = _header(profile)
    head += bytes(read_header(head).side_information)
    head += _xing_part(frames, length + sound_bytes, length)
    head += _lame_part(profile, padding, length + sound_bytes)
    head += _crc16(head).to_bytes(2, "big")
    return head.ljust(length, b"\0")


@dataclass(frozen=True, slots=True)
class Stated:
    """What an Info frame says of the stream behind it."""

    frames: int
    samples: Samples


def stated(sound: bytes) -> Stated | None:
    """What an MP3 stream's first frame states; None where that is no Info frame with LAME's part."""
    first = read_header(sound)
    xing = HEADER + first.side_information
    lame = xing + XING_PART
    if sound[xing : xing + 4] not in {b"Info", b"Xing"} or sound[lame : lame + 4] != b"LAME":
        return None
    frames = int.from_bytes(sound[xing + 8 : xing + 12], "big")
    delays = int.from_bytes(sound[lame + DELAYS : lame + DELAYS + 3], "big")
    return Stated(frames, Samples(frames * first.samples - (delays >> 12) - (delays & LARGEST_PADDING)))


def info_frame_length(profile: Profile) -> int:
    """Bytes."""
    return read_header(_header(profile)).length


def _header(profile: Profile) -> bytes:
    """That of the profile's own frames, or of the least bitrate whose frames have room for both parts."""
    version = 1 if profile.frame == 1152 else 2
    kbps = next(
        kbps
        for kbps in KBPS[version]
        if kbps >= profile.kbps and frame_length(version, kbps, profile.rate) >= _room(profile)
    )
    second = 0xFB if version == 1 else 0xF3
    third = KBPS[version].index(kbps) << 4 | RATES[version].index(profile.rate) << 2
    return bytes([0xFF, second, third, MONO_ORIGINAL])


def _room(profile: Profile) -> int:
    version = 1 if profile.frame == 1152 else 2
    mono = Frame(version, profile.kbps, profile.rate, padded=False, protected=False, mono=True)
    return HEADER + mono.side_information + XING_PART + LAME_PART


def _xing_part(frames: int, all_bytes: int, sound_starts: int) -> bytes:
    numbers = (HAS_ALL, frames, all_bytes)
    quality = bytes(4)
    return b"Info" + b"".join(_word(number) for number in numbers) + _seek_table(all_bytes, sound_starts) + quality


def _seek_table(all_bytes: int, sound_starts: int) -> bytes:
    """Where each hundredth of the time begins, in 256ths of the file. At a constant bitrate time goes with bytes."""
    sound = all_bytes - sound_starts
    places = (sound_starts + sound * point // SEEK_POINTS for point in range(SEEK_POINTS))
    return bytes(256 * place // all_bytes for place in places)


def _lame_part(profile: Profile, padding: int, all_bytes: int) -> bytes:
    """Without its last two bytes, the checksum. What is unknown or meant for music collections stays zero."""
    lowpass_and_gains = bytes(10)
    kbps = min(255, profile.kbps)
    parts = (
        ENCODER,
        bytes([CONSTANT_BITRATE]),
        lowpass_and_gains,
        bytes([kbps]),
        (DELAY << 12 | padding).to_bytes(3, "big"),
        bytes(4),
        _word(all_bytes),
        bytes(2),
    )
    return b"".join(parts)


def _word(number: int) -> bytes:
    return number.to_bytes(4, "big")


def _crc16(data: bytes) -> int:
    """CRC-16 with the reflected polynomial 0xA001 and no preset, as LAME's VbrTag.c reckons it."""
    crc = 0
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc
