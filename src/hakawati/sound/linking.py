"""Takes become one MP3 stream: their frames end to end, an Info frame ahead. Nothing is decoded, nothing is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from hakawati.model import Take
from hakawati.profiles import Profile
from hakawati.sound.frames import read_frames, read_header
from hakawati.sound.info_frame import info_frame, info_frame_length
from hakawati.units import Samples


@dataclass(frozen=True, slots=True)
class Linked:
    """What was written: `samples` is what a player will play, `bytes` counts the Info frame, `frames` does not."""

    samples: Samples
    bytes: int
    frames: int


def link(takes: Iterable[Take], file: BinaryIO, profile: Profile) -> Linked:
    """Write `takes` from where `file` stands (after the tags) and leave it standing behind them.

    One take at a time is held. `file` must be seekable: the Info frame is written last. Raises ValueError for a take
    of another profile, and when there is no take at all.
    """
    begin = file.tell()
    file.write(bytes(info_frame_length(profile)))
    samples, frames, tail = 0, 0, b""
    for take in takes:
        frames += _frames(take, profile)
        samples += take.samples
        tail = take.tail
        file.write(take.body)
    if not frames:
        raise ValueError("there is no take to link")
    file.write(tail)
    frames += sum(1 for _ in read_frames(tail))
    return _finished(file, begin, profile, frames, Samples(samples))


def _frames(take: Take, profile: Profile) -> int:
    """How many frames the take's body is."""
    first = read_header(take.body)
    if (first.rate, first.kbps, take.rate) != (profile.rate, profile.kbps, profile.rate):
        raise ValueError(f"a take of {first.kbps} kbit/s and {first.rate} Hz does not fit the profile {profile.name}")
    frames, rest = divmod(take.samples, profile.frame)
    if rest:
        raise ValueError(f"a take of {take.samples} samples is no whole number of frames")
    return frames


def _finished(file: BinaryIO, begin: int, profile: Profile, frames: int, samples: Samples) -> Linked:
    end = file.tell()
    length = info_frame_length(profile)
    file.seek(begin)
    file.write(info_frame(profile, frames, end - begin - length, samples))
    file.seek(end)
    return Linked(samples, end - begin, frames)
