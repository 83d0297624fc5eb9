"""The versions of the packages that engines stand on."""

from functools import cache
from importlib import metadata


@cache
def installed(distribution: str) -> str:
    """The version of an installed distribution; `none` where it is not installed."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "none"
