"""A book through a remote engine that has bad days: Google's stand-in behind a proxy, the real command before it."""

import os
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from command import COMMAND, Place
from engines.google_stand_in import StandIn, standing_in

SEGMENTS = 300
FAULTS = ("429", "500", "reset", "empty", "half a mp3", "drop")
PASSING = {
    "HAKAWATI_ENGINE": "gtts",
    "HAKAWATI_ENGINES__GTTS__TRIES": "12",
    "HAKAWATI_ENGINES__GTTS__REQUESTS_PER_SECOND": "200",
    "HAKAWATI_PROFILE": "compact",
}
STUBBORN = {**PASSING, "HAKAWATI_ENGINES__GTTS__TRIES": "1"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with standing_in(Path(tmp_path_factory.mktemp("remote"))) as stand_in:
        yield stand_in


@pytest.fixture
def google(server: StandIn) -> StandIn:
    server.forget()
    return server


@pytest.fixture
def book(place: Place) -> Path:
    """One short segment a paragraph, no two alike."""
    return place.text("\n\n".join(f"الفقرة {number} من الكتاب." for number in range(SEGMENTS)))


def build(place: Place, google: StandIn, environment: dict[str, str], *more: str) -> Any:  # noqa: ANN401 - what it says
    ran = place.run(
        "build", "book.txt", "-o", "out", "--no-announce", "--json", *more, **google.environment, **environment
    )
    return ran.json | {"code": ran.code, "told": ran.err}


@pytest.mark.usefixtures("book")
def test_a_book_is_complete_though_a_third_of_all_requests_fails(place: Place, google: StandIn) -> None:
    google.answers.fail(0.3, FAULTS)
    made = build(place, google, PASSING)
    assert (made["code"], made["failed"], made["performed"]) == (0, [], made["segments"])
    assert made["segments"] >= SEGMENTS
    assert len(google.asked) > 1.2 * SEGMENTS, "and that though many were asked for again"
    calm = google.asked[:]
    google.forget()
    again = build(place, google, PASSING, "--store", "elsewhere")
    assert [episode["sha256"] for episode in again["episodes"]] == [episode["sha256"] for episode in made["episodes"]]
    assert set(google.asked) == set(calm), "without a fault the same is asked and the same comes out"


@pytest.mark.usefixtures("book")
def test_killed_in_the_middle_it_goes_on_without_asking_again(place: Place, google: StandIn) -> None:
    google.answers.delay = 0.05
    running = subprocess.Popen(
        [*COMMAND, "build", "book.txt", "-o", "out", "--no-announce"],
        cwd=place.path,
        env={**place.environment, **google.environment, **PASSING},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    end = time.monotonic() + 60
    while len(google.asked) < SEGMENTS // 3 and time.monotonic() < end:
        time.sleep(0.01)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(10)
    time.sleep(0.2)
    under_way = 2 * google.visits.together
    before = len(google.asked)
    assert SEGMENTS // 3 <= before < SEGMENTS
    made = build(place, google, PASSING)
    assert (made["code"], made["failed"]) == (0, [])
    twice = [text for text, times in Counter(google.asked).items() if times > 1]
    assert len(twice) <= under_way, "only what was under way when it was killed"
    assert len(set(google.asked)) >= SEGMENTS


@pytest.mark.usefixtures("book")
def test_when_google_has_had_enough_what_was_made_is_kept(place: Place, google: StandIn) -> None:
    google.answers.queue.extend(["well"] * 100 + ["captcha"] * SEGMENTS)
    made = build(place, google, PASSING)
    assert made["code"] == 1
    assert made["episodes"] == []
    assert "captcha" in made["told"]
    assert len(google.asked) < 150, "nobody asks on when nobody is answered"
    google.forget()
    again = build(place, google, PASSING)
    assert again["code"] == 0
    assert len(google.asked) <= SEGMENTS + 10 - 90


def test_the_fallback_performs_what_google_does_not(place: Place, google: StandIn) -> None:
    place.text("نعم.\n\nلا.\n\nبلى.")
    google.answers.queue.extend(["well", "null", "well", "well"])
    made = build(place, google, {**STUBBORN, "HAKAWATI_ENGINES__GTTS__AT_ONCE": "1"}, "--fallback", "silent")
    assert (made["code"], made["failed"]) == (0, [])
    (stood_in,) = made["fallbacks"]
    assert stood_in["voice"].startswith("silent:")
    assert stood_in["text"] in made["told"]
    assert "fallback" in made["told"]
    google.forget()
    again = build(place, google, STUBBORN, "--fallback", "silent")
    assert (again["fallbacks"], again["performed"]) == ([], 1), "tried again, and in its own voice"


def test_without_a_fallback_nothing_stands_in(place: Place, google: StandIn) -> None:
    place.text("نعم.\n\nلا.\n\nبلى.")
    google.answers.queue.extend(["well", "null", "well", "well"])
    made = build(place, google, {**STUBBORN, "HAKAWATI_ENGINES__GTTS__AT_ONCE": "1"})
    assert (made["code"], len(made["failed"]), made["fallbacks"], made["episodes"]) == (1, 1, [], [])


def test_what_it_would_cost_is_told_before_anybody_is_asked(place: Place, google: StandIn) -> None:
    place.text("نعم يا سيدي.\n\nنعم يا سيدي.\n\nلا.")
    told = build(place, google, PASSING, "--dry-run")
    (gtts,) = told["engines"]
    assert (gtts["engine"], gtts["takes"], gtts["requests"]) == ("gtts", 3, 3)
    assert gtts["seconds"] > 0
    made = build(place, google, PASSING, "--max-characters", str(told["characters"] - 1))
    assert made["code"] == 1
    assert "max_characters" in made["error"]["message"]
    assert google.asked == []
    made = build(place, google, PASSING, "--max-characters", str(told["characters"]))
    assert made["code"] == 0
    assert sum(map(len, google.asked)) == told["characters"]
