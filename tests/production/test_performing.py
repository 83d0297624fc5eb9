"""All takes of a book: remote engines asked meanwhile, understudies, and what fails alone."""

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from hakawati.engines import registry
from hakawati.engines.registry import Engines
from hakawati.errors import EngineFailed, Unspeakable, VoiceUnknown
from hakawati.model import Segment, Silence, Voice
from hakawati.production import speaking
from hakawati.production.crew import Crew
from hakawati.production.foreseeing import Forecast, forecast, foresee_here
from hakawati.production.performing import Failed, StoodIn, Understudy, perform_all
from hakawati.production.plan import ChapterPlan, EpisodePlan, Job
from hakawati.production.progress import Unheard
from hakawati.production.studio import Workplace, studio
from hakawati.production.taking import SAMPLE_SENTENCE, Performed
from hakawati.spelling.context import Context
from hakawati.store import Kind
from production.far_away import FarAway

SAMPLE = SAMPLE_SENTENCE["ar"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workplace:
    monkeypatch.setitem(registry.ENGINES, "far", "production.far_away:FarAway")
    return Workplace(tmp_path / "store", 10**8)


@pytest.fixture
def far(place: Workplace) -> FarAway:
    engine = studio(place).engines["far"]
    assert isinstance(engine, FarAway)
    return engine


@pytest.fixture
def crew() -> Iterator[Crew]:
    with ThreadPoolExecutor(2) as executor:
        yield Crew(executor, 2)


def job(text: str, engine: str = "far") -> Job:
    return Job(
        Segment(text=text), Voice(engine, "low"), Context(language="ar", vowels=False), "compact", Silence(0, 0.1)
    )


def in_order(
    jobs: list[Job], crew: Crew, place: Workplace, understudy: Understudy | None = None
) -> list[Performed | StoodIn | Failed]:
    outcomes = dict(perform_all(enumerate(jobs), crew, place, understudy))
    return [outcomes[nth] for nth in range(len(jobs))]


def forget_takes(place: Workplace) -> None:
    for path in place.store.glob(f"{Kind.TAKE}/*/*"):
        path.unlink()


def test_remote_and_local_jobs_come_out_together(place: Workplace, crew: Crew, far: FarAway) -> None:
    jobs = [job(f"كلام {number}", "far" if number % 2 else "silent") for number in range(40)]
    outcomes = in_order(jobs, crew, place)
    assert all(isinstance(outcome, Performed) and outcome.new for outcome in outcomes)
    assert 1 < far.most_at_once <= far.at_once


def test_each_sentence_is_asked_for_once_however_often_it_is_said(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("ألف. باء."), job("باء."), job("باء. جيم."), job("ألف. باء.")], crew, place)
    assert sorted(text for text in far.asked if text != SAMPLE) == ["ألف.", "باء.", "جيم."]
    assert far.asked.count(SAMPLE) == 1


def test_what_was_answered_is_not_asked_again(place: Workplace, crew: Crew, far: FarAway) -> None:
    jobs = [job(f"كلام {number}.") for number in range(10)]
    first = in_order(jobs, crew, place)
    forget_takes(place)
    asked = len(far.asked)
    assert in_order(jobs, crew, place) == first
    assert len(far.asked) == asked


def test_an_answer_before_the_failure_is_kept(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("مقدمة.")], crew, place)
    far.asked.clear()
    far.fails([EngineFailed("far: broke off")])
    (outcome,) = in_order([job("ألف. باء.")], crew, place)
    assert outcome == Failed("far: broke off", elsewhere=True)
    (again,) = in_order([job("ألف. باء.")], crew, place)
    assert isinstance(again, Performed)
    assert far.asked == ["ألف.", "ألف.", "باء."]


def test_a_job_that_fails_fails_alone(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("مقدمة.")], crew, place)
    far.fails([EngineFailed("far: broke off")])
    outcomes = in_order([job(f"كلام {number}.") for number in range(5)], crew, place)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["Failed", *["Performed"] * 4]


def test_the_understudy_performs_what_the_engine_failed_at(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("مقدمة.")], crew, place)
    far.fails([EngineFailed("far: broke off")])
    stand_in = Voice("silent", "high")
    (outcome,) = in_order([job("كلام.")], crew, place, understudy=lambda one: replace(one, voice=stand_in))
    assert isinstance(outcome, StoodIn)
    assert (outcome.error, outcome.job.voice) == ("far: broke off", stand_in)


def test_an_understudy_who_fails_too_is_the_end_of_it(place: Workplace, crew: Crew, far: FarAway) -> None:
    far.fails([EngineFailed("far: broke off.")])
    nobody = Voice("silent", "nobody")
    (outcome,) = in_order([job("كلام.")], crew, place, understudy=lambda one: replace(one, voice=nobody))
    assert isinstance(outcome, Failed)
    assert outcome.error.startswith("far: broke off. The fallback failed too: silent: there is no voice 'nobody'.")


