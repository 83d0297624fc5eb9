"""Where settings come from, and which of them wins.

A flag wins over `HAKAWATI_*`, that over the file, that over the defaults. The file is found beside the source or above
it. Where it names a `source`, the keys that describe a book (title, author, …) belong to that source alone: another
text built from the same place takes its own.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hakawati.errors import SettingsError
from hakawati.settings.checking import TABLES, Checking, OptionsOf, no_engines
from hakawati.settings.fitting import not_fitting
from hakawati.settings.layer import PREFIX, VALUE, Layer
from hakawati.settings.shape import OF_ONE_BOOK, Settings, VoiceChoice

FILE_NAME = "hakawati.toml"


def load(
    source: Path | None,
    flags: Mapping[str, Any],
    environment: Mapping[str, str],
    here: Path,
    options_of: OptionsOf = no_engines,
) -> Settings:
    """The settings for `source` (None: the one the file names), given on the command line from the folder `here`.

    `options_of` gives the dataclass that an engine's own table must fit. Raises SettingsError with all problems.
    """
    asked = (here / source).resolve() if source else None
    layers = [_environment(environment, here), Layer("command line", _given(flags), here)]
    file = find(asked.parent if asked else here)
    if file:
        layers.insert(0, _file_layer(file, asked))
    return _settings(layers, asked, Checking(options_of))


def find(folder: Path) -> Path | None:
    """The settings file in `folder` or the nearest above it."""
    return next((file for place in (folder, *folder.parents) if (file := place / FILE_NAME).is_file()), None)


def _given(flags: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in flags.items() if value is not None}


def _file_layer(file: Path, asked: Path | None) -> Layer:
    try:
        values = tomllib.loads(file.read_text("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError([f"{file}: {error}"]) from error
    named = values.get("source")
    if asked and isinstance(named, str) and (file.parent / named).resolve() != asked:
        values = {key: value for key, value in values.items() if key not in OF_ONE_BOOK}
    return Layer(str(file), values, file.parent)


def _environment(environment: Mapping[str, str], here: Path) -> Layer:
    """`HAKAWATI_ENGINE=…`, and for a key in a table `HAKAWATI_PAUSES__SENTENCE=…`."""
    stated = {
        name.removeprefix(PREFIX).lower(): value for name, value in environment.items() if name.startswith(PREFIX)
    }
    values: dict[str, Any] = {}
    for name, value in sorted(stated.items()):
        if value:
            *tables, key = name.split("__")
            place = values
            for table in tables:
                place = _table(place, table)
            place[key] = value
    return Layer(PREFIX, values, here, strict=False)


def _table(place: dict[str, Any], name: str) -> dict[str, Any]:
    """The table of this name; a value in its place is kept in it."""
    found = place.setdefault(name, {})
    if not isinstance(found, dict):
        found = place[name] = {VALUE: found}
    return found


def _settings(layers: list[Layer], asked: Path | None, checking: Checking) -> Settings:
    values: dict[str, Any] = {}
    for layer in layers:
        for key, value in checking.settings(layer):
            values[key] = _merged(values[key], value) if isinstance(values.get(key), dict) else value
    values |= {key: shape(**values.get(key, {})) for key, shape in TABLES.items()}
    values["cast"] = {who: VoiceChoice(**choice) for who, choice in values.get("cast", {}).items()}
    values["engines"] = {name: checking.options(name, table) for name, table in values.get("engines", {}).items()}
    if asked:
        values["source"] = asked
    problems = [*checking.problems, *not_fitting(values)]
    if problems:
        raise SettingsError(problems)
    return Settings(**values)


def _merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Tables key by key, the other winning, however deep."""
    both = {**one, **other}
    for key in one.keys() & other.keys():
        if isinstance(one[key], dict) and isinstance(other[key], dict):
            both[key] = _merged(one[key], other[key])
    return both
