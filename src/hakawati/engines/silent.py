"""The shipped fake: a quiet tone for every word, at once, the same bytes everywhere. For tests and for trying things.

Not silence itself: what finishes and checks the sound must find something to measure.
"""

import re
from collections.abc import Mapping
from typing import ClassVar

from hakawati.engines.protocol import NoOptions
from hakawati.engines.speakable import require_speech
from hakawati.errors import VoiceUnknown
from hakawati.model import Mark, Role, Speech, Voice
from hakawati.units import Hertz, Samples

REVISION = 1
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

RATE = Hertz(22_050)
LETTER_SECONDS = 0.06
GAP_SECONDS = 0.06
# A triangle wave's RMS is its peak over the square root of 3: this peak gives -20 dB of full scale.
PEAK = 5676
TONES: dict[str, float] = {"low": 110.0, "middle": 165.0, "high": 220.0}
"""Voices and their pitch in hertz."""

CAST: dict[Role, tuple[str, float, float]] = {
    Role.NARRATION: ("middle", 1.0, 0.0),
    Role.HEADING: ("middle", 0.9, 2.0),
    Role.HADITH: ("low", 0.9, 2.0),
    Role.SPEECH: ("high", 1.0, 0.0),
    Role.VERSE: ("low", 0.8, 0.0),
    Role.SUPPLICATION: ("high", 0.9, 3.0),
    Role.POETRY: ("middle", 0.85, -2.0),
    Role.REFERENCE: ("low", 1.2, 4.0),
}
"""Voice, rate, pitch in semitones."""


class Silent:
    name = "silent"
    summary = "A tone for every word, for tests and trials; instant, no speech."
    remote = False
    slow = False
    wants_vowels = True
    characters_per_second = 40_000.0
    Options: ClassVar[type] = NoOptions

    def __init__(self, options: NoOptions) -> None:
        """There is nothing to set."""

    def available(self) -> str | None:
        return None

    def voices(self, language: str) -> tuple[str, ...]:  # noqa: ARG002 - a tone has no language
        return tuple(TONES)

    def cast(self, language: str) -> Mapping[Role, Voice]:  # noqa: ARG002 - a tone has no language
        return {role: Voice(self.name, tone, rate, pitch) for role, (tone, rate, pitch) in CAST.items()}

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return self.name, REVISION, voice.name, voice.rate, voice.pitch

    def perform(self, text: str, voice: Voice, language: str) -> Speech:  # noqa: ARG002 - a tone has no language
        """A tone of 60 ms a letter for each word, 60 ms of silence between words; a mark for each."""
        if voice.name not in TONES:
            raise VoiceUnknown(f"silent: there is no voice {voice.name!r}. Its voices are: {', '.join(TONES)}.")
        require_speech(text, self.name)
        wave = _one_wave(TONES[voice.name] * 2 ** (voice.pitch / 12))
        gap = bytes(2 * round(GAP_SECONDS / voice.rate * RATE))
        pcm = bytearray()
        marks = []
        for word in re.finditer(r"\S*\w\S*", text):
            marks.append(Mark(word.start(), word.end(), Samples(len(pcm) // 2)))
            seconds = LETTER_SECONDS * len(re.findall(r"\w", word[0])) / voice.rate
            waves = max(1, round(seconds * RATE * 2 / len(wave)))
            pcm += wave * waves + gap
        return Speech(bytes(pcm), RATE, tuple(marks))

    def close(self) -> None:
        """It holds nothing."""


def _one_wave(frequency: float) -> bytes:
    """One period of a triangle wave in whole numbers, so that no machine rounds it differently."""
    length = max(4, round(RATE / frequency / 4) * 4)
    quarter = length // 4
    rise = [PEAK * step // quarter for step in range(quarter)]
    fall = [PEAK * (quarter - step) // quarter for step in range(quarter)]
    half = rise + fall
    return b"".join(value.to_bytes(2, "little", signed=True) for value in [*half, *(-value for value in half)])
