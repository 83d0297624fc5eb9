"""How MPEG-4 files are written: boxes of a length, a kind of four letters, and what is inside; numbers big-endian."""

from array import array
from collections.abc import Sequence
from sys import byteorder

HEADER = 8
"""Bytes of a box's length and kind."""
WIDE_HEADER = 16
"""The same where the length has 64 bits."""
LONGEST = 0xFFFF_FFFF
"""The most that 32 bits state."""


def half(number: int) -> bytes:
    return number.to_bytes(2, "big")


def word(number: int) -> bytes:
    return number.to_bytes(4, "big")


def long(number: int) -> bytes:
    return number.to_bytes(8, "big")


def packed(numbers: "array[int]", kind: str) -> bytes:
    """All of them, `I` in 32 bits or `Q` in 64."""
    turned = array(kind, numbers)
    if byteorder == "little":
        turned.byteswap()
    return turned.tobytes()


def box(kind: bytes, *parts: bytes) -> bytes:
    return b"".join((word(HEADER + sum(map(len, parts))), kind, *parts))


def full_box(kind: bytes, *parts: bytes, version: int = 0, flags: int = 0) -> bytes:
    """A box that begins with a version and 24 flags."""
    return box(kind, bytes([version]) + flags.to_bytes(3, "big"), *parts)


def table(kind: bytes, entries: Sequence[bytes], version: int = 0) -> bytes:
    """A box that counts its entries."""
    return full_box(kind, word(len(entries)), *entries, version=version)


def timed_box(kind: bytes, before: bytes, duration: int, after: bytes, flags: int = 0) -> bytes:
    """A header with a duration: 64 bits only for what 32 cannot state, and never a date of creation."""
    wide = duration > LONGEST
    number = long if wide else word
    never = number(0)
    return full_box(kind, never, never, before, number(duration), after, version=int(wide), flags=flags)


def data_header(length: int, *, wide: bool) -> bytes:
    """That of the box which holds the sound: `length` bytes."""
    return word(1) + b"mdat" + long(WIDE_HEADER + length) if wide else word(HEADER + length) + b"mdat"


def shortened(text: str, most: int) -> bytes:
    """`text` in at most `most` bytes of UTF-8: whole letters only, and an ellipsis where some are left out."""
    whole = text.encode()
    if len(whole) <= most:
        return whole
    ellipsis = "…".encode()
    return whole[: most - len(ellipsis)].decode(errors="ignore").rstrip().encode() + ellipsis
