"""Whether an answer is whole speech for its text: what is not must never be taken for it, nor kept."""

import itertools
from typing import TYPE_CHECKING

from hakawati.engines.edge.placing import placed
from hakawati.engines.edge.question import Answer, Question
from hakawati.errors import EngineFailed
from hakawati.model import Speech

if TYPE_CHECKING:
    from collections.abc import Iterator

TICKS = 10_000_000
"""In a second."""

LEAST_SECONDS_A_LETTER = 0.02
"""Nobody speaks faster than 50 letters a second, marks not counted: a shorter sound has lost its end."""

TOLERANCE = 0.1
"""Seconds that the last word may be said to last beyond the sound."""


class NotWhole(Exception):
    """The answer is no whole speech; the message says why, in words that follow "its sound"."""


def require_whole(answer: Answer, question: Question) -> None:
    """Raises NotWhole for what cannot be decoded, is silent, breaks off, or has its words in disorder."""
    speech = decoded_mp3(answer.mp3)
    sounding = sounding_part(speech)
    problem = next(itertools.chain(_disorder(answer, speech), _loss(answer, question.text, sounding, speech)), None)
    if problem:
        raise NotWhole(problem)


def decoded_mp3(mp3: bytes) -> Speech:
    """Raises NotWhole."""
    from hakawati.sound.decoding import Undecodable, decoded  # noqa: PLC0415 - numpy: only where there is sound

    try:
        return decoded(mp3)
    except Undecodable as error:
        raise NotWhole("cannot be decoded") from error


def sounding_part(speech: Speech) -> slice:
    """The samples from the first sound to the last. Raises NotWhole where there is none."""
    from hakawati.sound.trimming import sounding  # noqa: PLC0415 - as above
    from hakawati.sound.waveform import waveform  # noqa: PLC0415 - as above

    try:
        return sounding(waveform(speech), speech.rate)
    except EngineFailed as error:
        raise NotWhole("is nothing but silence") from error


def _disorder(answer: Answer, speech: Speech) -> "Iterator[str]":
    begins = [word.ticks for word in answer.words]
    if begins != sorted(begins) or any(tick < 0 for tick in begins):
        yield "comes with words in disorder"
    if answer.words:
        end = (answer.words[-1].ticks + answer.words[-1].duration) / TICKS
        lasts = speech.samples / speech.rate
        if end > lasts + TOLERANCE:
            yield f"breaks off after {lasts:.2f} s, in the middle of its words"


def _loss(answer: Answer, text: str, sounding: slice, speech: Speech) -> "Iterator[str]":
    """From the begin, and from the last word that was found in the text, the rest must have time to be said."""
    ends = sounding.stop / speech.rate
    known = [(0, sounding.start / speech.rate)]
    known += [(at.start, at.word.ticks / TICKS) for at in placed(answer.words, text)][-1:]
    for start, begins in known:
        letters = sum(character.isalpha() for character in text[start:])
        if ends - begins < letters * LEAST_SECONDS_A_LETTER:
            yield f"ends {max(0.0, ends - begins):.2f} s after the begin of {text[start : start + 20]!r} …"
