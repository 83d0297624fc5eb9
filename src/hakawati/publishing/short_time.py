"""Times as listeners write them."""

from hakawati.units import Milliseconds


def short_time(time: Milliseconds) -> str:
    """`0:07`, `59:59`, `1:02:03`: whole seconds, none of them past `time`. Players make such times into links."""
    minutes, seconds = divmod(time // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
