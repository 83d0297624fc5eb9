"""How often a request is tried again, how long it waits, when it ends, and when nobody is asked any more."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from hakawati.engines.remote import patience as module
from hakawati.engines.remote.options import RemoteOptions
from hakawati.engines.remote.patience import LONGEST_WAIT, TRIES_TO_CONNECT, Once, Patience
from hakawati.engines.remote.trouble import Cure, Trouble
from hakawati.errors import EngineFailed, EngineRefused

TRIES = 5
FIRST_WAIT = 0.002


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIRST_WAIT", FIRST_WAIT)


def patient(chance: Callable[[], float] = lambda: 1.0, **options: float) -> Patience:
    set_ = {"requests_per_second": 1000.0, "tries": TRIES, "patience": 5.0, **options}
    return Patience("far", RemoteOptions(**set_), chance)  # type: ignore[arg-type]  # by their names


class Asked:
    """A server that fails as listed, then answers; it counts the tries."""

    def __init__(self, *faults: Cure | Trouble) -> None:
        self.faults = [fault if isinstance(fault, Trouble) else trouble(fault) for fault in faults]
        self.times: list[float] = []

    def __call__(self, seconds: float) -> bytes:
        assert seconds > 0
        self.times.append(time.monotonic())
        if len(self.times) <= len(self.faults):
            raise self.faults[len(self.times) - 1]
        return b"speech"

    @property
    def tries(self) -> int:
        return len(self.times)


def trouble(cure: Cure, wait: float | None = None) -> Trouble:
    return Trouble(EngineRefused(f"far: {cure.value}."), cure, wait)


def well(_: float) -> bytes:
    return b"speech"


MAY_PASS = [Cure.TRY_AGAIN, Cure.SLOW_DOWN, Cure.CONNECT]
HOPELESS = [Cure.NOTHING, Cure.STOP_ASKING]


@pytest.mark.parametrize("cure", MAY_PASS)
def test_what_may_pass_is_waited_out(cure: Cure) -> None:
    asked = Asked(cure, cure)
    assert patient().ask(asked) == b"speech"
    assert asked.tries == 3


@pytest.mark.parametrize("cure", HOPELESS)
def test_what_will_not_pass_is_not_tried_again(cure: Cure) -> None:
    asked = Asked(cure)
    with pytest.raises(EngineRefused, match=f"^far: {cure.value}.$"):
        patient().ask(asked)
    assert asked.tries == 1


@pytest.mark.parametrize("cure", MAY_PASS)
def test_tries_have_an_end_and_the_last_trouble_is_told(cure: Cure) -> None:
    far = patient()
    far.ask(well)
    asked = Asked(*[Cure.TRY_AGAIN] * (TRIES - 1), cure)
    with pytest.raises(EngineRefused, match=cure.value):
        far.ask(asked)
    assert asked.tries == TRIES


def test_a_server_that_never_answered_is_given_up_sooner() -> None:
    asked = Asked(*[Cure.CONNECT] * TRIES)
    with pytest.raises(EngineRefused, match="connect"):
        patient().ask(asked)
    assert asked.tries == TRIES_TO_CONNECT


def test_waits_double_and_have_an_end() -> None:
    far = patient()
    waits = [far._backed_off(tried) for tried in range(1, 30)]
    assert waits[:4] == pytest.approx([FIRST_WAIT * 2**power for power in range(4)])
    assert waits[-1] == LONGEST_WAIT


def test_chance_takes_off_up_to_half_of_a_wait() -> None:
    assert patient(lambda: 1.0)._backed_off(3) == 2 * patient(lambda: 0.0)._backed_off(3)


@pytest.mark.parametrize("cure", MAY_PASS)
def test_the_wait_that_is_asked_for_is_granted(cure: Cure) -> None:
    asked = Asked(trouble(cure, 0.1))
    patient().ask(asked)
    first, second = asked.times
    assert second - first >= 0.1


def test_a_rest_is_everybodys_rest() -> None:
    far, asked, other = patient(), Asked(trouble(Cure.SLOW_DOWN, 0.2)), Asked()
    with ThreadPoolExecutor(2) as crew:
        slowed = crew.submit(far.ask, asked)
        while not asked.tries:
            time.sleep(0.001)
        time.sleep(0.02)
        far.ask(other)
        slowed.result(5.0)
    assert other.times[0] - asked.times[0] >= 0.2


@pytest.mark.parametrize("cure", MAY_PASS)
def test_a_longer_wait_than_there_is_patience_is_not_begun(cure: Cure) -> None:
    asked = Asked(trouble(cure, 60.0))
    began = time.monotonic()
    with pytest.raises(EngineRefused, match=cure.value):
        patient().ask(asked)
    assert asked.tries == 1
    assert time.monotonic() - began < 2.0


def test_patience_has_an_end_even_when_every_try_is_short() -> None:
    asked = Asked(*[trouble(Cure.TRY_AGAIN, 0.08)] * 100)
    with pytest.raises(EngineRefused):
        patient(patience=0.2, tries=100).ask(asked)
    assert asked.tries == 3


def test_a_try_that_does_not_come_back_is_left_behind() -> None:
    def lost(_: float) -> bytes:
        threading.Event().wait(3.0)
        return b"too late"

    began = time.monotonic()
    with pytest.raises(EngineFailed, match=r"^far: no answer within 0\.1 s and 1 tries\. Build again later, or raise"):
        patient(patience=0.1).ask(lost)
    assert time.monotonic() - began < 2.0


def test_waiting_for_the_first_turn_costs_no_patience() -> None:
    far = patient(patience=0.2, requests_per_second=10.0)
    with ThreadPoolExecutor(6) as crew:
        assert list(crew.map(far.ask, [well] * 6)) == [b"speech"] * 6


FOR_ALL = [
    pytest.param([Cure.STOP_ASKING], id="barred"),
    pytest.param([Cure.SLOW_DOWN] * TRIES, id="slowing down does not help"),
    pytest.param([Cure.CONNECT] * TRIES, id="not reached"),
    pytest.param([trouble(Cure.SLOW_DOWN, 60.0)], id="a long rest"),
]
FOR_ONE = [
    pytest.param([Cure.NOTHING], id="not this text"),
    pytest.param([Cure.TRY_AGAIN] * TRIES, id="not well this time"),
]


@pytest.mark.parametrize("faults", FOR_ALL)
def test_what_concerns_all_ends_all_asking_without_a_request(faults: list[Cure | Trouble]) -> None:
    far, later = patient(), Asked()
    far.ask(well)
    with pytest.raises(EngineRefused) as first:
        far.ask(Asked(*faults))
    with pytest.raises(EngineRefused) as second:
        far.ask(later)
    assert second.value is first.value
    assert later.tries == 0


@pytest.mark.parametrize("faults", FOR_ONE)
def test_what_concerns_one_request_leaves_the_others(faults: list[Cure]) -> None:
    far = patient()
    far.ask(well)
    with pytest.raises(EngineRefused):
        far.ask(Asked(*faults))
    assert far.ask(well) == b"speech"


def test_a_text_at_which_a_server_falls_silent_leaves_the_others() -> None:
    far, others = patient(), Asked()

    def unanswered(_: float) -> bytes:
        far.ask(others)
        raise trouble(Cure.CONNECT)

    with pytest.raises(EngineRefused, match="connect"):
        far.ask(unanswered)
    assert others.tries == TRIES
    assert far.ask(well) == b"speech"


def test_a_server_that_never_answered_well_is_not_asked_for_all() -> None:
    far, later = patient(), Asked()
    with pytest.raises(EngineRefused):
        far.ask(Asked(*[Cure.TRY_AGAIN] * TRIES))
    with pytest.raises(EngineRefused):
        far.ask(later)
    assert later.tries == 0


def test_who_waits_for_a_turn_when_all_are_barred_is_told_at_once() -> None:
    far, barred = patient(requests_per_second=0.01), Asked(Cure.STOP_ASKING)
    asking, release = threading.Event(), threading.Event()

    def first(seconds: float) -> bytes:
        asking.set()
        release.wait(5.0)
        return barred(seconds)

    with ThreadPoolExecutor(2) as crew:
        one = crew.submit(far.ask, first)
        assert asking.wait(5.0)
        other = crew.submit(far.ask, well)
        release.set()
        for told in (one, other):
            with pytest.raises(EngineRefused, match="stop asking"):
                told.result(5.0)


def test_who_waits_to_try_again_when_all_are_barred_is_told_at_once() -> None:
    far, failed = patient(), threading.Event()

    def bad(_: float) -> bytes:
        failed.set()
        raise trouble(Cure.TRY_AGAIN, 4.0)

    with ThreadPoolExecutor(1) as crew:
        backing_off = crew.submit(far.ask, bad)
        assert failed.wait(5.0)
        began = time.monotonic()
        with pytest.raises(EngineRefused, match="stop asking"):
            far.ask(Asked(Cure.STOP_ASKING))
        with pytest.raises(EngineRefused, match="stop asking"):
            backing_off.result(5.0)
    assert time.monotonic() - began < 2.0


def test_a_defect_is_no_trouble() -> None:
    def wrong(_: float) -> bytes:
        raise KeyError("a defect")

    with pytest.raises(KeyError, match="a defect"):
        patient().ask(wrong)


@pytest.mark.parametrize("busy", ["calling", "waiting for a turn", "backing off"])
def test_closing_ends_whatever_is_being_asked(busy: str) -> None:
    far = patient(requests_per_second=0.01 if busy == "waiting for a turn" else 1000.0, patience=600.0)
    begun = threading.Event()

    def once(_: float) -> bytes:
        begun.set()
        if busy == "backing off":
            raise trouble(Cure.TRY_AGAIN, 500.0)
        threading.Event().wait(3.0)
        return b""

    with ThreadPoolExecutor(2) as crew:
        told = [crew.submit(far.ask, once)]
        assert begun.wait(5.0)
        told += [crew.submit(far.ask, once)]
        time.sleep(0.02)
        far.close()
        for one in told:
            with pytest.raises(EngineFailed, match=r"^far: stopped before the answer was there"):
                one.result(1.0)


def test_after_closing_nobody_is_asked() -> None:
    far, asked = patient(), Asked()
    far.close()
    far.close()
    with pytest.raises(EngineFailed, match="stopped"):
        far.ask(asked)
    assert asked.tries == 0


def test_whoever_asks_is_answered_for_himself() -> None:
    far = patient()

    def answering(number: int) -> Once:
        return lambda _: str(number).encode()

    with ThreadPoolExecutor(8) as crew:
        assert list(crew.map(far.ask, map(answering, range(50)))) == [str(number).encode() for number in range(50)]
