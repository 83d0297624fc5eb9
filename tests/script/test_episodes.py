"""Dividing parts into episodes, and episodes into chapters."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Ending, Role, Segment
from hakawati.script.chapters import chapters
from hakawati.script.episodes import episodes
from hakawati.script.parts import Part, by_sentence, leads_on


def part(minutes: float, opens: str = "", *, leads: bool = False, text: str = "كلام") -> Part:
    return Part((Segment(text=text, ending=Ending.PARAGRAPH),), minutes, opens, leads)


def lengths(minutes: list[float], target: float) -> list[list[float]]:
    return [[one.minutes for one in found] for found in episodes([part(length) for length in minutes], target)]


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [
        ([1.0], [[1.0]]),
        ([5.0, 5.0, 5.0, 5.0], [[5.0, 5.0], [5.0, 5.0]]),
        ([9.0, 2.0, 9.0], [[9.0, 2.0], [9.0]]),
        ([6.0, 6.0, 6.0], [[6.0, 6.0], [6.0]]),
        ([3.0, 15.0, 3.0], [[3.0], [15.0], [3.0]]),
        ([4.0, 4.0, 4.0], [[4.0, 4.0, 4.0]]),
        ([14.0], [[14.0]]),
    ],
    ids=[
        "one",
        "even",
        "what is over",
        "as good as another: the later cut",
        "longer than the target stands alone",
        "near enough",
        "long",
    ],
)
def test_episodes_near_ten_minutes(minutes: list[float], expected: list[list[float]]) -> None:
    assert lengths(minutes, 10.0) == expected


def test_a_heading_stays_with_what_follows() -> None:
    parts = [part(9.0), part(0.5, leads=True), part(9.0)]
    assert episodes(parts, 10.0) == [parts[:1], parts[1:]]


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.lists(st.floats(0.001, 30.0), min_size=1, max_size=60), st.floats(0.25, 60.0))
def test_every_part_is_in_one_episode_in_order_and_the_division_is_near_the_target(
    minutes: list[float], target: float
) -> None:
    found = lengths(minutes, target)
    assert list(chain.from_iterable(found)) == minutes
    assert all(len(one) == 1 or sum(one) <= 2.03 * target for one in found)


def test_a_long_book_of_short_parts_is_divided_fast_and_evenly() -> None:
    found = lengths([0.05] * 50_000, 20.0)
    assert all(19.0 <= sum(one) <= 21.0 for one in found)


def test_chapters_begin_at_topic_openings() -> None:
    found = chapters([part(1.0, text="كلام طويل"), part(1.0, "الهجرة"), part(1.0), part(1.0, "الغار")])
    assert [(one.title, len(one.segments)) for one in found] == [("كلام طويل", 1), ("الهجرة", 2), ("الغار", 1)]


def test_a_chapter_of_a_few_seconds_is_not_made() -> None:
    found = chapters(
        [part(0.05), part(1.0, "الهجرة"), part(0.1, "الطريق", leads=True), part(1.0, "الغار"), part(0.1, "آخر")]
    )
    assert [(one.title, len(one.segments)) for one in found] == [("الهجرة", 2), ("الطريق", 3)]


def test_the_sentences_of_a_paragraph_keep_their_cuts_together() -> None:
    endings = [Ending.CLAUSE, Ending.SENTENCE, Ending.RUN, Ending.PARAGRAPH]
    found = by_sentence(tuple(Segment(text="كلام", ending=ending) for ending in endings))
    assert [[one.ending for one in sentence] for sentence in found] == [endings[:2], endings[2:]]


@pytest.mark.parametrize(
    ("text", "role", "leads"),
    [("وهو:", Role.NARRATION, True), ("الفصل", Role.HEADING, True), ("كلام.", Role.NARRATION, False)],
)
def test_what_leads_on(text: str, role: Role, *, leads: bool) -> None:
    from hakawati.model import Manner

    assert leads_on((Segment(text=text, manner=Manner(role=role)),)) is leads
