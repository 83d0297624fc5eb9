"""Headings as episodes and chapters: what a heading begins, and which headings do."""

from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hakawati.model import Ending, Manner, Role, Segment
from hakawati.script.chapters import chapters, chapters_of
from hakawati.script.episodes import episodes
from hakawati.script.parts import Part, leads_on
from hakawati.script.sections import authors_own, fitting_level, sections

TARGET = 20.0


def heading(text: str, level: int) -> Part:
    segments = (Segment(text=text, manner=Manner(role=Role.HEADING), ending=Ending.PARAGRAPH),)
    return Part(segments, 0.05, text, leads_on(segments), level)


def prose(minutes: float, opens: str = "") -> Part:
    return Part((Segment(text="كلام كثير", ending=Ending.PARAGRAPH),), minutes, opens)


def book(*lengths: float, level: int = 1) -> list[Part]:
    """A heading and prose of each length."""
    both = ((heading(f"H{number}", level), prose(length)) for number, length in enumerate(lengths, 1))
    return list(chain.from_iterable(both))


def texts(divided: list[list[Part]]) -> list[str]:
    return [" ".join(part.segments[0].text for part in one) for one in divided]


def test_a_section_is_what_stands_below_a_heading() -> None:
    assert texts(sections([prose(1), *book(3, 4)], 1)) == ["كلام كثير", "H1 كلام كثير", "H2 كلام كثير"]


def test_a_heading_right_below_another_stays_with_it() -> None:
    parts = [heading("Part", 1), heading("One", 2), prose(3), heading("Two", 2), prose(3)]
    assert texts(sections(parts, 2)) == ["Part One كلام كثير", "Two كلام كثير"]


def test_deeper_headings_divide_nothing() -> None:
    assert len(sections([heading("One", 1), prose(3), heading("Deep", 2), prose(3)], 1)) == 1


@pytest.mark.parametrize(
    ("parts", "level"),
    [
        (book(15, 25, 18), 1),
        (book(1, 2, 1), 0),
        ([heading("Part", 1), *book(20, 22, 25, level=2), heading("Part", 1), *book(19, 21, level=2)], 2),
        ([heading("Only", 1), prose(300)], 1),
        ([prose(30), prose(30)], 0),
    ],
    ids=["near the target", "too short for episodes", "parts of many chapters", "one heading", "no heading"],
)
def test_the_level_that_makes_the_best_episodes(parts: list[Part], level: int) -> None:
    assert fitting_level(parts, TARGET) == level


def test_chapters_as_episodes_whatever_their_length_when_the_user_says_so() -> None:
    assert texts(episodes(book(1, 90, 2), TARGET, 1)) == ["H1 كلام كثير", "H2 كلام كثير", "H3 كلام كثير"]


def test_a_section_far_too_long_is_divided_and_a_crumb_joins_its_neighbour() -> None:
    parts = [heading("Dedication", 1), prose(0.5), *book(18), heading("Long", 1), *(prose(4) for _ in range(15))]
    divided = episodes(parts, TARGET, None)
    assert [round(sum(part.minutes for part in one)) for one in divided] == [19, 20, 20, 20]
    assert texts(divided)[0].startswith("Dedication")


def test_what_goes_on_below_a_heading_is_called_by_it() -> None:
    parts = [*book(18), heading("Long", 1), *(prose(4) for _ in range(15))]
    found = list(chapters_of(episodes(parts, TARGET, None)))
    assert [one[0].title for one in found] == ["H1", "Long", "Long (2)", "Long (3)"]


def test_without_a_fitting_level_cuts_still_fall_on_headings() -> None:
    parts = list(chain.from_iterable((heading(f"H{n}", 1), prose(1.0), prose(2.0)) for n in range(30)))
    assert all(one[0].level == 1 for one in episodes(parts, TARGET, None))


@pytest.mark.parametrize(
    ("level", "titles"),
    [(6, ["Part: One", "Two", "Deep"]), (2, ["Part: One", "Two"]), (1, ["Part: One"]), (0, ["Part: One"])],
)
def test_headings_down_to_a_level_begin_chapters(level: int, titles: list[str]) -> None:
    parts = [heading("Part", 1), heading("One", 2), prose(3), heading("Two", 2), prose(3), heading("Deep", 3), prose(3)]
    assert [one.title for one in chapters(parts, level)] == titles


def test_a_chapter_of_the_authors_own_may_be_short() -> None:
    parts = [heading("One", 2), prose(0.01), heading("Two", 2), prose(0.01)]
    assert [one.title for one in chapters(parts)] == ["One", "Two"]


def test_topics_are_not_guessed_where_the_author_has_divided_the_book() -> None:
    parts = [heading("One", 1), prose(5, "الهجرة"), prose(5)]
    assert [part.opens for part in authors_own(parts)] == ["One", "", ""]
    assert [part.opens for part in authors_own(parts[1:])] == ["الهجرة", ""]


@settings(deadline=None, derandomize=True, max_examples=100)
@given(
    st.lists(st.tuples(st.floats(0.01, 60.0), st.integers(0, 3)), min_size=1, max_size=40),
    st.none() | st.integers(0, 3),
    st.integers(0, 6),
)
def test_every_part_is_in_one_chapter_in_order(
    shapes: list[tuple[float, int]], episode_level: int | None, chapter_level: int
) -> None:
    parts = [heading(f"H{level}", level) if level else prose(minutes) for minutes, level in shapes]
    found = chapters_of(episodes(parts, TARGET, episode_level), chapter_level)
    kept = [segment for chapter in chain.from_iterable(found) for segment in chapter.segments]
    assert kept == [part.segments[0] for part in parts]
