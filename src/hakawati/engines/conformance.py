"""Whether a class makes an engine: told when a plug-in is loaded, not in the middle of a book."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from typing import get_type_hints

from hakawati.engines.protocol import Engine, RemoteEngine

NAME = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
"""What a voice (`musicbox:low`), a table and a variable of the settings can all be named by."""


def shortcomings(kind: object) -> list[str]:
    """What `kind` lacks to be an engine's class, each in words that follow "it"; none where it is one."""
    if not isinstance(kind, type):
        return ["is no class"]
    found = [*_facts(kind), *_making(kind), *_methods(kind, Engine)]
    return [*found, *_methods(kind, RemoteEngine)] if getattr(kind, "remote", False) else found


def unset(engine: Engine) -> list[str]:
    """Which of the numbers an engine was made without, in the same words: they may depend on its options."""
    wanted = ["characters_per_second", *(["at_once"] if engine.remote else [])]
    return [f"sets no `{name}` above 0" for name in wanted if not _above_zero(getattr(engine, name, None))]


def _above_zero(value: object) -> bool:
    return isinstance(value, int | float) and value > 0


def _facts(kind: type) -> Iterator[str]:
    """What is to be known of an engine before one is made."""
    for name, type_ in get_type_hints(Engine).items():
        if type_ in (str, bool) and not isinstance(getattr(kind, name, None), type_):
            yield f"has no `{name}` that is a {type_.__name__}"
    called = getattr(kind, "name", None)
    if isinstance(called, str) and not NAME.fullmatch(called):
        yield f"has the name {called!r}, which is not made of small letters, digits, - and _"


def _making(kind: type) -> Iterator[str]:
    """How one is made: with its options, which can be made of nothing."""
    options = getattr(kind, "Options", None)
    if not isinstance(options, type) or not is_dataclass(options) or not _frozen(options):
        yield "has no `Options` that is a frozen dataclass"
    else:
        yield from (
            f"has `Options` whose `{one.name}` has no default"
            for one in fields(options)
            if one.default is MISSING and one.default_factory is MISSING
        )
    if not _takes(kind, 1):
        yield "is not made with one argument, its options"


def _frozen(options: type) -> bool:
    parameters = getattr(options, "__dataclass_params__", None)
    return bool(getattr(parameters, "frozen", False))


def _methods(kind: type, protocol: type) -> Iterator[str]:
    for name, wanted in vars(protocol).items():
        if name.startswith("_") or not inspect.isfunction(wanted):
            continue
        parameters = list(inspect.signature(wanted).parameters)
        method = inspect.getattr_static(kind, name, None)
        if not callable(getattr(kind, name, None)):
            yield f"has no method `{name}`"
        elif inspect.isfunction(method) and not _takes(method, len(parameters)):
            yield f"has a `{name}` that does not take ({', '.join(parameters)})"


def _takes(called: object, arguments: int) -> bool:
    assert callable(called)
    try:
        inspect.signature(called).bind(*[None] * arguments)
    except (TypeError, ValueError):  # ValueError: what is written in C may tell nothing of its arguments
        return False
    return True
