"""The default cast of espeak-ng: one voice, varied so that the ear knows each role.

Chosen by measuring every variant on a vowelled Arabic sentence of 24 words at 145 words per minute. Left out: those
that clip (peak at full scale: Andy, Jacky, iven, paul …), that hurry (RicishayMax2, robosoft, pedro), that whisper,
croak or echo, and the women's (f1 to f5) for words of men. `distance` is that of the long-term spectra (27 mel bands,
dB RMS) from the narrator's: two voices under 2 dB sound alike, over 4 dB like two people.

    role          variant  F0 Hz  centroid Hz  distance dB  why
    narration     (none)      98          940          0.0  the clearest
    heading       Mario      106          778          5.9  fuller and slower: announces
    hadith        robert      99          758          5.3  deeper and slower: weight
    speech        pablo      111         1155          4.6  brighter, a little quicker: someone speaks
    verse         m7         103          702          5.1  the deepest and the slowest
    supplication  michel     101          685          7.3  soft voicing, raised: pleading
    poetry        m2          98         1023          3.6  slow, a little raised: recited
    reference     Denis       96          799          5.1  flat and quick: an aside
"""

from typing import NamedTuple

from hakawati.model import Role


class Part(NamedTuple):
    """`rate` is relative speed, `pitch` in semitones."""

    variant: str
    rate: float
    pitch: float


CAST: dict[Role, Part] = {
    Role.NARRATION: Part("", 1.0, 0.0),
    Role.HEADING: Part("+Mario", 0.94, 0.5),
    Role.HADITH: Part("+robert", 0.88, -3.0),
    Role.SPEECH: Part("+pablo", 1.04, 1.0),
    Role.VERSE: Part("+m7", 0.78, -4.0),
    Role.SUPPLICATION: Part("+michel", 0.88, 3.0),
    Role.POETRY: Part("+m2", 0.84, 1.5),
    Role.REFERENCE: Part("+Denis", 1.14, 0.0),
}
