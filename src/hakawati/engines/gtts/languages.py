"""Google's languages, each of which is a voice."""

import difflib
from collections.abc import Mapping

from hakawati.errors import VoiceUnknown

OTHER_NAMES = {"he": "iw", "jv": "jw", "nb": "no", "zh": "zh-CN"}
"""Languages that a book calls by another code than Google does."""


def codes(language: str) -> tuple[str, ...]:
    """The voices for a language such as `pt`; for "" all of them."""
    if not language:
        return tuple(sorted(_languages()))
    code = google_code(language)
    return tuple(sorted(known for known in _languages() if known == code or known.startswith(f"{code}-")))


def google_code(language: str) -> str:
    return OTHER_NAMES.get(language, language)


def require_code(code: str) -> None:
    """Raises VoiceUnknown."""
    languages = _languages()
    if code not in languages:
        near = difflib.get_close_matches(code, languages, n=3)
        meant = f" Near it: {', '.join(near)}." if near else ""
        raise VoiceUnknown(
            f"gtts: Google has no voice {code!r}.{meant} A voice is named by its language, such as `ar`; "
            "`hakawati engines` lists them."
        )


def _languages() -> Mapping[str, str]:
    from gtts.lang import tts_langs  # noqa: PLC0415 - gTTS brings requests, and is slow to import

    languages: dict[str, str] = tts_langs()
    return languages
