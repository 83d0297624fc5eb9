"""How fast and how high, in the words of the mark-up (SSML `prosody`) that the service reads."""

from hakawati.engines.edge.voices import SPEAKERS

SLOWEST, FASTEST = 0.5, 2.0
"""The relative speeds that the service's documentation allows."""

LOWEST, HIGHEST = 0.5, 1.5
"""The relative pitches, likewise: an octave down, seven semitones up."""

MAN, WOMAN = 110, 200
"""Hertz: what men's and women's speaking voices have in the middle. The service takes a change of pitch in hertz only,
so a change in semitones needs a pitch to begin from; these are not measured on each voice, and the same change is
always the same number."""

UNKNOWN = 150
"""Between the two: of a voice that is not in the list."""

_BASES = {
    name: base
    for speakers in SPEAKERS.values()
    for names, base in ((speakers.men, MAN), (speakers.women, WOMAN))
    for name in names
}


def rate_words(rate: float) -> str:
    """A relative speed as `+10%`, held at 0.5 and 2."""
    held = min(max(rate, SLOWEST), FASTEST)
    return f"{round((held - 1) * 100):+d}%"


def pitch_words(semitones: float, voice: str) -> str:
    """A change of pitch as `-12Hz`, held at half of the voice's own pitch and one and a half of it."""
    base = _BASES.get(voice, UNKNOWN)
    held = min(max(2 ** (semitones / 12), LOWEST), HIGHEST)
    return f"{round(base * (held - 1)):+d}Hz"
