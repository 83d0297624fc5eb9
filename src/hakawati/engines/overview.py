"""The engines at a glance, for `hakawati engines`."""

from dataclasses import dataclass

from hakawati.engines import plugins
from hakawati.engines.registry import Engines, names, taken
from hakawati.errors import EngineError


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """`needs` says what to do where the engine does not work yet; `voices` are then none.

    `plugin`: the package that brings it, as `hakawati-musicbox 1.0`; None for an engine of Hakawati's own.
    """

    name: str
    summary: str
    works: bool
    needs: str | None
    voices: tuple[str, ...]
    remote: bool = False
    plugin: str | None = None


def overview(engines: Engines, language: str = "") -> list[EngineInfo]:
    """Every engine in the order of the list, then every plug-in, whatever is wrong with it; with the voices for a
    language ("": for all).
    """
    unused = (name for name in plugins.names() if name in taken())
    return [_info(name, engines, language) for name in names()] + [_unused(name) for name in unused]


def _info(name: str, engines: Engines, language: str) -> EngineInfo:
    plugin = None if name in taken() else plugins.origin(name)
    summary, remote = "", False
    try:
        one = engines[name]
        summary, remote = one.summary, one.remote
        needs = one.available()
        voices = () if needs else tuple(one.voices(language))
    except EngineError as error:
        needs, voices = str(error), ()
    return EngineInfo(name, summary, needs is None, needs, voices, remote=remote, plugin=plugin)


def _unused(name: str) -> EngineInfo:
    """A plug-in that wants to be one of Hakawati's own engines: whoever chooses that gets Hakawati's."""
    origin = plugins.origin(name)
    needs = f"{name}: this plug-in is never used, as Hakawati has an engine of this name. Uninstall {origin}."
    return EngineInfo(name, "", works=False, needs=needs, voices=(), plugin=origin)
