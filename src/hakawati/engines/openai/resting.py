"""How long the server wants to be left alone."""

import math
import re
from collections.abc import Mapping

from hakawati.engines.remote.retry_after import asked_rest

_DURATION = re.compile(r"(?=\d)(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?")
_SECONDS = (3600.0, 60.0, 1.0, 0.001)
"""In each of its units."""


def rest(headers: Mapping[str, str]) -> float | None:
    """Seconds, by the first of these headers that says it: `retry-after-ms`, `Retry-After`, `x-ratelimit-reset-*` of
    what has run out (OpenAI's, written `6m0s` or `20ms`). None where none does. `headers` are by names in lower case.
    """
    milliseconds = headers.get("retry-after-ms", "")
    if re.fullmatch(r"\d{1,9}(\.\d{1,9})?", milliseconds):
        return float(milliseconds) / 1000
    asked = asked_rest(headers.get("retry-after", ""), headers.get("date", ""))
    return _reset(headers) if asked is None else asked


def _reset(headers: Mapping[str, str]) -> float | None:
    spent = (what for what in ("requests", "tokens") if headers.get(f"x-ratelimit-remaining-{what}") == "0")
    waits = [_duration(headers.get(f"x-ratelimit-reset-{what}", "")) for what in spent]
    return max((wait for wait in waits if wait is not None), default=None)


def _duration(text: str) -> float | None:
    found = _DURATION.fullmatch(text)
    if found is None:
        return None
    parts = zip(found.groups(), _SECONDS, strict=True)
    return math.fsum(float(number) * seconds for number, seconds in parts if number)
