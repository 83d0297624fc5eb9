"""What a built episode shows of itself: its frames, its tag, and how it sounds when decoded."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mutagen.id3 import ID3, ID3NoHeaderError

from hakawati.sound.frames import Frame, read_frames
from hakawati.sound.info_frame import Stated, stated
from hakawati.sound.measuring import Measured, measure

NO_TAG = ID3()


@dataclass(frozen=True)
class EpisodeFile:
    """An MP3 file of a built folder, looked into only as far as the rules ask."""

    path: Path

    @cached_property
    def data(self) -> bytes:
        return self.path.read_bytes()

    @cached_property
    def tag(self) -> ID3:
        try:
            return ID3(self.path)
        except ID3NoHeaderError:
            return NO_TAG

    @cached_property
    def sound(self) -> bytes:
        """What stands behind the tag."""
        return self.data[self.tag.size :]

    @cached_property
    def frames(self) -> list[Frame]:
        """All frames, the Info frame first. Raises FrameError."""
        return [frame for _, frame in read_frames(self.sound)]

    @cached_property
    def stated(self) -> Stated | None:
        """What the Info frame states; None where there is none."""
        return stated(self.sound)

    @cached_property
    def measured(self) -> Measured:
        return measure(self.path)
