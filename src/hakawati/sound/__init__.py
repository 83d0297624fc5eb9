"""Speech becomes finished, encoded takes, and takes become one MP3 stream."""

from functools import cache
from importlib import metadata

FORMAT = 1
"""Raised when finishing, encoding or linking changes in a way that no library's version tells."""

SHAPED_BY = "lameenc", "numpy", "pydub", "soxr"
"""The distributions whose version can change a take's bytes."""


@cache
def version() -> str:
    """What a take's bytes depend on beside its speech and its settings; part of its key. Loads no library."""
    return " ".join([f"sound {FORMAT}", *(f"{name} {metadata.version(name)}" for name in SHAPED_BY)])
