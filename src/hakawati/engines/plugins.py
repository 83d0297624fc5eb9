"""Engines of other packages: entry points of the group `hakawati.engines`, whose name is the engine's.

A plug-in is foreign code: nothing of it is loaded before it is asked for, and whatever it raises, now or when it
performs, reaches the rest of Hakawati as an EngineError that names it. docs/plugins.md tells how to write one.
"""

from collections.abc import Callable, Mapping
from functools import cache, wraps
from importlib.metadata import EntryPoint, entry_points
from typing import Any, cast

from hakawati.engines.conformance import shortcomings, unset
from hakawati.engines.protocol import Engine
from hakawati.errors import EngineFailed, EngineUnavailable, HakawatiError

GROUP = "hakawati.engines"

_OF_ALL = ("__init__", "available", "voices", "cast", "shaped_by", "perform", "close")
_OF_REMOTE = ("requests", "fetch", "assembled")

_WAY_ON = "Tell whoever wrote it, or uninstall it."


def names() -> tuple[str, ...]:
    """In alphabetical order. Loads none of them."""
    return tuple(sorted(_points()))


def origin(name: str) -> str:
    """The packages that bring an engine of this name, with their versions: `hakawati-musicbox 1.0`."""
    return " and ".join(sorted(_package(point) for point in _points()[name]))


@cache
def kind(name: str) -> type[Engine]:
    """The engine's class. Raises EngineUnavailable for a plug-in that cannot be loaded or is no engine."""
    if len(_points()[name]) > 1:
        raise EngineUnavailable(f"{name}: {origin(name)} bring an engine of this name each. Uninstall all but one.")
    loaded = _loaded(name)
    found = shortcomings(loaded)
    if not found and loaded.name != name:
        found = [f"has the name {loaded.name!r}, and its entry point another"]
    _require_none(found, name)
    return _guarded(loaded)


def _require_none(shortcomings: list[str], name: str) -> None:
    if shortcomings:
        raise EngineUnavailable(f"{_described(name)} is no engine: it {'; it '.join(shortcomings)}. {_WAY_ON}")


def _loaded(name: str) -> type[Engine]:
    try:
        return cast("type[Engine]", _points()[name][0].load())
    except Exception as error:
        raise EngineUnavailable(f"{_described(name)} cannot be loaded ({_cause(error)}). {_WAY_ON}") from error


def _described(name: str) -> str:
    return f"{name}: the plug-in {_points()[name][0].value} ({origin(name)})"


def _guarded(kind: type[Engine]) -> type[Engine]:
    """A class derived from it, whose methods raise nothing but HakawatiError."""
    guarded: type[Engine] = type(kind.__name__, (kind,), {})
    for name in (*_OF_ALL, *(_OF_REMOTE if kind.remote else ())):
        setattr(guarded, name, _guard(guarded, name))
    return guarded


def _guard(guarded: type[Engine], name: str) -> Callable[..., Any]:
    """The method `name`, as the class that `guarded` derives from has it."""

    @wraps(getattr(guarded, name))
    def call(engine: Engine, *arguments: object) -> Any:  # noqa: ANN401 - whatever the method gives
        try:
            answer = getattr(super(guarded, engine), name)(*arguments)
            if name == "__init__":
                _require_none(unset(engine), guarded.name)
        except HakawatiError:
            raise
        except Exception as error:
            called = f"{_described(guarded.name)} broke in {name.strip('_')}"
            raise EngineFailed(f"{called} ({_cause(error)}). {_WAY_ON}") from error
        else:
            return answer

    return call


def _cause(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".rstrip(": .")


def _package(point: EntryPoint) -> str:
    """An entry point whose package has lost its name is known by the module that it names."""
    named = point.dist.name if point.dist else None
    return f"{named} {point.dist.version}" if point.dist and named else point.module


@cache
def _points() -> Mapping[str, tuple[EntryPoint, ...]]:
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for point in entry_points(group=GROUP):
        found[point.name] = (*found.get(point.name, ()), point)
    return found
