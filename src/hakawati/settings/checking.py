"""What one place states, held against the shape of the settings: converted, or a problem that names key and cause."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from hakawati.errors import EngineUnavailable
from hakawati.model import Role
from hakawati.settings.layer import VALUE, Layer
from hakawati.settings.shape import Feed, Music, Pauses, Settings, VoiceChoice
from hakawati.unicode import is_unicode

OptionsOf = Callable[[str], type]
"""From an engine's name to the dataclass of its options. Raises EngineUnavailable for no engine's name."""

TABLES: Mapping[str, type] = {"pauses": Pauses, "music": Music, "feed": Feed}
"""The settings that are a table of settings each."""

A_VOICE = "a table with engine, name, rate, pitch or volume"

VERSE = re.compile(r"\s*(\d{1,3})\s*:\s*(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*")
"""A place in the Qur'an, sura:verse or sura:first-last, in digits of any script."""


def no_engines(name: str) -> type:
    raise EngineUnavailable(f"There is no engine named {name!r}.")


def nearest(key: str, known: list[str]) -> str:
    if not known:
        return " There is nothing to set."
    near = get_close_matches(key, known, 1, 0.5)
    return f" Did you mean `{near[0]}`?" if near else f" There are: {', '.join(known)}."


@dataclass(frozen=True, slots=True)
class Checking:
    """Collects the problems of all places."""

    options_of: OptionsOf
    problems: list[str] = field(default_factory=list)

    def settings(self, layer: Layer) -> Iterator[tuple[str, Any]]:
        """The settings that a place states: plain values converted, tables as dictionaries of converted values."""
        return self._known(Settings, layer.values, layer, "")

    def options(self, name: str, values: Mapping[str, Any]) -> object:
        """An engine's options, from what all places together state. None where the name or a value is no good."""
        try:
            shape = self.options_of(name)
            return shape(**values)
        except (EngineUnavailable, TypeError):  # reported by `settings` already
            return None

    def _known(self, shape: type, values: Mapping[str, Any], layer: Layer, table: str) -> Iterator[tuple[str, Any]]:
        """The keys of `values` that `shape` has, converted; what is wrong is a problem."""
        types = get_type_hints(shape, include_extras=True)
        known = [part.name for part in fields(shape)]
        for key, value in values.items():
            name = layer.name(f"{table}{key}").rstrip("._")
            if key not in known:
                self.problems.append(f"{name} is not a setting.{nearest(key, known)}")
                continue
            try:
                if shape is Settings and (key in TABLES or key in _NAMED):
                    yield key, self._table(key, value, layer)
                else:
                    yield key, _converted(value, types[key], layer)
            except msgspec.ValidationError as error:
                self.problems.append(f"{name} = {value!r}: {_choices(types[key]) or _said(error)}")

    def _table(self, key: str, value: object, layer: Layer) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise msgspec.ValidationError("expected a table")
        table = self._entries(key, value, layer)
        if key in TABLES:
            return dict(self._known(TABLES[key], table, layer, f"{key}."))
        return {name: found for name, inner in table.items() for found in _NAMED[key](self, name, inner, layer)}

    def _entries(self, name: str, value: object, layer: Layer, wanted: str = "a table") -> dict[str, Any]:
        """What the table `name` holds; empty where it is none, or has a value beside it (`Layer`).

        The value is not repeated: it may be a secret in the wrong place.
        """
        if isinstance(value, dict) and VALUE not in value:
            return value
        self.problems.append(f"{layer.name(name)}: expected {wanted}")
        return {}

    def _choice(self, who: str, choice: object, layer: Layer) -> Iterator[dict[str, Any]]:
        """One voice of the cast; a name that nearly is a role's is taken for a slip, not for a speaker."""
        meant = get_close_matches(who, list(Role), 1, 0.8)
        if who not in list(Role) and meant:
            self.problems.append(f"{layer.name(f'cast.{who}')} is not a role. Did you mean `{meant[0]}`?")
            return
        entries = self._entries(f"cast.{who}", choice, layer, A_VOICE)
        chosen = dict(self._known(VoiceChoice, entries, layer, f"cast.{who}."))
        if "alternate" in chosen and who not in list(Role):
            self.problems.append(f"{layer.name(f'cast.{who}.alternate')}: only a role has alternate voices, no speaker")
        yield chosen

    def _recording(self, ref: str, path: object, layer: Layer) -> Iterator[Path]:
        name = layer.name(f"recordings.{ref}")
        if not VERSE.fullmatch(ref):
            self.problems.append(f"{name} is no verse: write sura:verse or sura:first-last, such as 17:80")
            return
        try:
            yield _converted(path, Path, layer)
        except msgspec.ValidationError as error:
            self.problems.append(f"{name} = {path!r}: {_said(error)}")

    def _options(self, name: str, table: object, layer: Layer) -> Iterator[dict[str, Any]]:
        try:
            shape = self.options_of(name)
        except EngineUnavailable as error:
            self.problems.append(f"{layer.name(f'engines.{name}')}: {error}")
            return
        yield dict(self._known(shape, self._entries(f"engines.{name}", table, layer), layer, f"engines.{name}."))


_NAMED: Mapping[str, Callable[[Checking, str, object, Layer], Iterator[Any]]] = {
    "cast": Checking._choice,  # noqa: SLF001 - its own
    "recordings": Checking._recording,  # noqa: SLF001 - its own
    "engines": Checking._options,  # noqa: SLF001 - its own
}
"""The settings that are a table whose keys the user names."""


def _converted(value: object, kind: object, layer: Layer) -> Any:  # noqa: ANN401 - whatever the setting is
    if isinstance(value, str | Path) and not is_unicode(str(value)):
        raise msgspec.ValidationError("expected Unicode, and it holds bytes that are no character")

    if not layer.strict and isinstance(value, str) and get_origin(kind) is tuple:
        value = [part.strip() for part in value.split(",") if part.strip()]

    def path(kind: type, value: object) -> Path:
        if kind is not Path or not isinstance(value, str | Path):
            raise ValueError("expected a path")
        return layer.folder / value

    return msgspec.convert(value, kind, strict=layer.strict, dec_hook=path)


def _choices(kind: object) -> str:
    """What there is to choose from, where a setting is one of a few words."""
    return f"there are {', '.join(get_args(kind))}" if get_origin(kind) is Literal else ""


def _said(error: msgspec.ValidationError) -> str:
    return str(error)[:1].lower() + str(error)[1:].replace("`", "")
