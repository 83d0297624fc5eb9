"""Voices held against their engines before anything is made."""

from collections.abc import Iterable

from hakawati.engines.protocol import RemoteEngine
from hakawati.engines.registry import Engines
from hakawati.model import Voice

WORD = "1"
"""What every engine can say, whatever the language."""


def require_voices(voices: Iterable[Voice], engines: Engines, language: str) -> None:
    """Raises VoiceUnknown for the first voice that its engine certainly does not have.

    Nothing is asked of another machine, and nothing slow is performed: a remote engine is asked for its requests only,
    a slow one what shapes the voice's sound, and one that speaks at once says a word in a voice it does not list. A
    slow engine that learns only from performing whether it has a voice is believed.
    """
    for voice in dict.fromkeys(voices):
        engine = engines[voice.engine]
        if isinstance(engine, RemoteEngine):
            engine.requests(WORD, voice, language)
        elif engine.slow:
            engine.shaped_by(voice)
        elif voice.name not in engine.voices(language):
            engine.perform(WORD, voice, language)
