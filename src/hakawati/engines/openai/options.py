"""What can be set about a speech server, and what of it makes no sense."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import SplitResult, urlsplit

import msgspec

from hakawati.engines.remote.options import RemoteOptions

Format = Literal["wav", "mp3", "flac", "opus", "pcm"]


@dataclass(frozen=True, kw_only=True)
class OpenAIOptions(RemoteOptions):
    """`base_url`: what comes before `/audio/speech`. `voice`: the narrator's; `voices`: other names that the server
    has, for the cast. `key_variable`: the name of the environment variable that holds the key, which itself is never a
    setting. `instructions`: how to speak, for models that heed it. `characters_at_once`: the longest text the server
    takes. `wants_vowels`: whether its voice reads Arabic better when it is vowelled.

    What is wrong with an address or the name of a variable is told by `problem`, not by their types: a message about a
    type shows the value, and here that may be a password or a key in the wrong place.
    """

    base_url: str = "https://api.openai.com/v1"
    model: str = "gpt-4o-mini-tts"
    voice: str = "alloy"
    voices: tuple[str, ...] = ()
    key_variable: str = "OPENAI_API_KEY"
    instructions: str = ""
    format: Format = "wav"
    characters_at_once: Annotated[int, msgspec.Meta(ge=40, le=100_000)] = 4096
    wants_vowels: bool = False


def key_of(options: OpenAIOptions, environment: Mapping[str, str]) -> str:
    """The key, "" where there is none."""
    return environment.get(options.key_variable, "").strip()


def problem(options: OpenAIOptions, key: str) -> str | None:
    """Why the server cannot be asked with these options and this key, in a sentence that shows neither."""
    wrong = _address_problem(options.base_url)
    if wrong:
        return f"openai: base_url in [engines.openai] {wrong}."
    if not re.fullmatch("[A-Z_][A-Z0-9_]*", options.key_variable):
        return (
            "openai: key_variable in [engines.openai] must be the name of an environment variable, such as "
            "OPENAI_API_KEY; the key itself belongs into that variable."
        )
    if not re.fullmatch("[!-~]*", key):
        return f"openai: the environment variable {options.key_variable} holds characters that no key has."
    if not key and _is_openai(options.base_url):
        return f"openai: OpenAI wants a key. Set the environment variable {options.key_variable} to yours."
    return None


def server(base_url: str) -> str:
    """Host and port, as messages name the server."""
    parts = _split(base_url)
    return parts.netloc.rpartition("@")[2] if parts else ""


def place(base_url: str) -> str:
    """Host, port and path: which server it is, however it is written."""
    parts = _split(base_url)
    return server(base_url).lower() + parts.path.rstrip("/") if parts else ""


def _address_problem(base_url: str) -> str | None:
    if "@" in base_url:
        return "must not hold a name or a password: put the key into the variable that key_variable names"
    parts = _split(base_url)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        return "must be a web address, such as http://127.0.0.1:8880/v1"
    if parts.query or parts.fragment or base_url.endswith(("?", "#")):
        return "must end before any ? or #"
    return None


def _split(base_url: str) -> SplitResult | None:
    if not re.fullmatch(r"[^\s\x00-\x1f\x7f]+", base_url):
        return None
    try:
        parts = urlsplit(base_url)
        port = parts.port
    except ValueError:  # a port that is no number, a bracket too many
        return None
    return None if port == 0 else parts


def _is_openai(base_url: str) -> bool:
    host = urlsplit(base_url).hostname or ""
    return host == "openai.com" or host.endswith(".openai.com")
