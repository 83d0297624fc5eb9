"""What goes into a page as it is: style sheets and scripts, and the policy that lets these run and nothing else."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

FOLDER = Path(__file__).parent

TEXT_STYLES = ("palette", "type", "roles", "text_page")
PAGE_STYLES = ("palette", "type", "roles", "book", "contents", "reading", "player", "help", "print")
EARLY_SCRIPTS = ("storage", "theme")
"""Before anything is drawn, so that no page flashes white at night."""
PAGE_SCRIPTS = (
    "storage",
    "signals",
    "book",
    "clock",
    "places",
    "texts",
    "units",
    "ranges",
    "player",
    "reading",
    "following",
    "pointing",
    "contents",
    "controls",
    "sleeping",
    "media_keys",
    "folding",
    "finding",
    "search",
    "appearance",
    "keys",
    "opening",
)
"""In the order in which each builds on those before it."""


@cache
def style(names: tuple[str, ...]) -> str:
    return "\n" + "".join(_read("css", f"{name}.css") for name in names)


@cache
def script(names: tuple[str, ...]) -> str:
    """The scripts in a scope of their own."""
    return '\n(() => {\n"use strict";\n' + "".join(_read("js", f"{name}.js") for name in names) + "})();\n"


def content_security_policy(style: str, scripts: tuple[str, ...]) -> str:
    """Only what stands in the page, and files beside it: from `file:` there is no origin that could be `'self'`."""
    beside = "'self' file:"
    allowed = " ".join(map(_hash, scripts))
    rules = {
        "default-src": "'none'",
        "script-src": f"{beside} {allowed}" if scripts else "'none'",
        "style-src": _hash(style),
        "img-src": f"{beside} data:",
        "media-src": beside,
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _hash(inline: str) -> str:
    return f"'sha256-{b64encode(sha256(inline.encode()).digest()).decode()}'"


def _read(folder: str, name: str) -> str:
    return (FOLDER / folder / name).read_text("utf-8")
