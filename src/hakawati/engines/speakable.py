"""Whether a text has anything to say aloud: no engine is asked to perform a lone question mark."""

from hakawati.errors import Unspeakable

TATWEEL = "\u0640"


def require_speech(text: str, engine: str) -> None:
    """Raises Unspeakable for a text without a single letter or digit, such as "", «؟» or «…»."""
    if not any(character.isalnum() and character != TATWEEL for character in text):
        raise unspeakable(text, engine)


def unspeakable(text: str, engine: str) -> Unspeakable:
    return Unspeakable(
        f'{engine}: there is nothing to say aloud in {text!r}. Leave it out, or write what to say: [{text}]{{say="…"}}.'
    )
