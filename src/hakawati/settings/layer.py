"""One place that states settings: a file, the environment, the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PREFIX = "HAKAWATI_"

VALUE = ""
"""The key that a table has a value under which stands in its place, as of `HAKAWATI_PAUSES=3` beside
`HAKAWATI_PAUSES__VERSE=1`."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Values as one place states them: `label` tells the user which; relative paths count from `folder`.

    `strict`: a value has its type already; else it is text, and read as what the setting is.
    """

    label: str
    values: Mapping[str, Any]
    folder: Path
    strict: bool = True

    def name(self, key: str) -> str:
        """The key as whoever wrote it knows it."""
        if self.label == PREFIX:
            return PREFIX + key.upper().replace(".", "__")
        return f"{self.label}: {key}"
