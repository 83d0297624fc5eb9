"""Who performs a run of text: the engine's own cast, changed by the settings, changed by the editor."""

from collections.abc import Mapping
from dataclasses import replace

from hakawati.engines.registry import engine, names
from hakawati.model import Manner, Role, Voice
from hakawati.settings import VoiceChoice


def cast_voice(manner: Manner, cast: Mapping[str, VoiceChoice], engine_name: str, language: str) -> Voice:
    """The voice for `manner`, the later of these winning wherever it says something:

    the engine's default for the role, `cast[role]`, `cast[speaker]`, the manner's own voice and rate. The manner's
    rate multiplies. Raises EngineUnavailable and VoiceUnknown.
    """
    voice = _default(engine_name, manner.role, language)
    for who in (manner.role.value, manner.speaker):
        if who is not None and who in cast:
            voice = _chosen(voice, cast[who], manner.role, language)
    if manner.voice is not None:
        voice = _chosen(voice, _named(manner.voice), manner.role, language)
    return replace(voice, rate=voice.rate * manner.rate) if manner.rate is not None else voice


def _default(engine_name: str, role: Role, language: str) -> Voice:
    return engine(engine_name).cast(language)[role]


def _chosen(voice: Voice, choice: VoiceChoice, role: Role, language: str) -> Voice:
    if choice.engine is not None and choice.engine != voice.engine:
        # another engine knows neither the names nor the paces of the one before
        voice = _default(choice.engine, role, language)
    return Voice(
        engine=voice.engine,
        name=voice.name if choice.name is None else choice.name,
        rate=voice.rate if choice.rate is None else choice.rate,
        pitch=voice.pitch if choice.pitch is None else choice.pitch,
        volume=voice.volume if choice.volume is None else choice.volume,
    )


def _named(text: str) -> VoiceChoice:
    """An editor's `voice="ar+m7"`, or with its engine, as voices are shown: `voice="espeak:ar+m7"`."""
    before, colon, name = text.partition(":")
    if colon and before in names():
        return VoiceChoice(engine=before, name=name)
    return VoiceChoice(name=text)
