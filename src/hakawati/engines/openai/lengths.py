"""Whether a sound is as long as its own header says."""

import struct

from hakawati.engines.openai.wire import LARGEST
from hakawati.sound.decoding import Undecodable


def of_true_length(sound: bytes) -> bytes:
    """The sound, ready to be decoded whole. Servers that send a WAV while they speak cannot know its length and
    state 0 or an impossible one: the true one is put in its place.

    Raises Undecodable for a WAV with less in it than it states, for several behind one another, and for a FLAC that
    does not state its length, which libsndfile does not read to its end.
    """
    if sound[:4] == b"RIFF" and sound[8:12] == b"WAVE":
        return _wav(sound)
    if sound[:4] == b"fLaC" and not _flac_samples(sound):
        raise Undecodable('the FLAC does not state its length: choose another `format`, such as "wav"')
    return sound


def _wav(sound: bytes) -> bytes:
    place = 12
    while place + 8 <= len(sound):
        name, stated = struct.unpack_from("<4sI", sound, place)
        place += 8
        if name == b"data":
            return _measured(sound, place, stated)
        place += stated + stated % 2
    raise Undecodable("the WAV breaks off in its header")


def _measured(sound: bytes, start: int, stated: int) -> bytes:
    """`start`: where the samples begin; `stated`: how many bytes of them there should be."""
    there = len(sound) - start
    if stated == 0 or stated > LARGEST:
        return b"".join((b"RIFF", _u32(len(sound) - 8), sound[8 : start - 4], _u32(there), sound[start:]))
    if stated > there:
        raise Undecodable(f"the WAV breaks off: {there} of its {stated} bytes are there")
    if sound[start + stated :].lstrip(b"\0").startswith(b"RIFF"):
        raise Undecodable('several WAV files came as one: choose another `format`, such as "mp3"')
    return sound


def _u32(number: int) -> bytes:
    return struct.pack("<I", number)


def _flac_samples(sound: bytes) -> int:
    """The last 36 of the 144 bits that the first block of metadata begins with (RFC 9639, 8.2)."""
    return int.from_bytes(sound[21:26].rjust(5, b"\0"), "big") & (1 << 36) - 1
