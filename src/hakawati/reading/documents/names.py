"""Names of several authors as one."""

from collections.abc import Iterable


def joined(names: Iterable[str]) -> str | None:
    """With the comma of their script between; None where there are none."""
    found = list(names)
    arabic = any("\u0600" <= letter <= "\u06ff" for name in found for letter in name)
    return ("، " if arabic else ", ").join(found) or None
