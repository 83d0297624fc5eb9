"""What is said at the beginning of an episode, so that a single file stands on its own."""

from collections.abc import Callable

from hakawati.spelling.arabic.grammar import Gender
from hakawati.spelling.arabic.ordinals import ordinal
from hakawati.spelling.english import numerals as english
from hakawati.spelling.others.numerals import cardinal

_EPISODES = {
    "bn": "পর্ব",
    "ca": "Episodi",
    "da": "Afsnit",
    "de": "Folge",
    "eo": "Epizodo",
    "es": "Episodio",
    "fa": "قسمت",
    "fi": "Jakso",
    "fr": "Épisode",
    "id": "Episode",
    "it": "Episodio",
    "nl": "Aflevering",
    "no": "Episode",
    "pt": "Episódio",
    "ru": "Выпуск",
    "sv": "Avsnitt",
    "tr": "Bölüm",
    "uk": "Випуск",
    "vi": "Tập",
}
"""The word for an episode where the cardinal follows it; in other languages the number alone is said."""


def announcement(number: int, title: str, language: str) -> str:
    """The number and title of an episode in words; the title as the author wrote it.

    `number` counts from 1, `language` is ISO 639-1, an empty `title` is left out. Numbers of Arabic are vowelled.
    """
    named = _named(number, language)
    title = title.strip()
    if not title:
        return f"{named}."
    separator = _SEPARATORS.get(language, ".")
    return f"{named}{separator} {title}{_full_stop(title)}"


def _named(number: int, language: str) -> str:
    if language in _NUMBERED:
        return _NUMBERED[language](number)
    if language in _EPISODES:
        return f"{_EPISODES[language]} {cardinal(number, language)}"
    return str(number)


def _arabic(number: int) -> str:
    return f"الْحَلْقَةُ {ordinal(number, Gender.FEMININE)}"


def _english(number: int) -> str:
    return f"Episode {english.cardinal(number)}"


def _full_stop(title: str) -> str:
    return "" if title[-1] in ".!?؟…" else "."


_NUMBERED: dict[str, Callable[[int], str]] = {"ar": _arabic, "en": _english}
_SEPARATORS = {"ar": ":"}