def test_an_understudy_who_cannot_be_had_is_told_with_the_job_it_fails(
    place: Workplace, crew: Crew, far: FarAway
) -> None:
    def understudy(_: Job) -> Job:
        raise VoiceUnknown("deaf: it lacks the language.")

    far.fails([EngineFailed("far: broke off.")])
    one, other = in_order([job("كلام."), job("كلام", "silent")], crew, place, understudy=understudy)
    assert one == Failed("far: broke off. The fallback failed too: deaf: it lacks the language.")
    assert isinstance(other, Performed), "the others go on"


def test_an_engine_is_no_understudy_of_its_own(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("مقدمة.")], crew, place)
    far.asked.clear()
    far.fails([EngineFailed("far: broke off.")])
    (outcome,) = in_order([job("كلام.")], crew, place, understudy=lambda one: one)
    assert outcome == Failed("far: broke off.", elsewhere=True)
    assert far.asked == ["كلام."]


def test_what_a_small_store_has_lost_is_asked_for_once_more_and_no_oftener(
    place: Workplace, crew: Crew, far: FarAway, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_order([job("مقدمة.")], crew, place)
    monkeypatch.setattr(speaking, "kept_answer", lambda *_: None)
    far.asked.clear()
    (outcome,) = in_order([job("ألف. باء. جيم.")], crew, place)
    assert isinstance(outcome, Performed)
    assert far.asked == ["ألف.", "باء.", "جيم."]


def test_those_who_ask_are_gone_when_all_is_performed(place: Workplace, crew: Crew, far: FarAway) -> None:
    in_order([job("مقدمة.")], crew, place)
    before = threading.active_count()
    for number in range(3):
        in_order([job(f"كلام {number}.")], crew, place)
    end = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < end:
        time.sleep(0.01)
    assert threading.active_count() <= before
    assert far.asked


def test_what_nobody_can_say_is_not_handed_on(place: Workplace, crew: Crew) -> None:
    (outcome,) = in_order([job("؟", "silent")], crew, place, understudy=lambda _: pytest.fail("handed on"))
    assert isinstance(outcome, Failed)
    assert not outcome.elsewhere


def test_an_engine_that_is_not_there_says_so(place: Workplace, crew: Crew) -> None:
    with pytest.raises(Exception, match="no engine named"):
        Engines()["nobody"]
    (outcome,) = in_order([job("كلام", "nobody")], crew, place)
    assert isinstance(outcome, Failed)
    assert "no engine named 'nobody'" in outcome.error


def foreseen(jobs: list[Job], crew: Crew, place: Workplace, limit: int | None = None) -> Forecast:
    episode = EpisodePlan(1, "حلقة", "01-a.mp3", (ChapterPlan("", tuple(jobs)),))
    return forecast([episode], crew, place, Unheard(), limit)


def test_what_is_new_is_foreseen_for_each_engine(place: Workplace, crew: Crew, far: FarAway) -> None:
    jobs = [job("ألف. باء."), job("ألف."), job("كلام", "silent"), job("كلام", "silent")]
    forecast = foreseen(jobs, crew, place)
    one, other = forecast.engines
    assert (one.engine, one.takes, one.requests) == ("far", 2, 3)
    assert one.characters == len("ألف.") + len("باء.") + len(SAMPLE)
    assert (other.engine, other.takes, other.characters, other.requests) == ("silent", 1, len("كلام"), 0)
    assert (forecast.segments, forecast.takes) == (4, 3)
    assert forecast.seconds > one.seconds > one.characters / far.characters_per_second * 0.99
    assert far.asked == [], "nobody is asked"


def test_what_is_kept_costs_nothing(place: Workplace, crew: Crew, far: FarAway) -> None:
    jobs = [job("ألف. باء."), job("كلام", "silent")]
    in_order(jobs, crew, place)
    assert [(one.engine, one.takes, one.seconds) for one in foreseen(jobs, crew, place).engines] == [
        ("far", 0, 0),
        ("silent", 0, 0),
    ]
    forget_takes(place)
    one, other = foreseen(jobs, crew, place).engines
    assert (one.takes, one.characters, one.requests) == (1, 0, 0)
    assert other.characters == len("كلام")
    assert far.asked


def test_what_cannot_be_said_is_foreseen_as_free(place: Workplace) -> None:
    foreseen = foresee_here(job("؟"), place)
    assert (foreseen.new, foreseen.characters) == (True, 0)
    with pytest.raises(Unspeakable):
        studio(place).engines["silent"].perform("؟", Voice("silent", "low"), "ar")


def test_a_limit_is_held_against_all_characters(place: Workplace, crew: Crew) -> None:
    jobs = [job("كلام", "silent")]
    foreseen(jobs, crew, place, 4).require_within_limit()
    with pytest.raises(
        Exception, match=r"4 characters .* \(silent 4\), and max_characters allows 3: nothing was begun"
    ):
        foreseen(jobs, crew, place, 3).require_within_limit()
