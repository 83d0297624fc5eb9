"""How the book can be taken in, in the words of schema.org's accessibility vocabulary.

https://www.w3.org/2021/a11y-discov-vocab/latest/
"""

from hakawati.publishing.edition import Edition
from hakawati.publishing.manifest.resources import ALTERNATES, CONTENTS

_SUMMARY = {
    "ar": ("ar", "صوت مقسوم إلى فصول.", "صوت مقسوم إلى فصول، ومعه النص المقروء كاملا."),
    "en": ("en", "Sound, divided into chapters.", "Sound, divided into chapters, with the whole text that is read."),
}
"""By language: which it is written in, and what is said without and with the text."""


def accessibility(edition: Edition) -> dict[str, object]:
    """The properties that begin with `access`. Only what was made is promised."""
    has_text = _every_episode_has_text(edition)
    language, sound, sound_and_text = _SUMMARY.get(edition.about.language, _SUMMARY["en"])
    return {
        "accessMode": ["auditory"],
        "accessModeSufficient": [_sufficient("auditory"), *([_sufficient("textual")] if has_text else [])],
        "accessibilityFeature": _features(edition, has_text=has_text),
        "accessibilityHazard": ["none"],
        "accessibilitySummary": {"value": sound_and_text if has_text else sound, "language": language},
    }


def _features(edition: Edition, *, has_text: bool) -> list[str]:
    there = {
        "structuralNavigation": True,
        "synchronizedAudioText": CONTENTS in edition.made,
        "tableOfContents": CONTENTS in edition.made,
        "transcript": has_text,
        "unlocked": True,
    }
    return [feature for feature, is_there in there.items() if is_there]


def _every_episode_has_text(edition: Edition) -> bool:
    return all(any(one.stem + ending in edition.made for ending in ALTERNATES) for one in edition.episodes)


def _sufficient(mode: str) -> dict[str, object]:
    return {"type": "ItemList", "itemListElement": [mode]}
