"""Where the encoded sound lies in the file, frame by frame, as it is being written."""

from array import array
from typing import Self

from hakawati.publishing.m4b.boxes import LONGEST

OF_ONE_CHUNK = 64
"""Frames that lie together, a second and a half of sound; for each chunk the file states where it begins."""
LARGEST = 768
"""Bytes of a frame of one channel at the most: 6,144 bits (ISO 14496-3, 4.5.3)."""
AHEAD = 1 << 28
"""Bytes that all before the frames has at the most."""


class Frames:
    """`sizes` are the frames' in bytes, `chunks` where in the file each chunk begins."""

    def __init__(self) -> None:
        self.sizes = array("I")
        self.chunks = array("Q")
        self.bytes = 0

    @classmethod
    def foreseen(cls, count: int) -> Self:
        """As many frames, of no size yet."""
        frames = cls()
        frames.sizes.frombytes(bytes(frames.sizes.itemsize * count))
        frames.chunks.frombytes(bytes(frames.chunks.itemsize * -(-count // OF_ONE_CHUNK)))
        return frames

    def add(self, frame: bytes, at: int) -> None:
        if len(self) % OF_ONE_CHUNK == 0:
            self.chunks.append(at)
        self.sizes.append(len(frame))
        self.bytes += len(frame)

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def wide(self) -> bool:
        """Whether they may lie beyond what 32 bits can state; known from their number."""
        return len(self) * LARGEST > LONGEST - AHEAD
