"""Times as transcripts write them."""


def clock_time(time: int, point: str) -> str:
    """`time` in milliseconds as hours, minutes, seconds and thousandths, such as 00:01:02.345."""
    seconds, thousandths = divmod(time, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}{point}{thousandths:03}"
