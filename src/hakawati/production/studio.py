"""Where takes are made: the store they are kept in and the engines that perform them."""

from dataclasses import dataclass
from pathlib import Path

from hakawati.engines.registry import Engines
from hakawati.settings import Settings
from hakawati.store import Store, default_place

GIGABYTE = 10**9


@dataclass(frozen=True, slots=True)
class Workplace:
    """A studio as it travels to another process: the store's folder, its limit in bytes, the engines' options."""

    store: Path
    limit: int
    options: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Studio:
    store: Store
    engines: Engines


def workplace(settings: Settings) -> Workplace:
    return Workplace(
        settings.store or default_place(),
        round(settings.store_gigabytes * GIGABYTE),
        tuple(sorted(settings.engines.items())),
    )


_OPEN: dict[str, Studio] = {}
"""By what is told of the workplace: a plug-in's options may hold what has no hash, such as a list."""


def studio(place: Workplace) -> Studio:
    """One in each process: an engine is loaded once, and a connection is kept."""
    told = repr(place)
    return _OPEN.get(told) or _OPEN.setdefault(
        told, Studio(Store(place.store, place.limit), Engines(dict(place.options)))
    )


def close_all() -> bool:
    """Engines of this process let go of what they hold; what they perform in other threads ends within a second.

    Whether one of them takes its time, and so may have been performing, with something to tidy up.
    """
    engines = [one.engines for one in list(_OPEN.values())]
    for one in engines:
        one.close()
    return any(one.slow for one in engines)


def studio_for(settings: Settings) -> Studio:
    return studio(workplace(settings))
