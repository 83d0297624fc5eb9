"""How long a server asks to be left alone: in seconds, or until a date by its own clock."""

import pytest

from hakawati.engines.remote.retry_after import asked_rest

NOW = "Wed, 21 Oct 2015 07:28:00 GMT"


@pytest.mark.parametrize(
    ("retry_after", "date", "rest"),
    [
        ("0", "", 0.0),
        ("120", "", 120.0),
        ("120", "nonsense", 120.0),
        ("Wed, 21 Oct 2015 07:30:00 GMT", NOW, 120.0),
        ("Wed, 21 Oct 2015 09:30:00 +0200", NOW, 120.0),
        ("Wed, 21 Oct 2015 07:30:00 -0000", NOW, 120.0),
        ("Wednesday, 21-Oct-15 07:30:00 GMT", NOW, 120.0),
        ("Wed, 21 Oct 2015 07:00:00 GMT", NOW, 0.0),
        ("Wed, 21 Oct 2015 07:30:00 GMT", "", None),
        ("", NOW, None),
        ("", "", None),
        ("-5", NOW, None),
        ("soon", NOW, None),
        ("1.5", NOW, None),
        ("٣", NOW, None),
        ("Wed, 99 Oct 2015 07:30:00 GMT", NOW, None),
    ],
)
def test_the_rest(retry_after: str, date: str, rest: float | None) -> None:
    assert asked_rest(retry_after, date) == rest
