"""What comes with espeak-ng: where its data lies, which languages and which variants of a voice it holds."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from hakawati.engines.espeaking.languages import espeak_name
from hakawati.errors import EngineUnavailable

LONGEST_PATH = 150
"""Bytes: espeak-ng keeps the folder's path in 160 (N_PATH_HOME) and looks elsewhere, in vain, when it does not fit."""


def data_folder() -> Path:
    """Raises EngineUnavailable when espeakng-loader is not installed."""
    try:
        import espeakng_loader  # noqa: PLC0415 - its absence is reported, not a failed start
    except ImportError as error:
        raise EngineUnavailable(
            "espeak: the package espeakng-loader is missing. Install it: pip install espeakng-loader"
        ) from error
    return Path(espeakng_loader.get_data_path())


@contextmanager
def short_path(folder: Path) -> Iterator[str]:
    """A path to `folder` that espeak-ng has room for: itself, or a link to it that lasts as long as the block."""
    if len(os.fsencode(folder)) <= LONGEST_PATH:
        yield str(folder)
        return
    with tempfile.TemporaryDirectory(prefix="hakawati-") as place:
        link = Path(place) / "d"
        try:
            link.symlink_to(folder, target_is_directory=True)
        except OSError as error:
            raise EngineUnavailable(
                f"espeak: the path of its data is too long for it, and no link can be made ({error.strerror}): "
                f"{folder}. Install Hakawati in a folder with a shorter path."
            ) from error
        yield str(link)


@cache
def languages() -> tuple[str, ...]:
    """The names of the voices, one per language or regional form, in order: `ar`, `cmn`, `en`, `en-US` …"""
    folder = data_folder()
    found = (path for path in (folder / "lang").rglob("*") if path.is_file())
    return tuple(sorted(path.name for path in found if (folder / f"{_dictionary(path)}_dict").exists()))


@cache
def variants() -> tuple[str, ...]:
    """The ways a voice can be varied, in order: `Alex`, `f2`, `m7` …; any goes with any language."""
    return tuple(sorted(path.name for path in (data_folder() / "voices" / "!v").iterdir()))


def voice_of(language: str) -> str | None:
    """The voice that speaks a book's language, None when there is none."""
    name = espeak_name(language)
    return name if name in languages() else None


def _dictionary(voice: Path) -> str:
    """Which dictionary a voice reads with: what it says, else its language's. A few have none and cannot speak."""
    lines = (line.split() for line in voice.read_text("utf-8", "replace").splitlines())
    said = {line[0]: line[1] for line in reversed(list(lines)) if len(line) > 1}
    return said.get("dictionary", said.get("language", voice.name).split("-")[0])
