"""Finished speech becomes a take: MP3 frames that join other takes' without a seam.

Each take has an encoder of its own, so its first frame leans on none before it; its sound is a whole number of frames
and ends in silence, so what the encoder still holds back at the end is silence too and can be left out.

Coding raises peaks, hiss and hard edges by several dB, and nobody can tell beforehand by how much. So each take is
decoded again, and one that has become too high is turned down.
"""

import io
from bisect import bisect_left
from dataclasses import replace

import lameenc

from hakawati.model import Speech, Take
from hakawati.profiles import Profile
from hakawati.sound.frames import read_frames
from hakawati.sound.measuring import decoded_peak
from hakawati.sound.waveform import amplitude, pcm, waveform

DELAY = 576
"""Samples by which LAME's encoder is late (`ENCDELAY` in its encoder.h)."""

DECODER_DELAY = 529
"""Samples by which every layer III decoder is late (528 of the filter bank, and one)."""

SILENT_END = DELAY + DECODER_DELAY
"""Samples at a take's end whose place the next take's beginning will take when decoded."""

QUALITY = 3
"""LAME's own default. 2 is a quarter slower, its coding noise on speech within 1 dB of this."""

SPARE = 0.1
"""dB by which a take that was too high is turned down further: encoded anew, it peaks a little differently."""

# What LAME multiplies the input by at a bitrate: the column "scale" of the table in apply_abr_preset(), presets.c,
# which it takes for the bitrate nearest to the one asked for.
SCALES = {160: 0.95, 192: 0.97, 224: 0.98, 320: 1.0}


def encoder_gain(profile: Profile) -> float:
    """The factor by which the decoded sound is quieter than what was encoded."""
    limits = sorted(SCALES)
    return SCALES[limits[bisect_left(limits, profile.kbps)]]


def encode(finished: Speech, profile: Profile) -> Take:
    """`finished` is at the profile's rate, a whole number of frames, its last `SILENT_END` samples silent.

    The take decodes with its true peak at or below the profile's. Raises ValueError for what is not finished.
    """
    _check_finished(finished, profile)
    stream = _stream(finished, profile)
    while (excess := decoded_peak(io.BytesIO(stream)) - profile.true_peak) > 0:
        finished = _softer(finished, excess + SPARE)
        stream = _stream(finished, profile)
    cut = _end_of(finished.samples // profile.frame, stream, profile)
    return Take(finished.samples, profile.rate, stream[:cut], stream[cut:], finished.marks, finished.sounding)


def _stream(finished: Speech, profile: Profile) -> bytes:
    encoder = _encoder(profile)
    return bytes(encoder.encode(finished.pcm)) + bytes(encoder.flush())


def _softer(finished: Speech, decibels: float) -> Speech:
    return replace(finished, pcm=pcm(waveform(finished) * amplitude(-decibels)))


def _check_finished(finished: Speech, profile: Profile) -> None:
    if finished.rate != profile.rate:
        raise ValueError(f"speech of {finished.rate} Hz for a profile of {profile.rate} Hz")
    if not finished.samples or finished.samples % profile.frame:
        raise ValueError(f"{finished.samples} samples are no whole number of frames of {profile.frame}")
    if any(finished.pcm[-2 * SILENT_END :]):
        raise ValueError(f"the last {SILENT_END} samples are not silent")


def _encoder(profile: Profile) -> lameenc.Encoder:
    encoder = lameenc.Encoder()
    encoder.set_channels(1)
    encoder.set_in_sample_rate(profile.rate)
    # without it LAME resamples low bitrates as it sees fit
    encoder.set_out_sample_rate(profile.rate)
    encoder.set_bit_rate(profile.kbps)
    encoder.set_quality(QUALITY)
    encoder.silence()
    return encoder


def _end_of(frames: int, stream: bytes, profile: Profile) -> int:
    """The byte that the first `frames` frames of what the encoder wrote end at."""
    ends: list[int] = []
    for at, frame in read_frames(stream):
        if (frame.rate, frame.kbps, frame.mono) != (profile.rate, profile.kbps, True):
            raise ValueError(f"LAME wrote {frame} where {profile} was asked for")
        ends.append(at + frame.length)
    if len(ends) <= frames:
        raise ValueError(f"LAME wrote {len(ends)} frames for {frames} frames of sound, and nothing to flush")
    return ends[frames - 1]
