"""Keys and passwords blotted out of whatever others say: a server may repeat the key it was sent, an exception the
address of a proxy with its password.
"""

import base64
import html
import json
import logging
import re
import string
from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import quote, unquote

BLOT = "[hidden]"

TELLING = 8
"""Characters in a row that a text may not share with a secret, so that no part of one is told either."""

LEAST_CHANCE = 12
"""Characters that no sound holds in a row by chance."""

SHORTEST = 4
"""Characters: what is shorter is no secret, but a word for servers that want just any key; or a coincidence."""

WIRE_LOGS = ("httpx", "httpcore.connection", "httpcore.http11", "httpcore.http2", "httpcore.proxy", "httpcore.socks")
"""The loggers that write down what goes over the wire, answers' headers and all."""

_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_USER_IN_ADDRESS = re.compile(r"(?<=//)[^/\s@]+(?=@)")


class Blotter:
    """Knows the secrets."""

    def __init__(self, secrets: Iterable[str]) -> None:
        secrets = [secret for secret in secrets if len(secret) >= SHORTEST]
        self._long = tuple(secret.encode() for secret in secrets if len(secret) >= LEAST_CHANCE)
        forms = {form for secret in secrets for form in _forms(secret)}
        self._telling = frozenset(part for form in forms for part in _parts(form.translate(_LOWER)))
        self._bare = frozenset(part for form in forms for part in _parts(_bare(form)) if len(part) == TELLING)

    def told_in(self, sound: bytes) -> bool:
        """Whether bytes that are to be kept as they are hold a secret."""
        return any(secret in sound for secret in self._long)

    def blotted(self, text: str) -> str:
        """`text` without the secrets, as they are, percent-encoded, hexadecimal or in base64, and without parts of
        them; where one still shines through (spaced out, or encoded otherwise) nothing of the text is left.
        """
        covered = self._covered(_USER_IN_ADDRESS.sub(BLOT, text))
        rest = covered.replace(BLOT, "\n")
        views = (rest, unquote(rest), html.unescape(rest), _unescaped(rest))
        return BLOT if any(_holds(_bare(view), self._bare) for view in views) else covered

    def _covered(self, text: str) -> str:
        plain = text.translate(_LOWER)
        hidden = bytearray(len(text))
        for start, end in _found(plain, self._telling):
            hidden[start:end] = b"\1" * (end - start)
        runs = groupby(zip(text, hidden, strict=True), key=lambda pair: pair[1])
        return "".join(BLOT if covered else "".join(letter for letter, _ in run) for covered, run in runs)


class WireLog(logging.Filter):
    """What the HTTP library logs goes through the blotter, however much of it somebody wants to see."""

    def __init__(self, blotter: Blotter) -> None:
        super().__init__()
        self._blotter = blotter

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = self._blotter.blotted(record.getMessage()), None
        return True

    def attach(self) -> None:
        for name in WIRE_LOGS:
            logging.getLogger(name).addFilter(self)

    def detach(self) -> None:
        for name in WIRE_LOGS:
            logging.getLogger(name).removeFilter(self)


def passwords(addresses: Iterable[str]) -> Iterator[str]:
    """The passwords in addresses such as `http://name:password@proxy:3128`, as they stand and decoded; a name without
    one is taken for one.
    """
    for address in addresses:
        user, at, _ = address.rpartition("//")[2].rpartition("@")
        if at:
            name, _, password = user.partition(":")
            yield from (password or name, unquote(password or name))


def _forms(secret: str) -> Iterator[str]:
    """The secret, and how it looks where it was encoded, by itself or in the midst of something longer."""
    raw = secret.encode()
    coded = [quote(secret, safe=""), raw.hex(), *_in_base64(raw)]
    yield secret
    yield from (form for form in coded if len(form) >= SHORTEST)


def _in_base64(raw: bytes) -> Iterator[str]:
    """What is the same whatever stands before and after: three bytes make four characters, so there are three ways."""
    for before in range(3):
        coded = base64.b64encode(bytes(before) + raw).decode()
        inner = coded[(0, 2, 3)[before] : (before + len(raw)) * 8 // 6]
        yield inner
        yield inner.replace("+", "-").replace("/", "_")


def _parts(form: str) -> Iterator[str]:
    length = min(TELLING, len(form))
    return (form[start : start + length] for start in range(len(form) - length + 1))


def _found(text: str, parts: frozenset[str]) -> Iterator[tuple[int, int]]:
    for length in sorted({len(part) for part in parts}):
        for start in range(len(text) - length + 1):
            if text[start : start + length] in parts:
                yield start, start + length


def _holds(text: str, parts: frozenset[str]) -> bool:
    return next(_found(text, parts), None) is not None


def _bare(text: str) -> str:
    """Its ASCII letters and digits: what is left of it however it is spaced, wrapped or quoted."""
    return re.sub("[^a-z0-9]", "", text.translate(_LOWER))


def _unescaped(text: str) -> str:
    r"""With `\u0073` as the letter it stands for."""
    return re.sub(r"\\u[0-9a-fA-F]{4}", lambda found: str(json.loads(f'"{found[0]}"')), text)
