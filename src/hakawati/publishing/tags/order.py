"""A tag's frames put in order: mutagen writes them by size, but programs list chapters as they stand in the file."""

from collections.abc import Iterator

HEADER = 10
"""Bytes of a tag's header, and of a frame's (ID3v2.3, sections 3.1 and 3.3)."""
FIRST = (b"TIT2", b"TPE1", b"TALB", b"TRCK")
OTHERS = len(FIRST)
LAST = (b"CTOC", b"CHAP", b"USLT", b"APIC")
"""The longest come last: a program that reads only a file's beginning has the rest."""


def in_order(tag: bytes) -> bytes:
    """The tag with its texts first, then contents and chapters by their names, the lyrics, and the cover last."""
    frames = sorted(_frames(tag), key=_place)
    body = b"".join(frames)
    return tag[:HEADER] + body + bytes(len(tag) - HEADER - len(body))


def _frames(tag: bytes) -> Iterator[bytes]:
    at = HEADER
    while at + HEADER <= len(tag) and tag[at] != 0:
        end = at + HEADER + int.from_bytes(tag[at + 4 : at + 8], "big")
        yield tag[at:end]
        at = end


def _place(frame: bytes) -> tuple[int, bytes]:
    name = frame[:4]
    if name in FIRST:
        return FIRST.index(name), b""
    if name in LAST:
        return OTHERS + 1 + LAST.index(name), frame[HEADER : frame.index(0, HEADER)]
    return OTHERS, name
