"""A text as espeak-ng is given it: nothing in it commands, and Arabic is respelled so that it is read right."""

import unicodedata

from hakawati.engines.espeaking.arabic import respelled
from hakawati.spelling.edits import Edit, Traced

REVISION = 1
"""Raise it whenever the same text would be read differently: it is part of the keys of all that is read by it."""


def readable(text: str, voice: str) -> Traced:
    """What to give to espeak-ng's `voice`, such as `ar` or `en-us`; every character knows where it came from."""
    traced = harmless(text)
    return respelled(traced) if voice == "ar" else traced


def harmless(text: str) -> Traced:
    """The text without characters that command espeak-ng (Ctrl-A changes its voice in mid-text) or end the string."""
    commanding = (at for at, character in enumerate(text) if unicodedata.category(character) in ("Cc", "Cs", "Co"))
    return Traced.of(text).apply("harmless", [Edit(at, at + 1, " ") for at in commanding])
