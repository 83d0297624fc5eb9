"""No more requests in a second than are allowed, and fewer for a server that complains."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest

from hakawati.engines.remote.pacing import MOST_SLOWED, RECOVERY, SHARE, Pace
from hakawati.units import Seconds


class Clock:
    """Time that passes only while somebody waits."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()

    def wait(_: threading.Condition, seconds: float) -> bool:
        clock.now += max(seconds, 1e-6)
        return True

    monkeypatch.setattr("hakawati.engines.remote.pacing.time.monotonic", clock.monotonic)
    monkeypatch.setattr(threading.Condition, "wait", wait)
    return clock


def turns(pace: Pace, number: int) -> list[Seconds]:
    came = [pace.wait() for _ in range(number)]
    assert None not in came
    return [turn for turn in came if turn is not None]


def gap(pace: Pace) -> float:
    first, second = turns(pace, 2)
    return second - first


@pytest.mark.parametrize("per_second", [0.2, 1.0, 7.0, 50.0])
def test_turns_are_evenly_spread_and_fewer_than_allowed(clock: Clock, per_second: float) -> None:
    pace = Pace(per_second)
    began = clock.now
    came = turns(pace, 200)
    assert came[0] == began
    assert came[-1] - came[0] == pytest.approx(199 / per_second / SHARE)


@pytest.mark.parametrize("per_second", [1.0, 7.0, 50.0])
def test_a_tenth_of_a_second_on_the_way_makes_not_one_too_many(clock: Clock, per_second: float) -> None:
    assert clock
    came = turns(Pace(per_second), 200)
    late = came[50] + 0.1
    assert sum(late <= max(turn, late) < late + 1.0 for turn in came[50:]) <= per_second


def test_a_turn_that_comes_too_late_is_not_waited_for(clock: Clock) -> None:
    pace = Pace(1.0)
    first = pace.wait()
    began = clock.now
    assert pace.wait(0.5) is None
    assert clock.now == began
    second = pace.wait(1.5)
    assert first is not None
    assert second is not None
    assert second - first == pytest.approx(1 / SHARE)


def test_a_complaint_halves_the_pace_and_good_answers_bring_it_back(clock: Clock) -> None:
    pace = Pace(10.0)
    usual = gap(pace)
    (turn,) = turns(pace, 1)
    pace.complained(turn, 0.0)
    clock.now += 1.0
    assert gap(pace) == pytest.approx(2 * usual)
    pace.answered()
    clock.now += 1.0
    assert gap(pace) == pytest.approx(2 * usual * RECOVERY)
    for _ in range(20):
        pace.answered()
    clock.now += 1.0
    assert gap(pace) == pytest.approx(usual)


def test_complaints_of_requests_that_were_under_way_together_count_once(clock: Clock) -> None:
    pace = Pace(10.0)
    usual = gap(pace)
    for turn in turns(pace, 5):
        pace.complained(turn, 0.0)
    clock.now += 1.0
    assert gap(pace) == pytest.approx(2 * usual)


def test_nobody_asks_while_the_server_wants_rest(clock: Clock) -> None:
    began = clock.now
    pace = Pace(10.0)
    (turn,) = turns(pace, 1)
    pace.complained(turn, 7.0)
    assert pace.wait(6.9) is None
    (after,) = turns(pace, 1)
    assert after - began == pytest.approx(7.0)


@pytest.mark.parametrize(
    ("per_second", "slowest"), [(10.0, MOST_SLOWED / 10.0 / SHARE), (0.5, 60.0), (0.01, 100 / SHARE)]
)
def test_there_is_an_end_to_slowing_down(clock: Clock, per_second: float, slowest: float) -> None:
    pace = Pace(per_second)
    for _ in range(12):
        (turn,) = turns(pace, 1)
        clock.now += 1e-3
        pace.complained(turn, 0.0)
    turns(pace, 1)
    assert gap(pace) == pytest.approx(slowest)


def test_who_came_first_is_served_first() -> None:
    pace, served = Pace(100.0), []
    pace.wait()

    def come(number: int) -> None:
        if pace.wait() is not None:
            served.append(number)

    threads = [threading.Thread(target=come, args=(number,)) for number in range(8)]
    for number, thread in enumerate(threads):
        thread.start()
        while len(pace._waiting) + len(served) <= number:
            time.sleep(0.0005)
    for thread in threads:
        thread.join(5.0)
    assert served == list(range(8))


def test_threads_together_keep_the_pace() -> None:
    pace = Pace(200.0)
    with ThreadPoolExecutor(8) as crew:
        came = sorted(turn for turn in crew.map(lambda _: pace.wait(), range(40)) if turn is not None)
    assert len(came) == 40
    assert min(later - earlier for earlier, later in pairwise(came)) >= 1 / 200.0


def test_closing_wakes_all_who_wait() -> None:
    pace = Pace(0.001)
    pace.wait()
    with ThreadPoolExecutor(4) as crew:
        waiting = [crew.submit(pace.wait) for _ in range(4)]
        while len(pace._waiting) < 4:
            time.sleep(0.001)
        pace.close()
        assert [turn.result(1.0) for turn in waiting] == [None] * 4
    assert pace.wait() is None
