"""A voice changed by what somebody chose."""

from collections.abc import Sequence
from dataclasses import replace

from hakawati.engines.registry import names
from hakawati.model import Voice
from hakawati.settings import VoiceChoice


def named(text: str) -> VoiceChoice:
    """A voice by its name, such as `ar+m7`, or with its engine, as voices are shown: `espeak:ar+m7`."""
    engine, colon, name = text.partition(":")
    if colon and engine in names():
        return VoiceChoice(engine=engine, name=name or None)
    return VoiceChoice(name=text)


def spelled_out(choice: VoiceChoice) -> VoiceChoice:
    """`choice` with its engine apart, where its name has it."""
    if choice.engine is not None or choice.name is None:
        return choice
    meant = named(choice.name)
    return replace(choice, engine=meant.engine, name=meant.name)


def changed(voice: Voice, choice: VoiceChoice) -> Voice:
    """`voice`, which is of the chosen engine, as `choice` wants it, but for the volume."""
    return replace(
        voice,
        name=voice.name if choice.name is None else choice.name,
        rate=voice.rate if choice.rate is None else choice.rate,
        pitch=voice.pitch if choice.pitch is None else choice.pitch,
    )


def with_volume(voice: Voice, choices: Sequence[VoiceChoice]) -> Voice:
    """As loud as the last of `choices` that says so: decibels mean the same to every engine."""
    volumes = [choice.volume for choice in choices if choice.volume is not None]
    return replace(voice, volume=volumes[-1]) if volumes else voice
