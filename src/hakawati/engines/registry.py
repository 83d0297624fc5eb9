"""The list of engines. To add one: a file beside this one, and a line in the list."""

import difflib
from collections.abc import Iterable
from functools import cache

from hakawati.engines.espeak.engine import Espeak
from hakawati.engines.gtts.engine import Gtts
from hakawati.engines.protocol import Engine
from hakawati.engines.silent import Silent
from hakawati.errors import EngineUnavailable

# None of these modules imports anything heavy before it is asked to perform.
ENGINES: tuple[type[Engine], ...] = (
    Espeak,
    Gtts,
    Silent,
)


def names() -> tuple[str, ...]:
    return tuple(kind.name for kind in ENGINES)


def require(names: Iterable[str]) -> None:
    """Raises EngineUnavailable for the first of the engines that does not work here, and says what it needs."""
    for name in names:
        needs = engine(name).available()
        if needs:
            raise EngineUnavailable(needs)


@cache
def engine(name: str) -> Engine:
    """The engine of this name, one per process. Raises EngineUnavailable for a name not in the list."""
    for kind in ENGINES:
        if kind.name == name:
            return kind()
    near = difflib.get_close_matches(name, names(), n=1)
    meant = f" Did you mean `{near[0]}`?" if near else ""
    raise EngineUnavailable(f"There is no engine named {name!r}.{meant} The engines are: {', '.join(names())}.")
