"""Addresses on the web, as a feed must state them: absolute, in ASCII."""

import re
from urllib.parse import SplitResult, quote, urlsplit

FILE_NAME = "feed.xml"

_SAFE = "/:@!$&'()*+,;=-._~%"
"""What stands for itself in a path (RFC 3986, 3.3), and the sign that begins what is encoded already."""
_LONE_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"([^:@\[\]]+|\[[0-9A-Fa-f:.]+\])(:\d+)?")
"""A name or an IPv6 address, and perhaps a port. Who fetches a feed has no name and password to give."""


def address(base_url: str, file: str) -> str:
    """Where `file` lies, in the folder `base_url` names with or without a slash at its end.

    Raises ValueError where `base_url` names no host that can be written in ASCII.
    """
    return f"{ascii_address(base_url).rstrip('/')}/{quote(file)}"


def feed_address(base_url: str) -> str:
    """Of the feed itself. Raises ValueError as `address` does."""
    return address(base_url, FILE_NAME)


def ascii_address(url: str) -> str:
    """`url` with its host in the Domain Name System's letters and the rest percent-encoded (RFC 3987, 3.1).

    What is percent-encoded already stays. Raises ValueError where it names no host, or one that cannot be one.
    """
    split = urlsplit(url)
    if not split.hostname:
        raise ValueError("it names no host")
    parts = SplitResult(
        split.scheme,
        _ascii_host(split.netloc),
        _encoded(split.path, _SAFE),
        _encoded(split.query, _SAFE + "?"),
        _encoded(split.fragment, _SAFE + "?"),
    )
    return parts.geturl()


def _ascii_host(place: str) -> str:
    """`place` is a host and perhaps a port."""
    found = _HOST.fullmatch(place)
    if not found:
        raise ValueError(f"no host is called {place!r}")
    host, port = found.groups("")
    try:
        return host.encode("idna").decode() + port
    except UnicodeError as error:
        raise ValueError(f"no host is called {host!r}") from error


def _encoded(part: str, safe: str) -> str:
    return quote(_LONE_PERCENT.sub("%25", part), safe)
