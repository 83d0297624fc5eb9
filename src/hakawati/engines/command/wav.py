"""A WAV as programs write it: whole, cut short, or with a length that its writer did not know.

A chunk is four letters, its length in 32 bits (little-endian), and as many bytes, filled up to an even number.
"""

import struct

UNKNOWN = 0x7F00_0000
"""Bytes: a length from here on, some two GB, is what is written into a pipe for want of a better one."""


class Broken(Exception):
    """It is no WAV, or not the whole of it; the message says why."""


def whole(wav: bytes) -> bytes:
    """The WAV, with a length that readers understand. Raises Broken where a part of it is missing."""
    if wav[:4] != b"RIFF" or wav[8:12] != b"WAVE":
        raise Broken("it is no WAV file" if wav else "it is empty")
    at = 12
    while at + 8 <= len(wav):
        kind, length = struct.unpack_from("<4sI", wav, at)
        if kind == b"data":
            return _with_length(wav, at, length)
        at += 8 + length + length % 2
    raise Broken("it breaks off before the sound begins")


def _with_length(wav: bytes, at: int, length: int) -> bytes:
    there = len(wav) - at - 8
    if length == 0 or length >= UNKNOWN:
        return wav[: at + 4] + struct.pack("<I", there) + wav[at + 8 :]
    if length > there:
        raise Broken(f"it breaks off after {there} of {length} bytes of sound")
    return wav
