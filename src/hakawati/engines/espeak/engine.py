"""The embedded engine: espeak-ng, in process. Not beautiful, but it reads vowelled Arabic anywhere and at once."""

import difflib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import ClassVar

from hakawati.engines.espeak import data, library
from hakawati.engines.espeak.cast import CAST
from hakawati.engines.espeak.library import Word
from hakawati.engines.espeaking import reading
from hakawati.engines.protocol import NoOptions
from hakawati.engines.speakable import require_speech, unspeakable
from hakawati.engines.versions import installed
from hakawati.errors import EngineUnavailable, VoiceUnknown
from hakawati.model import Mark, Role, Speech, Voice
from hakawati.spelling.edits import Traced

REVISION = 2
"""Raise it whenever the same text and voice would sound different: it is part of every take's key."""

WORDS_PER_MINUTE = {"ar": 145}
OTHER_WORDS_PER_MINUTE = 160
"""A calm audiobook pace, in espeak-ng's own count. It counts short words: Arabic at 145 runs at some 95 a minute."""
SLOWEST, FASTEST = 80, 450
"""What espeak-ng takes."""

# Measured on the voice "ar": the median F0 of a sentence of 24 words at espeak-ng's pitch, in semitones from pitch 50.
_SEMITONES = (-7.2, -6.2, -3.9, -1.7, 0.0, 1.8, 4.5, 7.4, 9.2)
_PITCHES = (0, 10, 25, 40, 50, 60, 75, 90, 99)


class Espeak:
    name = "espeak"
    summary = "The embedded voice (espeak-ng): works anywhere, instantly, without a network; plain, not natural."
    remote = False
    slow = False
    wants_vowels = True
    characters_per_second = 15_000.0
    Options: ClassVar[type] = NoOptions

    def __init__(self, options: NoOptions) -> None:
        """There is nothing to set."""

    def available(self) -> str | None:
        try:
            library.phonemes("a", "en")
        except EngineUnavailable as error:
            return str(error)
        return None

    def voices(self, language: str) -> tuple[str, ...]:
        """A language's voice plain and in every variant; for "" the plain ones, as every variant fits them all."""
        if not language:
            return data.languages()
        plain = data.voice_of(language)
        return (plain, *(f"{plain}+{variant}" for variant in data.variants())) if plain else ()

    def cast(self, language: str) -> Mapping[Role, Voice]:
        plain = _voice_of(language)
        return {role: Voice(self.name, plain + part.variant, part.rate, part.pitch) for role, part in CAST.items()}

    def shaped_by(self, voice: Voice) -> tuple[object, ...]:
        return self.name, installed("espeakng-loader"), REVISION, reading.REVISION, voice.name, voice.rate, voice.pitch

    def perform(self, text: str, voice: Voice, language: str) -> Speech:
        """Rates beyond 80 to 450 words per minute and pitches beyond -7 to +9 semitones are held at these ends."""
        require_speech(text, self.name)
        name = known_voice(voice.name, language)
        plain = name.split("+")[0]
        respelled = reading.readable(text, plain)
        pace = round(WORDS_PER_MINUTE.get(plain, OTHER_WORDS_PER_MINUTE) * voice.rate)
        utterance = library.speak(respelled.text, name, min(max(pace, SLOWEST), FASTEST), espeak_pitch(voice.pitch))
        if not utterance.words:
            raise unspeakable(text, self.name)
        marks = _marks(utterance.words, respelled, len(utterance.pcm) // 2)
        return Speech(utterance.pcm, utterance.rate, tuple(marks))

    def close(self) -> None:
        """The library stays loaded as long as the process: it cannot be unloaded."""


def known_voice(name: str, language: str) -> str:
    """`ar`, `ar+m7`, or a variant alone (`+m7`) of the book's language. Raises VoiceUnknown."""
    plain, plus, variant = name.partition("+")
    plain = plain or _voice_of(language)
    if plain not in data.languages():
        raise _unknown(name, plain, data.languages())
    if plus and variant not in data.variants():
        raise _unknown(name, variant, data.variants())
    return plain + plus + variant


def espeak_pitch(semitones: float) -> int:
    """espeak-ng's pitch parameter for a change of pitch, between measured points along straight lines."""
    held = min(max(semitones, _SEMITONES[0]), _SEMITONES[-1])
    after = min(max(bisect_right(_SEMITONES, held), 1), len(_SEMITONES) - 1)
    low, high = _SEMITONES[after - 1], _SEMITONES[after]
    share = (held - low) / (high - low)
    return round(_PITCHES[after - 1] + share * (_PITCHES[after] - _PITCHES[after - 1]))


def _marks(words: tuple[Word, ...], respelled: Traced, samples: int) -> Iterator[Mark]:
    """Marks in offsets of the text given. A word said in several (a number, a sign) keeps its first mark only."""
    reached, sounded = 0, 0
    for word in words:
        start, end = whole_word(respelled.original, *respelled.origin(word.start, min(word.end, len(respelled.text))))
        if start >= reached and end > start and sounded <= word.sample < samples:
            yield Mark(start, end, word.sample)
            reached, sounded = end, word.sample


def whole_word(text: str, start: int, end: int) -> tuple[int, int]:
    """The word around a stretch of it: letters that are not said, such as the alif of قالوا, belong to it too."""
    while start > 0 and _in_word(text[start - 1]):
        start -= 1
    while end < len(text) and _in_word(text[end]):
        end += 1
    return start, end


def _in_word(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMN"


def _voice_of(language: str) -> str:
    plain = data.voice_of(language)
    if plain is None:
        raise _unknown(language, language, data.languages())
    return plain


def _unknown(name: str, part: str, known: tuple[str, ...]) -> VoiceUnknown:
    near = difflib.get_close_matches(part, known, n=3)
    meant = f" Near it: {', '.join(near)}." if near else ""
    return VoiceUnknown(
        f"espeak: there is no voice {name!r}, because it has no {part!r}.{meant} "
        "`hakawati engines` lists its languages; a variant follows a plus, as in `ar+m7`."
    )
