"""The engines at a glance, for `hakawati engines`."""

from dataclasses import dataclass

from hakawati.engines.registry import engine, names


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """`needs` says what to do where the engine does not work yet; `voices` are then none."""

    name: str
    summary: str
    works: bool
    needs: str | None
    voices: tuple[str, ...]


def overview(language: str = "") -> list[EngineInfo]:
    """Every engine in the order of the list, with its voices for a language ("": for all)."""
    return [_info(name, language) for name in names()]


def _info(name: str, language: str) -> EngineInfo:
    one = engine(name)
    needs = one.available()
    return EngineInfo(name, one.summary, needs is None, needs, one.voices(language) if needs is None else ())
