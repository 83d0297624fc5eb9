"""Commands timed in turn, A B A B …, so that a machine that slows down slows both."""

import statistics
import subprocess
import time
from collections.abc import Sequence


def seconds(command: Sequence[str], **options: object) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **options)  # type: ignore[call-overload]
    return time.perf_counter() - began


def in_turn(one: Sequence[str], other: Sequence[str], times: int = 11) -> tuple[float, float, float]:
    """The median seconds of both commands, and the median of their ratio pair by pair, after one run uncounted."""
    pairs = [(seconds(one), seconds(other)) for _ in range(times + 1)][1:]
    ones, others = zip(*pairs, strict=True)
    return statistics.median(ones), statistics.median(others), statistics.median(a / b for a, b in pairs)
