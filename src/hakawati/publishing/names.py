"""The names of published files: ASCII, safe on every system, and the same from build to build.

A name comes from the episode's number and the book, never from the episode's title: a title mended in a script must
not change the address under which a podcast's listeners know the episode.
"""

import re
from unicodedata import normalize

RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
"""Names that Windows gives to devices, whatever ending follows (Microsoft, «Naming Files, Paths, and Namespaces»)."""


def slug(name: str) -> str:
    """`name` in lower-case ASCII letters, digits and hyphens, at most 40; `episode` where nothing of it is ASCII."""
    plain = normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    safe = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].rstrip("-") or "episode"
    return f"{safe}-book" if safe in RESERVED else safe


def episode_file(number: int, of: int, slug: str) -> str:
    """The file name of episode `number`, zero-padded so that names sort as episodes do."""
    return f"{number:0{max(2, len(str(of)))}}-{slug}.mp3"
