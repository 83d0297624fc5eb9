"""The list of engines. To add one: a file beside this one, and a line in the list; or a package of your own that
names it as an entry point (docs/plugins.md).
"""

import difflib
import threading
from collections.abc import Iterable, Mapping
from importlib import import_module

from hakawati.engines.protocol import Engine
from hakawati.errors import EngineUnavailable

# By name, each with its module and class: an engine's module is imported when the engine is first asked for, so that
# a build with one engine does not wait for the imports of all.
ENGINES: dict[str, str] = {
    "espeak": "hakawati.engines.espeak.engine:Espeak",
    "gtts": "hakawati.engines.gtts.engine:Gtts",
    "edge": "hakawati.engines.edge.engine:Edge",
    "openai": "hakawati.engines.openai.engine:OpenAI",
    "piper": "hakawati.engines.piper.engine:Piper",
    "command": "hakawati.engines.command.engine:Command",
    "silent": "hakawati.engines.silent:Silent",
}

NOT_LISTED: dict[str, str] = {"recording": "hakawati.engines.recording:Recording"}
"""Engines that no user chooses by name: the settings lead to them in other ways."""


def names() -> tuple[str, ...]:
    """Our own in the order of the list, then those of plug-ins."""
    from hakawati.engines import plugins  # noqa: PLC0415 - reads the metadata of all packages that are installed

    return tuple(ENGINES) + tuple(name for name in plugins.names() if name not in taken())


def taken() -> tuple[str, ...]:
    """The names that no plug-in can have."""
    return tuple({**ENGINES, **NOT_LISTED})


def kind(name: str) -> type[Engine]:
    """The engine's class. Raises EngineUnavailable for a name that nobody has, and for a plug-in that is broken."""
    own = {**ENGINES, **NOT_LISTED}.get(name)
    return _own(own) if own else _plugged_in(name)


def _own(place: str) -> type[Engine]:
    module, _, name = place.partition(":")
    found: type[Engine] = getattr(import_module(module), name)
    return found


def _plugged_in(name: str) -> type[Engine]:
    from hakawati.engines import plugins  # noqa: PLC0415 - as in `names`

    if name in plugins.names():
        return plugins.kind(name)
    near = difflib.get_close_matches(name, names(), n=1)
    meant = f" Did you mean `{near[0]}`?" if near else ""
    raise EngineUnavailable(f"There is no engine named {name!r}.{meant} The engines are: {', '.join(names())}.")


def options_of(name: str) -> type:
    """The dataclass that `[engines.NAME]` must fit. Raises EngineUnavailable."""
    return kind(name).Options


class Engines:
    """The engines of one book, each made once, when it is first asked for. `options` are by engine's name."""

    def __init__(self, options: Mapping[str, object] | None = None) -> None:
        self._options = options or {}
        self._made: dict[str, Engine] = {}
        self._making = threading.Lock()

    def __getitem__(self, name: str) -> Engine:
        """Raises EngineUnavailable for a name that nobody has, and EngineError for a plug-in that is broken."""
        with self._making:
            if name not in self._made:
                asked = kind(name)
                options = self._options.get(name)
                self._made[name] = asked(asked.Options() if options is None else options)
            return self._made[name]

    def require(self, names: Iterable[str]) -> None:
        """Raises EngineUnavailable for the first of the engines that does not work here, and says what it needs."""
        for name in names:
            needs = self[name].available()
            if needs:
                raise EngineUnavailable(needs)

    @property
    def slow(self) -> bool:
        """Whether one of those that were made is."""
        return any(made.slow for made in self._made.values())

    def close(self) -> None:
        """Let go of all that the engines hold."""
        for made in list(self._made.values()):
            made.close()
