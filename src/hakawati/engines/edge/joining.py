"""The answers to the pieces of one text made one speech."""

from collections.abc import Iterator, Sequence

from hakawati.engines.edge.cutting import Piece
from hakawati.engines.edge.placing import placed
from hakawati.engines.edge.proving import TICKS, NotWhole, decoded_mp3, sounding_part
from hakawati.engines.edge.question import Answer
from hakawati.errors import EngineFailed
from hakawati.model import Mark, Speech
from hakawati.units import Hertz, Samples


def joined(text: str, pieces: Sequence[Piece], answers: Sequence[Answer]) -> Speech:
    """The speech of `text`: each piece without the silence the service puts around it, its own pause behind it.

    Marks are in order and inside the sound; a word the service did not name, or named otherwise, has none. Raises
    EngineFailed for answers that `require_whole` refuses, or of different sample rates.
    """
    parts = [_trimmed(answer, text[piece.start : piece.end]) for piece, answer in zip(pieces, answers, strict=True)]
    rates = {part.rate for part in parts}
    if len(rates) != 1:
        raise EngineFailed("edge: one text came in different sample rates. Empty the store, and build again.")
    rate = rates.pop()
    pcm = bytearray()
    marks: list[Mark] = []
    for piece, part in zip(pieces, parts, strict=True):
        marks += _shifted(part.marks, piece.start, len(pcm) // 2)
        pcm += part.pcm + bytes(2 * round(piece.pause * rate))
    return Speech(bytes(pcm), rate, tuple(marks))


def _trimmed(answer: Answer, text: str) -> Speech:
    try:
        speech = decoded_mp3(answer.mp3)
        sounding = sounding_part(speech)
    except NotWhole as error:
        raise EngineFailed(f"edge: a kept answer's sound {error}. Empty the store, and build again.") from error
    pcm = speech.pcm[2 * sounding.start : 2 * sounding.stop]
    return Speech(pcm, speech.rate, tuple(_marks(answer, text, sounding, speech.rate)))


def _marks(answer: Answer, text: str, sounding: slice, rate: Hertz) -> Iterator[Mark]:
    """Each later than the one before, none beyond the sound."""
    reached = -1
    for at in placed(answer.words, text):
        sample = max(0, round(at.word.ticks * rate / TICKS) - sounding.start)
        if reached < sample < sounding.stop - sounding.start:
            yield Mark(at.start, at.end, Samples(sample))
            reached = sample


def _shifted(marks: Sequence[Mark], characters: int, samples: int) -> Iterator[Mark]:
    return (Mark(mark.start + characters, mark.end + characters, Samples(mark.sample + samples)) for mark in marks)
