"""Spelling: a segment's text becomes spoken text, every change remembered."""

from functools import cache

from hakawati.model import Segment, Spoken
from hakawati.spelling.edits import Edit, Traced
from hakawati.spelling.languages import rules, vowelled

REVISION = 2
"""Counts up with every change to the rules or their tables that can change a spoken text."""

_MODEL_PACKAGES = ("text2tashkeel", "onnxruntime")


def spell(segment: Segment, language: str, vowels: bool) -> Spoken:  # noqa: FBT001 - an engine either vowels for itself or not
    """What is said for `segment` in `language` (ISO 639-1).

    Without `vowels` (for engines that vowel for themselves) signs and numbers are spelled and nothing is vowelled.
    An editor's `say` replaces the text as one noted edit; the rules then run on it.
    """
    spoken = Traced.of(segment.text)
    if segment.manner.say is not None:
        spoken = spoken.apply("say", [Edit(0, len(segment.text), segment.manner.say, noted=True)])
    for rule in rules(language, vowels=vowels):
        spoken = spoken.apply(rule.name, rule.edits(spoken.text))
    return Spoken(spoken.text, spoken.origins, spoken.notes)


@cache
def spelling_version(language: str) -> str:
    """Names everything but the text that shapes a spoken text: part of the key under which it is kept."""
    if not vowelled(language):
        return f"spelling {REVISION}"
    from importlib.metadata import version  # noqa: PLC0415 - brings half the e-mail package along

    return " ".join([f"spelling {REVISION}", *(f"{package} {version(package)}" for package in _MODEL_PACKAGES)])
