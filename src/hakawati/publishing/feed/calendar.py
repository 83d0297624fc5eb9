"""The day each episode appears: what the settings say, never the clock."""

import datetime as dt
from email.utils import format_datetime

APART = dt.timedelta(minutes=1)
"""The least between two episodes: apps put those of one moment in any order."""


def published(number: int, first: dt.date, every_days: float) -> dt.datetime:
    """When episode `number` appears, in UTC. Raises OverflowError beyond the year 9999."""
    begin = dt.datetime.combine(first, dt.time(), dt.UTC)
    return begin + (number - 1) * max(dt.timedelta(days=every_days), APART)


def rfc_2822(moment: dt.datetime) -> str:
    """As `Sat, 31 Jan 2026 00:00:00 GMT`: in English, whatever this machine speaks."""
    return format_datetime(moment, usegmt=True)
