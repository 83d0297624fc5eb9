"""How long the server asks to be left alone."""

import pytest

from hakawati.engines.openai.resting import rest

DATE = {"date": "Wed, 21 Oct 2026 07:28:00 GMT"}
SPENT = {"x-ratelimit-remaining-requests": "0"}

RESTS: list[tuple[dict[str, str], float | None]] = [
    ({}, None),
    ({"retry-after": "7"}, 7.0),
    ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
    ({"retry-after": "Wed, 21 Oct 2026 07:29:30 GMT", **DATE}, 90.0),
    ({"retry-after": "Wed, 21 Oct 2026 07:00:00 GMT", **DATE}, 0.0),
    ({"retry-after": "Wed, 21 Oct 2026 07:29:30 GMT"}, None),
    ({"retry-after": "soon", "retry-after-ms": "-5"}, None),
    ({"retry-after": "nan"}, None),
    ({**SPENT, "x-ratelimit-reset-requests": "6m0s"}, 360.0),
    ({**SPENT, "x-ratelimit-reset-requests": "1h2m3.5s"}, 3723.5),
    ({**SPENT, "x-ratelimit-reset-requests": "20ms"}, 0.02),
    ({**SPENT, "x-ratelimit-reset-requests": "20ms", "retry-after": "3"}, 3.0),
    ({**SPENT, "x-ratelimit-reset-requests": ""}, None),
    ({**SPENT, "x-ratelimit-reset-requests": "5 minutes"}, None),
    ({"x-ratelimit-remaining-requests": "9", "x-ratelimit-reset-requests": "6m0s"}, None),
    ({**SPENT, "x-ratelimit-reset-requests": "1s", "x-ratelimit-reset-tokens": "9s"}, 1.0),
]


@pytest.mark.parametrize(("headers", "seconds"), RESTS)
def test_rest(headers: dict[str, str], seconds: float | None) -> None:
    assert rest(headers) == (None if seconds is None else pytest.approx(seconds))
