"""How the roles share the voices of an engine that has one for a language, or a few."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hakawati.model import Role, Voice


class Part(NamedTuple):
    """`seat`: which of the voices, if there are so many, else the last; `rate` is relative, `pitch` in semitones."""

    seat: int
    rate: float
    pitch: float


PARTS: Mapping[Role, Part] = {
    Role.NARRATION: Part(0, 1.0, 0.0),
    Role.HEADING: Part(0, 0.92, 1.0),
    Role.HADITH: Part(1, 0.9, -1.5),
    Role.SPEECH: Part(2, 1.04, 2.0),
    Role.VERSE: Part(3, 0.8, -2.0),
    Role.SUPPLICATION: Part(1, 0.88, 0.5),
    Role.POETRY: Part(2, 0.84, -0.75),
    Role.REFERENCE: Part(0, 1.14, 1.5),
}
"""No two alike in pitch, so that they differ even where the pace cannot be chosen; never over two semitones, beyond
which a voice that is played faster or slower sounds like a child's or a giant's.
"""


def shared(engine: str, voices: Sequence[str]) -> Mapping[Role, Voice]:
    """A voice for every role, out of one or more names."""
    return {
        role: Voice(engine, voices[min(part.seat, len(voices) - 1)], part.rate, part.pitch)
        for role, part in PARTS.items()
    }
