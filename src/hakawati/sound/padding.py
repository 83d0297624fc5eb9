"""Fades and silence around a take, by pydub, which is given and asked for exact numbers of samples only.

pydub counts in milliseconds and rounds them as it likes; where it would take a length from us, we cut the bytes
ourselves.
"""

from hakawati.sound.segments import AudioSegment, segment
from hakawati.units import Hertz, Samples

FADE_MILLISECONDS = 5


def padded(pcm: bytes, rate: Hertz, before: Samples, after: Samples) -> bytes:
    """`pcm` (mono, 16 bit) faded in and out, with silence around it. Its own length does not change."""
    sound = _silence(before, rate) + _faded(pcm, rate) + _silence(after, rate)
    assert len(sound.raw_data) == 2 * (before + after) + len(pcm), "pydub lost samples"
    return bytes(sound.raw_data)


def _faded(pcm: bytes, rate: Hertz) -> AudioSegment:
    """The fades are made on the two ends alone: of the whole, pydub would cut off what is no full millisecond."""
    fade = min(FADE_MILLISECONDS, 1000 * (len(pcm) // 2) // rate // 2)
    if not fade:
        return segment(pcm, rate)
    edge = 2 * (fade * rate // 1000)
    begin = segment(pcm[:edge], rate).fade_in(fade)
    end = segment(pcm[-edge:], rate).fade_out(fade)
    return begin + segment(pcm[edge:-edge], rate) + end


def _silence(count: Samples, rate: Hertz) -> AudioSegment:
    # half a sample more, since pydub rounds down
    return AudioSegment.silent(duration=1000 * (count + 0.5) / rate, frame_rate=rate)
