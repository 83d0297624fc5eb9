"""How long a server asks to be left alone (RFC 9110, 10.2.3)."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def asked_rest(retry_after: str, date: str) -> float | None:
    """Seconds, from the headers `Retry-After` and `Date`; None where they do not say.

    A date is held against the server's own: whose clock is wrong does not matter then.
    """
    if re.fullmatch("[0-9]{1,9}", retry_after):
        return float(retry_after)
    until, now = _moment(retry_after), _moment(date)
    return None if until is None or now is None else max(0.0, (until - now).total_seconds())


def _moment(date: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(date)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
