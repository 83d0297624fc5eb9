"""One sound of several pieces: no gap where a sentence goes on, a reader's pause where a clause or a sentence ends.

Google puts silence of its own, tenths of a second, around all it is asked for.
"""

from collections.abc import Sequence

import numpy as np

from hakawati.engines.gtts.cutting import End, Piece
from hakawati.errors import EngineFailed
from hakawati.model import Speech
from hakawati.settings.shape import Pauses
from hakawati.sound.decoding import Undecodable, decoded
from hakawati.sound.trimming import GUARD, sounding
from hakawati.sound.waveform import Waveform, pcm, silent, waveform
from hakawati.units import Hertz, samples

PAUSES = {End.SENTENCE: Pauses().sentence, End.CLAUSE: Pauses().clause}
"""Seconds from the last sound to the next: as between segments, so that nobody hears where Google's limit fell."""


def joined(pieces: Sequence[Piece], answers: Sequence[bytes], pitch: float) -> Speech:
    """The speech of all pieces, from an MP3 for each. `pitch`: semitones up, by playing faster.

    The silence before the first piece and behind the last stays: it is the finishing's. Raises EngineFailed.
    """
    spoken = [_decoded(answer, piece) for piece, answer in zip(pieces, answers, strict=True)]
    rates = {speech.rate for speech in spoken}
    if len(rates) != 1:
        told = " and ".join(map(str, sorted(rates)))
        raise EngineFailed(
            f"gtts: Google sent one text at different sample rates ({told} Hz): use another engine for it."
        )
    recorded, played = rates.pop(), Hertz(round(spoken[0].rate * 2 ** (pitch / 12)))
    wave = waveform(spoken[0])
    for before, speech in zip(pieces, spoken[1:], strict=False):
        wave = _followed(wave, waveform(speech), recorded, samples(PAUSES.get(before.end, 0.0), played))
    return Speech(pcm(wave), played)


def _decoded(answer: bytes, piece: Piece) -> Speech:
    try:
        return decoded(answer)
    except Undecodable as error:
        raise EngineFailed(f"gtts: Google's MP3 for {piece.text!r} cannot be decoded: build again.") from error


def _followed(one: Waveform, other: Waveform, rate: Hertz, pause: int) -> Waveform:
    """With `pause` samples between the last sound of one and the first of the other.

    What is kept of the silence on either side lies over the pause, or over each other where there is none.
    """
    guard = samples(GUARD, rate)
    one, other = one[: sounding(one, rate).stop], other[sounding(other, rate).start :]
    return (
        _overlapped(_overlapped(one, silent(pause), guard), other, guard) if pause else _overlapped(one, other, guard)
    )


def _overlapped(one: Waveform, other: Waveform, over: int) -> Waveform:
    """One fades out while the other fades in, so that nothing clicks."""
    over = min(over, len(one), len(other))
    rise = np.linspace(0, 1, over, dtype=np.float32)
    middle = one[len(one) - over :] * (1 - rise) + other[:over] * rise
    return np.concatenate([one[: len(one) - over], middle, other[over:]])
