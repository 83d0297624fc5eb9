"""What both tracks have: their headers, and where their data lies (ISO 14496-12, 8.3 to 8.7)."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hakawati.publishing.languages import UNKNOWN, three_letters
from hakawati.publishing.m4b.boxes import LONGEST, box, full_box, half, long, packed, table, timed_box, word
from hakawati.units import Hertz, Samples

if TYPE_CHECKING:
    from array import array

SOUND, TITLES = 1, 2
"""The tracks' numbers."""
ENABLED, IN_MOVIE = 1, 2
LETTERS = re.compile("[a-z]{3}")
FULL_VOLUME = 0x100
SELF_CONTAINED = 1
MATRIX = b"".join(word(number) for number in (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000))
"""No turning or stretching of a picture there is none of."""


def track_header(track: int, duration: Samples, flags: int, volume: int) -> bytes:
    after = bytes(8) + half(0) + half(0) + half(volume) + bytes(2) + MATRIX + bytes(8)
    return timed_box(b"tkhd", word(track) + bytes(4), duration, after, flags)


def media(handler: bytes, rate: Hertz, duration: int, language: str, information: bytes) -> bytes:
    """`duration` in samples, `language` as the book has it."""
    header = timed_box(b"mdhd", word(rate), duration, half(_language(language)) + bytes(2))
    return box(b"mdia", header, handler_box(handler), information)


def handler_box(handler: bytes, maker: bytes = bytes(4)) -> bytes:
    """What kind of data it is."""
    return full_box(b"hdlr", bytes(4), handler, maker, bytes(8), b"\0")


def _language(language: str) -> int:
    """Three letters of five bits each."""
    known = three_letters(language)
    first, second, third = (ord(letter) - 0x60 for letter in (known if LETTERS.fullmatch(known) else UNKNOWN))
    return first << 10 | second << 5 | third


def media_information(header: bytes, samples: bytes) -> bytes:
    here = full_box(b"url ", flags=SELF_CONTAINED)
    return box(b"minf", header, box(b"dinf", table(b"dref", [here])), samples)


def sizes(numbers: "array[int]") -> bytes:
    same = 0
    return full_box(b"stsz", word(same), word(len(numbers)), packed(numbers, "I"))


def offsets(numbers: "array[int]", *, wide: bool) -> bytes:
    kind, width = (b"co64", "Q") if wide else (b"stco", "I")
    return full_box(kind, word(len(numbers)), packed(numbers, width))


def durations(runs: Sequence[tuple[int, int]]) -> bytes:
    """How many last how long."""
    return table(b"stts", [word(count) + word(each) for count, each in runs])


def chunks(runs: Sequence[tuple[int, int]]) -> bytes:
    """From which chunk on (counted from 1) each holds how many."""
    description = 1
    return table(b"stsc", [word(first) + word(each) + word(description) for first, each in runs])


def edit(duration: Samples, begin: int) -> bytes:
    """Play `duration` samples from `begin` on, and nothing else."""
    wide = duration > LONGEST
    number = long if wide else word
    at_normal_speed = half(1) + half(0)
    return box(b"edts", table(b"elst", [number(duration) + number(begin) + at_normal_speed], version=int(wide)))
