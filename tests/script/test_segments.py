"""Runs to segments: where they are cut, what is kept, and that cutting again changes nothing."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from golden import Case, cases
from hakawati.model import Ending, Manner, Role, Segment
from hakawati.script.runs import Run
from hakawati.script.segments import segments
from hakawati.script.words import words
from script.marked import again, narrated

SPEECH = Manner(role=Role.SPEECH, speaker="زيد")

texts = st.text(st.sampled_from("ابتمهو ً َ ّ  \n،؛:.؟!…()«»\"'-–abZ19\u200f\u0640ﷺ﷽"), max_size=120)
manners = st.sampled_from([Manner(), SPEECH, Manner(pause=2.0), Manner(role=Role.HADITH, say="نعم")])
limits = st.integers(5, 60)


@st.composite
def paragraphs(draw: st.DrawFn) -> list[Run]:
    runs: list[Run] = []
    at = 0
    for text, manner in draw(st.lists(st.tuples(texts, manners), max_size=5)):
        runs.append(Run(text, manner, range(at, at + len(text))))
        at += len(text)
    return runs


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum() or character in "ﷺ﷽")


def seen(found: tuple[Segment, ...] | list[Segment]) -> list[tuple[Ending, str]]:
    return [(one.ending, one.text) for one in found]


@pytest.mark.parametrize("case", cases("markup_segments"), ids=str)
def test_sentences(case: Case) -> None:
    found = segments(narrated(case.given), 300)
    assert "\n".join(f"{one.ending}|{one.text}" for one in found) == case.expected


@pytest.mark.parametrize("case", cases("markup_cuts"), ids=str)
def test_long_sentences_are_cut(case: Case) -> None:
    found = segments(narrated(case.given), 40)
    assert "\n".join(f"{one.ending}|{one.text}" for one in found) == case.expected
    assert all(len(one.text) <= 40 for one in found)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(paragraphs(), limits)
def test_every_letter_and_digit_is_in_exactly_one_segment_in_order(runs: list[Run], limit: int) -> None:
    found = segments(runs, limit)
    assert letters("".join(one.text for one in found)) == letters("".join(run.text for run in runs))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(paragraphs(), limits)
def test_offsets_cut_the_text_out_of_the_source(runs: list[Run], limit: int) -> None:
    source = "".join(run.text for run in runs)
    found = segments(runs, limit)
    assert all(source[one.start : one.end] == one.text == one.text.strip() for one in found)
    assert all(letters(one.text) or one.manner.say for one in found)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(texts.map(lambda text: " ".join(text.split())), limits)
def test_no_segment_is_longer_than_the_limit(text: str, limit: int) -> None:
    for one in segments(narrated(text), limit):
        alone = len(list(words(one.text, limit))) == 1  # punctuation that nothing parts may exceed it
        assert alone or len(one.text) <= limit


@settings(deadline=None, derandomize=True, max_examples=500)
@given(texts, limits)
@example("ا،   ب، ج", 8)
@example("اااااااا.ااااااا.", 5)
def test_cutting_again_what_was_cut_changes_nothing(text: str, limit: int) -> None:
    found = segments(narrated(text), limit)
    assert seen(again(found, limit)) == seen(found)


@settings(deadline=None, derandomize=True, max_examples=300)
@given(st.lists(st.tuples(texts, st.sampled_from([Manner(), SPEECH])), max_size=5), limits)
def test_cutting_again_keeps_the_roles_too(given_runs: list[tuple[str, Manner]], limit: int) -> None:
    found = segments([Run(text, manner, range(len(text))) for text, manner in given_runs], limit)
    assert again(found, limit) == list(found)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(texts, limits)
def test_no_letter_is_parted_from_its_marks(text: str, limit: int) -> None:
    found = segments(narrated("ب" + text), max(limit, 20))
    assert all(one.text[0] not in "ًَّ" or text[one.start - 2].isspace() for one in found[1:])


def test_what_cannot_be_said_joins_its_neighbour() -> None:
    runs = [Run("قال: «", Manner(), range(6)), Run("نعم", SPEECH, range(6, 9)), Run("».", Manner(), range(9, 11))]
    assert [one.text for one in segments(runs, 300)] == ["قال: «", "نعم»."]


def test_the_first_mark_of_a_paragraph_joins_what_follows() -> None:
    runs = [Run("«", Manner(), range(1)), Run("نعم»", SPEECH, range(1, 5))]
    assert segments(runs, 300) == (Segment(text="«نعم»", manner=SPEECH, ending=Ending.PARAGRAPH),)


@pytest.mark.parametrize("text", ["", "   ", "*** — «» …", "\u200f"])
def test_nothing_to_say_gives_no_segment(text: str) -> None:
    assert segments(narrated(text), 300) == ()


def test_a_sentence_that_goes_on_in_another_role_ends_a_run() -> None:
    runs = [Run("جاء. فقال:", Manner(), range(10)), Run(" نعم.", SPEECH, range(10, 15)), Run(" ثم", Manner(), range(3))]
    assert [one.ending for one in segments(runs, 300)] == ["sentence", "run", "sentence", "paragraph"]


def test_a_pause_comes_once_at_the_end_of_its_run() -> None:
    asked = Manner(pause=2.0)
    found = segments([Run("أولا. ثانيا.", asked, range(12)), Run(" ثالثا", Manner(), range(6))], 300)
    assert [one.manner.pause for one in found] == [None, 2.0, None]


def test_what_is_said_instead_is_said_once() -> None:
    instead = Manner(say="رضي الله عنه")
    found = segments([Run(" (رض). نعم. ", instead, range(12))], 5)
    assert found == (Segment(text="(رض). نعم.", manner=instead, ending=Ending.PARAGRAPH),)


def test_a_mark_alone_may_be_said_in_words() -> None:
    found = segments([Run("ﷺ***", Manner(say="صلى الله عليه وسلم"), range(4)), Run(" ثم", Manner(), range(3))], 300)
    assert [one.text for one in found] == ["ﷺ***", "ثم"]


def test_a_paragraph_of_half_a_million_characters_without_a_mark_is_cut_at_words() -> None:
    assert {len(one.text) for one in segments(narrated("كلمة " * 100_000), 300)} == {50 * 5 - 1}
